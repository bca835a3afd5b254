"""The settings of the place at the desk, and the page behind an administrator's link."""

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.founding.actions.links import use_administrator_link
from kith.founding.forms import SettingForm
from kith.founding.queries.links import why_link_is_closed
from kith.founding.queries.settings import place_settings, setting_page
from kith.kernel.refusal import Refusal
from kith.places.actions.choosing import change_setting
from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept
from kith.platform.sign_in.models import Account
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import refusal_words
from kith.walls.saying import signing_in


def settings_list(request: Request) -> HttpResponse:
    """Every setting, by subject."""
    return render(request, "founding/settings.jinja", {"groups": place_settings(request.viewer)})


def setting(request: Request, setting_key: str) -> HttpResponse:
    """One setting: choose another value, and read what was chosen before."""
    page = setting_page(request.viewer, setting_key)
    form = SettingForm(request.POST if request.method == "POST" else None, page)

    def change() -> HttpResponse:
        said = form.cleaned_data
        try:
            change_setting(by=request.viewer, key=setting_key, given=said["value"], why=said["why"], seen=said["seen"])
        except Refusal as refusal:
            if refusal.code == "setting_changed_meanwhile":
                form.see_again(page)
            raise
        return HttpResponseRedirect(reverse("place-settings"), status=303)

    return question(request, "founding/setting.jinja", form, change, {"page": page})


@unkept
def begin_as_administrator(request: Request, begin_token: str) -> HttpResponse:
    """Come in by the link that was printed as the place began: it opens once, and leads to a second factor."""
    if refusal := why_link_is_closed(request.viewer, begin_token):
        return _closed(request, refusal)
    if request.method != "POST":
        return render(request, "founding/begin.jinja")
    try:
        account_id = use_administrator_link(by=request.viewer, token=begin_token)
    except Refusal as late:
        return _closed(request, late)
    with signing_in():
        account = Account.objects.get(pk=account_id)
        request.session.flush()
        # Noted before the sign-in, whose entry in the audit says by what it was.
        record_authentication(request, account, "private_link")
        login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return HttpResponseRedirect(reverse("mfa_index"), status=303)


def _closed(request: Request, refusal: Refusal) -> HttpResponse:
    return render(request, "founding/closed.jinja", {"why": refusal_words(refusal)}, status=410)
