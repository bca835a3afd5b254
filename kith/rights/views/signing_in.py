"""How a parent signs in: by the phone, the mailbox, or both."""

import time
from typing import Any

from allauth.core import ratelimit
from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from kith.kernel.refusal import Refusal
from kith.kernel.ways import Way
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.private_links import digest, is_right, new_code, unkept
from kith.platform.sign_in.models import Account
from kith.platform.sign_in.sending import Letter, send
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import RefusableForm
from kith.rights.actions.second_way import add_way_to_sign_in, own_ways
from kith.ways.wording import WAYS

KEY, OF, LASTS, MOST_WRONG = "rights_second_way", "rights.second_way", 10 * 60, 3


class CodeForm(RefusableForm):
    """The code that was sent to the second way."""

    code = forms.CharField(max_length=20, widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}))

    def __init__(self, data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["code"].label = gettext("Code")
        self.fields["code"].error_messages["required"] = gettext("Enter the code")


@unkept
def ways(request: Request) -> HttpResponse:
    """Show by what she signs in, and send a code to the other way of her record."""
    account = Account.objects.get(pk=int(request.viewer.account_id or 0))
    found = [
        (way, contact, getattr(account, way.value) == contact)
        for way, contacts in own_ways(request.viewer).items()
        for contact in contacts
    ]
    if request.method == "POST":
        _send(request, next(((way, each) for way, each, _ in found if way == request.POST.get("way")), None))
        return HttpResponseRedirect(reverse("second-way"), status=303)
    return render(request, "rights/ways.jinja", {"found": found, "words": WAYS})


@unkept
def second_way(request: Request) -> HttpResponse:
    """Ask for the code that was sent, and let the way open her page from then on."""
    waiting: dict[str, Any] = request.session.get(KEY, {})
    if not waiting or time.time() - waiting["at"] > LASTS:
        return HttpResponseRedirect(reverse("my-ways"), status=303)
    form = CodeForm(request.POST if request.method == "POST" else None)

    def prove() -> HttpResponse:
        if not is_right(form.cleaned_data["code"], waiting["digest"], OF):
            _note_wrong(request, waiting)
            raise Refusal("second_way_code_wrong")
        add_way_to_sign_in(by=request.viewer, way=Way(waiting["way"]), contact=waiting["contact"])
        del request.session[KEY]
        return HttpResponseRedirect(reverse("my-ways"), status=303)

    return question(request, "rights/second_way.jinja", form, prove, {"contact": waiting["contact"]})


def _send(request: Request, chosen: tuple[Way, str] | None) -> None:
    if chosen is None:
        raise NotFound("way")
    way, contact = chosen
    if not ratelimit.consume(request, action="request_login_code", key=contact):
        raise Refusal("second_way_codes_spent")
    code = new_code()
    request.session[KEY] = {"way": way.value, "contact": contact, "digest": digest(code, OF), "at": time.time()}
    email, phone = (contact, None) if way is Way.EMAIL else (None, contact)
    send(Letter("sign_in_code", get_language() or "en", code, to_email=email, to_phone=phone))


def _note_wrong(request: Request, waiting: dict[str, Any]) -> None:
    """Count the wrong codes; with the third the code is over."""
    wrong = waiting.get("wrong", 0) + 1
    request.session[KEY] = waiting | {"wrong": wrong} if wrong < MOST_WRONG else {}
