"""A worker books for a person who rings, or for a family whose record is open."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.families.queries.cards import contact_of, family_to_change
from kith.groups.actions.booking import book_for_person, book_place
from kith.groups.forms.desk import DeskBookingForm
from kith.groups.forms.needs import as_initial
from kith.groups.queries.needs import needs_remembered
from kith.kernel.ids import FamilyId, SessionId
from kith.kernel.languages import ENGLISH, interface_language
from kith.organisations.queries.people import organisation_of_kind
from kith.organisations.rules import OrganisationKind
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request, Viewer
from kith.platform.listing import ListAsked, paged
from kith.platform.ui.questions import question
from kith.whats_on.queries.desk import session_to_run
from kith.whats_on.queries.sessions import SessionCard, find_sessions, session_card


def book_for(request: Request, session_id: int) -> HttpResponse:
    """The form of the public page, asked aloud: for a person who may be on no record yet."""
    session = session_to_run(request.viewer, SessionId(session_id), lang=get_language() or "en")
    if session is None:
        raise NotFound("session")
    form = _form(request, session, {}, language=ENGLISH.code)

    def act() -> HttpResponse:
        receipt = book_for_person(by=request.viewer, wish=form.wish())
        return HttpResponseRedirect(f"{reverse('register', args=[session_id])}#b{receipt.booking_id}", status=303)

    health_visiting = organisation_of_kind(OrganisationKind.HEALTH_VISITING)
    return question(request, "groups/book_for.jinja", form, act, {"session": session, "asks_consent": health_visiting})


def book_for_family(request: Request, session_id: int, family_id: UUID) -> HttpResponse:
    """The same for a family on record: what it has told before stands there already."""
    family = family_to_change(request.viewer, FamilyId(family_id))
    session = session_card(request.viewer, SessionId(session_id), lang=get_language() or "en")
    if session is None:
        raise NotFound("session")
    language = interface_language(family.reads).code
    form = _form(request, session, _known(request.viewer, family.id), language=language)

    def act() -> HttpResponse:
        book_place(by=request.viewer, family_id=family.id, order=form.order())
        return HttpResponseRedirect(f"{reverse('family', args=[family.id])}?done=place_booked", status=303)

    return question(request, "groups/book_for.jinja", form, act, {"session": session, "family": family})


def sessions_for_family(request: Request, family_id: UUID) -> HttpResponse:
    """What is to come that can be booked, to choose from for this family."""
    family = family_to_change(request.viewer, FamilyId(family_id))
    rows = [each for each in find_sessions(request.viewer, lang=get_language() or "en") if each.is_bookable]
    found = paged(rows, ListAsked.of(request.GET))
    return render(request, "groups/sessions_for_family.jinja", {"family": family, "found": found})


def _form(request: Request, session: SessionCard, initial: dict[str, object], *, language: str) -> DeskBookingForm:
    sent = request.POST if request.method == "POST" else None
    return DeskBookingForm(sent, session_id=session.id, language=language, initial=initial)


def _known(viewer: Viewer, family_id: FamilyId) -> dict[str, object]:
    """How to reach the family, and what it has answered before."""
    contact, needs = contact_of(viewer, family_id), needs_remembered(viewer, family_id)
    reached: dict[str, object] = {"name": contact.name, "contact": contact.email or contact.phone} if contact else {}
    if contact and not needs and contact.interpreter_need == "yes":
        reached |= {"interpreter": "yes", "interpreter_language": contact.speaks}
    return reached | (as_initial(needs) if needs else {})
