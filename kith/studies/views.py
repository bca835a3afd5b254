"""Pages of studies: the questions behind a link, and the desk of those who run them."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext, override

from kith.files.qr import qr_code
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.places.wording import language_choices
from kith.platform.access import Forbidden
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.private_links import unkept
from kith.platform.ui.questions import question
from kith.studies.actions.asking import Way, answer_study, ask_by_private_link, begin_study, enter_interview
from kith.studies.forms import InterviewForm, PrivateLinkForm, StudyBeginForm, StudyForm
from kith.studies.one_by_one import OneByOne
from kith.studies.queries.studies import StudyRow, questions_of, studies, study
from kith.studies.rules.codes import StudyId
from kith.studies.wording import ABOUT, BARRIERS, WAYS


@unkept
def answer(request: Request, study_token: str) -> HttpResponse:
    """What keeps people away, one question a page."""
    found = questions_of(request.viewer, study_token)
    if found.is_over:
        return render(request, "studies/thanks.jinja", {"is_over": True})

    def act(form: StudyForm) -> HttpResponse:
        said, key = form.said(get_language() or "en"), form.cleaned_data["request_key"]
        answer_study(by=request.viewer, token=study_token, said=said, request_key=key)
        return render(request, "studies/thanks.jinja", {"is_over": False})

    page = {
        "back": reverse("take-part"),
        "title": ABOUT[found.about],
        "last": gettext("Send it"),
        "note": gettext("No name is asked. Your answer is counted, and nobody can find you by it."),
    }
    return OneByOne(StudyForm, "studies/one_question.jinja", page).answer(request, act)


def all_studies(request: Request) -> HttpResponse:
    """The studies, the latest first."""
    page = {"studies": studies(request.viewer, ListAsked.of(request.GET, "studies")), "about": ABOUT}
    return render(request, "studies/studies.jinja", page)


def begin(request: Request) -> HttpResponse:
    """Ask what a study is about and how long it asks."""
    form = StudyBeginForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        study_id = begin_study(by=request.viewer, **form.answer)
        return HttpResponseRedirect(reverse("study", args=[study_id]), status=303)

    return question(request, "studies/begin_study.jinja", form, act)


def one(request: Request, study_id: int) -> HttpResponse:
    """One study: its open link in every language, its reasons, and a private link to send."""
    found = study(request.viewer, StudyId(study_id))
    if request.method == "POST" and Permission.MANAGE_PANELS not in request.viewer.permissions:
        raise Forbidden(Permission.MANAGE_PANELS.value)
    form = PrivateLinkForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        given = form.cleaned_data
        way = Way(given["email"].strip().lower(), given["phone"], given["language"])
        ask_by_private_link(by=request.viewer, study_id=found.row.id, way=way, request_key=given["request_key"])
        return HttpResponseRedirect(f"{reverse('study', args=[study_id])}?done=link_sent", status=303)

    page = {
        "found": found,
        "about": ABOUT,
        "words": BARRIERS,
        "ways": WAYS,
        "links": _links(found.row),
        "qr_code": qr_code,
    }
    page |= {"links": _links(found.row), "is_sent": request.GET.get("done") == "link_sent"}
    return question(request, "studies/study.jinja", form, act, page)


def interview(request: Request, study_id: int) -> HttpResponse:
    """Enter an interview: its reasons, and its words without names."""
    found = study(request.viewer, StudyId(study_id))
    form = InterviewForm(request.POST if request.method == "POST" else None, languages=language_choices())

    def act() -> HttpResponse:
        given = form.cleaned_data
        enter_interview(
            by=request.viewer,
            study_id=found.row.id,
            said=form.said(given["language"]),
            words=given["words"],
            request_key=given["request_key"],
        )
        return HttpResponseRedirect(reverse("study", args=[study_id]), status=303)

    return question(request, "studies/interview.jinja", form, act, {"found": found})


def _links(row: StudyRow) -> list[tuple[str, str]]:
    """The open link in each language."""
    found = []
    for each in INTERFACE_LANGUAGES:
        with override(each.code):
            found.append((each.code, f"{settings.KITH.site_url}{reverse('answer-study', args=[row.token])}"))
    return found
