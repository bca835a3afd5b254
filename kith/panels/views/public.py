"""Pages for the public: Take part, and a wish to join."""

from functools import partial

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from kith.panels.actions.inviting import wish_to_take_part
from kith.panels.forms.own import WishForm
from kith.panels.queries.credits import made_together
from kith.panels.queries.public import open_panels
from kith.panels.queries.public import take_part as read
from kith.panels.wording.codes import EXPENSE_KINDS, PASSED_ANSWERS, WORK_KINDS
from kith.panels.wording.money import pounds
from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept
from kith.studies.one_by_one import OneByOne
from kith.studies.queries.studies import open_studies
from kith.studies.wording import ABOUT


def take_part(request: Request) -> HttpResponse:
    """Ways to take part, what is paid, what panels said and changed, and what was made together."""
    page = {
        "page": read(request.viewer),
        "made": made_together(request.viewer),
        "kinds": EXPENSE_KINDS,
        "works": WORK_KINDS,
        "answers": PASSED_ANSWERS,
        "about": ABOUT,
        "studies": open_studies(request.viewer),
        "pounds": pounds,
    }
    return render(request, "panels/take_part.jinja", page)


@unkept
def wish(request: Request) -> HttpResponse:
    """Ask who would like to join a panel, one question a page."""
    panels = [(str(each.id), each.name) for each in open_panels(request.viewer)]
    if not panels:
        return HttpResponseRedirect(reverse("take-part"), status=303)

    def act(form: WishForm) -> HttpResponse:
        who, key = form.who(get_language() or "en"), form.cleaned_data["request_key"]
        wish_to_take_part(by=request.viewer, panel_id=form.panel_id, who=who, request_key=key)
        return render(request, "panels/thanks.jinja")

    page = {"back": reverse("take-part"), "title": gettext("Take part"), "last": gettext("Send it"), "note": ""}
    asked = OneByOne(partial(WishForm, panels=panels), "studies/one_question.jinja", page)
    return asked.answer(request, act)
