"""Outreach programmes: the list, one with its families and its reach, and enrolling a family."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.families.queries.cards import family_to_change
from kith.families.wording.records import INTERPRETER_NEEDS
from kith.kernel.ids import EnrolmentId, FamilyId, ProgrammeId
from kith.kernel.refusal import Refusal
from kith.places.queries import ward_names
from kith.places.wording import ETHNICITIES
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
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
    if request.method == "POST" and form.is_valid():
        (organisation_id,) = request.viewer.organisation_ids
        try:
            programme_id = programmes_actions.found_programme(
                by=request.viewer,
                organisation_id=organisation_id,
                name=form.cleaned_data["name"],
                communities=form.communities,
                before_birth="before" in form.cleaned_data["times"],
                after_birth="after" in form.cleaned_data["times"],
            )
            return HttpResponseRedirect(reverse("programme", args=[programme_id]))
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "programmes/found_programme.jinja", {"form": form}, status=422 if form.errors else 200)


def programme(request: Request, programme_id: int) -> HttpResponse:
    """One programme: its families for its own people, its reach for all who count, its workers."""
    page = programme_page(request.viewer, ProgrammeId(programme_id))
    is_sent = request.method == "POST"
    current = [card.id for card in page.card.workers]
    form = WorkersForm(request.POST if is_sent else None, people=page.colleagues, current=current)
    if is_sent and form.is_valid():
        try:
            name_workers(by=request.viewer, programme_id=page.card.id, membership_ids=form.people)
            return HttpResponseRedirect(reverse("programme", args=[programme_id]))
        except Refusal as refusal:
            form.refuse(refusal)
    shown = {
        "page": page,
        "form": form,
        "ethnicities": ETHNICITIES,
        "wards": ward_names(),
        "interpreter_needs": INTERPRETER_NEEDS,
    }
    return render(request, "programmes/programme.jinja", shown, status=422 if form.errors else 200)


def enrol_family(request: Request, family_id: UUID) -> HttpResponse:
    """Ask which programme, and that she agreed."""
    family = family_to_change(request.viewer, FamilyId(family_id))
    offered = programmes_for(request.viewer, family.id)
    is_sent = request.method == "POST"
    form = EnrolmentForm(
        request.POST if is_sent else None,
        programmes={card.id: card.name for card in offered},
        language=family.speaks,
    )
    if is_sent and form.is_valid():
        try:
            programmes_actions.enrol_family(
                by=request.viewer,
                programme_id=form.programme_id,
                family_id=family.id,
                language=form.cleaned_data["language"],
            )
            return back(request, family.id, "enrolled")
        except Refusal as refusal:
            form.refuse(refusal)
    shown = {"form": form, "family": family, "offered": offered}
    return render(request, "programmes/enrol_family.jinja", shown, status=422 if form.errors else 200)


def end_enrolment(request: Request, programme_id: int, enrolment_id: int) -> HttpResponse:
    """Note that the programme no longer stands beside a family."""
    programmes_actions.end_enrolment(by=request.viewer, enrolment_id=EnrolmentId(enrolment_id), why="ended_by_worker")
    return HttpResponseRedirect(reverse("programme", args=[programme_id]))
