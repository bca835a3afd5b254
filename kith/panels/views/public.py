"""Pages for everybody: Take part, a wish to join, and the questions behind a link."""

from functools import partial

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from kith.panels.actions.inviting import wish_to_take_part
from kith.panels.actions.research import answer_study
from kith.panels.forms.own import StudyForm, WishForm
from kith.panels.queries.credits import made_together
from kith.panels.queries.public import open_panels
from kith.panels.queries.public import take_part as read
from kith.panels.queries.research import questions_of
from kith.panels.wording.codes import EXPENSE_KINDS, PASSED_ANSWERS, WORK_KINDS
from kith.panels.wording.money import pounds
from kith.panels.wording.research import ABOUT
from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept
from kith.platform.ui.one_by_one import OneByOne


def take_part(request: Request) -> HttpResponse:
    """Ways to take part, what is paid, what panels said and changed, and what was made together."""
    page = {
        "page": read(request.viewer),
        "made": made_together(request.viewer),
        "kinds": EXPENSE_KINDS,
        "works": WORK_KINDS,
        "answers": PASSED_ANSWERS,
        "about": ABOUT,
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
        return render(request, "panels/thanks.jinja", {"is_wish": True, "is_over": False})

    page = {"back": reverse("take-part"), "title": gettext("Take part"), "last": gettext("Send it"), "note": ""}
    asked = OneByOne(partial(WishForm, panels=panels), "panels/one_question.jinja", page)
    return asked.answer(request, act)


@unkept
def answer(request: Request, study_token: str) -> HttpResponse:
    """What keeps people away, one question a page."""
    found = questions_of(request.viewer, study_token)
    if found.is_over:
        return render(request, "panels/thanks.jinja", {"is_wish": False, "is_over": True})

    def act(form: StudyForm) -> HttpResponse:
        said, key = form.said(get_language() or "en"), form.cleaned_data["request_key"]
        answer_study(by=request.viewer, token=study_token, said=said, request_key=key)
        return render(request, "panels/thanks.jinja", {"is_wish": False, "is_over": False})

    page = {
        "back": reverse("take-part"),
        "title": ABOUT[found.about],
        "last": gettext("Send it"),
        "note": gettext("No name is asked. Your answer is counted, and nobody can find you by it."),
    }
    return OneByOne(StudyForm, "panels/one_question.jinja", page).answer(request, act)
