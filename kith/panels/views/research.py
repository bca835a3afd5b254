"""Pages of studies, and of what was made together."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override

from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.panels.actions import research
from kith.panels.actions.credits import ask_how_to_credit, note_joint_work
from kith.panels.actions.research import Way
from kith.panels.forms.own import InterviewForm
from kith.panels.forms.research import AskForm, PrivateLinkForm, StudyBeginForm, WorkForm
from kith.panels.queries.credits import joint_work, joint_works
from kith.panels.queries.panels import members_to_choose
from kith.panels.queries.research import StudyRow, studies, study
from kith.panels.rules.codes import JointWorkId, StudyId
from kith.panels.wording.codes import NAMINGS, WORK_KINDS
from kith.panels.wording.research import ABOUT, BARRIERS, WAYS
from kith.places.wording import language_choices
from kith.platform.access import Forbidden
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question


def all_studies(request: Request) -> HttpResponse:
    """The studies, the latest first."""
    page = {"studies": studies(request.viewer, ListAsked.of(request.GET, "studies")), "about": ABOUT}
    return render(request, "panels/studies.jinja", page)


def begin(request: Request) -> HttpResponse:
    """Ask what a study is about and how long it asks."""
    form = StudyBeginForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        study_id = research.begin_study(by=request.viewer, **form.answer)
        return HttpResponseRedirect(reverse("study", args=[study_id]), status=303)

    return question(request, "panels/begin_study.jinja", form, act)


def one(request: Request, study_id: int) -> HttpResponse:
    """One study: its open link in every language, its reasons, and a private link to send."""
    found = study(request.viewer, StudyId(study_id))
    if request.method == "POST" and Permission.MANAGE_PANELS not in request.viewer.permissions:
        raise Forbidden(Permission.MANAGE_PANELS.value)
    form = PrivateLinkForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        given = form.cleaned_data
        way = Way(given["email"].strip().lower(), given["phone"], given["language"])
        research.ask_by_private_link(
            by=request.viewer, study_id=found.row.id, way=way, request_key=given["request_key"]
        )
        return HttpResponseRedirect(f"{reverse('study', args=[study_id])}?done=link_sent", status=303)

    page = {"found": found, "about": ABOUT, "words": BARRIERS, "ways": WAYS, "links": _links(found.row)}
    page |= {"is_sent": request.GET.get("done") == "link_sent"}
    return question(request, "panels/study.jinja", form, act, page)


def interview(request: Request, study_id: int) -> HttpResponse:
    """Enter an interview: its reasons, and its words without names."""
    found = study(request.viewer, StudyId(study_id))
    form = InterviewForm(request.POST if request.method == "POST" else None, languages=language_choices())

    def act() -> HttpResponse:
        given = form.cleaned_data
        research.enter_interview(
            by=request.viewer,
            study_id=found.row.id,
            said=form.said(given["language"]),
            words=given["words"],
            request_key=given["request_key"],
        )
        return HttpResponseRedirect(reverse("study", args=[study_id]), status=303)

    return question(request, "panels/interview.jinja", form, act, {"found": found})


def works(request: Request) -> HttpResponse:
    """What was made together, and a form for something new."""
    form = WorkForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        work_id = note_joint_work(by=request.viewer, **form.answer)
        return HttpResponseRedirect(reverse("joint-work", args=[work_id]), status=303)

    page = {"works": joint_works(request.viewer, ListAsked.of(request.GET, "works")), "kinds": WORK_KINDS}
    return question(request, "panels/works.jinja", form, act, page)


def work(request: Request, work_id: int) -> HttpResponse:
    """One thing made together: who helped, how each is shown, and asking more of them."""
    row, asked = joint_work(request.viewer, JointWorkId(work_id))
    sent = request.POST if request.method == "POST" else None
    form = AskForm(sent, members=members_to_choose(request.viewer))

    def act() -> HttpResponse:
        ask_how_to_credit(by=request.viewer, work_id=row.id, members=form.member_ids)
        return HttpResponseRedirect(reverse("joint-work", args=[work_id]), status=303)

    page = {"row": row, "asked": asked, "kinds": WORK_KINDS, "namings": NAMINGS}
    return question(request, "panels/work.jinja", form, act, page)


def _links(row: StudyRow) -> list[tuple[str, str]]:
    """The open link in each language."""
    found = []
    for each in INTERFACE_LANGUAGES:
        with override(each.code):
            found.append((each.code, f"{settings.KITH.site_url}{reverse('answer-study', args=[row.token])}"))
    return found
