"""Outreach programmes: the list, one with its families and its reach, and enrolling a family."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

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
from kith.programmes.queries import enrolment_of, programme_page, programmes_for
from kith.programmes.wording.notices import no_longer_beside
from kith.tasks.views.returning import back
from kith.undoing.confirming import Sure, asks_first, confirmed


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


@asks_first()
def end_enrolment(request: Request, programme_id: int, enrolment_id: int) -> HttpResponse:
    """Note that the programme no longer stands beside a family, once it is clear who hears of it."""
    row = enrolment_of(request.viewer, ProgrammeId(programme_id), EnrolmentId(enrolment_id))
    if row is None:
        return _to(programme_id)
    card = next(each for each in programmes_queries.programmes(request.viewer) if each.id == programme_id)

    def act(_said: object) -> HttpResponse:
        programmes_actions.end_enrolment(by=request.viewer, enrolment_id=row.id, why="ended_by_worker")
        return _to(programme_id)

    happens = (
        no_longer_beside(card.name, row.worker.name),
        _("The worker, the family’s lead and the family are told."),
        _("The family can join again at any time."),
    )
    end = _("End the programme for this family")
    return confirmed(request, Sure(f"{end}?", row.family.name, happens, end, reverse("programme", args=[card.id])), act)


def _to(programme_id: int) -> HttpResponse:
    return HttpResponseRedirect(reverse("programme", args=[programme_id]))
