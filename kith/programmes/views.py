"""Outreach programmes: the list, one with its families and its reach, and enrolling a family."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.families.queries.cards import family_to_change
from kith.families.wording.records import INTERPRETER_NEEDS
from kith.kernel.ids import EnrolmentId, FamilyId, ProgrammeId
from kith.places.queries import ward_names
from kith.places.wording import ETHNICITIES
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question
from kith.programmes import queries as programmes_queries
from kith.programmes.actions import programmes as programmes_actions
from kith.programmes.actions.programmes import name_workers
from kith.programmes.forms import EnrolmentForm, ProgrammeForm, WorkersForm
from kith.programmes.queries import programme_page, programmes_for
from kith.tasks.views.returning import back


def programmes(request: Request) -> HttpResponse:
    """Every programme of the place."""
    shown = {
        "programmes": programmes_queries.programmes(request.viewer),
        "may_manage": Permission.MANAGE_PROGRAMMES in request.viewer.permissions,
        "ethnicities": ETHNICITIES,
        "wards": ward_names(),
    }
    return render(request, "programmes/programmes.jinja", shown)


def found_programme(request: Request) -> HttpResponse:
    """Begin a programme in one's own organisation."""
    form = ProgrammeForm(request.POST if request.method == "POST" else None)

    def found() -> HttpResponse:
        (organisation_id,) = request.viewer.organisation_ids
        return _to(
            programmes_actions.found_programme(by=request.viewer, organisation_id=organisation_id, **form.answer)
        )

    return question(request, "programmes/found_programme.jinja", form, found)


def programme(request: Request, programme_id: int) -> HttpResponse:
    """One programme: its families for its own people, its reach for all who count, its workers."""
    page = programme_page(request.viewer, ProgrammeId(programme_id), ListAsked.of(request.GET))
    form = WorkersForm(request.POST if request.method == "POST" else None, page)

    def name() -> HttpResponse:
        name_workers(by=request.viewer, programme_id=page.card.id, membership_ids=form.cleaned_data["workers"])
        return _to(programme_id)

    shown = {
        "page": page,
        "ethnicities": ETHNICITIES,
        "wards": ward_names(),
        "interpreter_needs": INTERPRETER_NEEDS,
    }
    return question(request, "programmes/programme.jinja", form, name, shown)


def enrol_family(request: Request, family_id: UUID) -> HttpResponse:
    """Ask which programme, and that she agreed."""
    family = family_to_change(request.viewer, FamilyId(family_id))
    offered = {card.id: card.name for card in programmes_for(request.viewer, family.id)}
    form = EnrolmentForm(request.POST if request.method == "POST" else None, programmes=offered, language=family.speaks)

    def enrol() -> HttpResponse:
        programmes_actions.enrol_family(by=request.viewer, family_id=family.id, **form.answer)
        return back(request, family.id, "enrolled")

    return question(request, "programmes/enrol_family.jinja", form, enrol, {"family": family, "offered": offered})


def end_enrolment(request: Request, programme_id: int, enrolment_id: int) -> HttpResponse:
    """Note that the programme no longer stands beside a family."""
    programmes_actions.end_enrolment(by=request.viewer, enrolment_id=EnrolmentId(enrolment_id), why="ended_by_worker")
    return _to(programme_id)


def _to(programme_id: int) -> HttpResponse:
    return HttpResponseRedirect(reverse("programme", args=[programme_id]))
