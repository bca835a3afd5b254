"""Booking places, and the page of a booking behind its private link."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.families.queries.cards import contact_of
from kith.groups.actions.booking import book_for_person, book_place
from kith.groups.actions.cancelling import book_again, cancel_booking
from kith.groups.actions.holding import hold_places
from kith.groups.actions.offering import accept_offer
from kith.groups.forms.booking import BookingForm
from kith.groups.forms.needs import as_initial, company, summary
from kith.groups.queries import bookings
from kith.groups.queries.bookings import booking_page
from kith.groups.queries.needs import needs_remembered
from kith.groups.rules.places import HELD_FOR
from kith.kernel.ids import FamilyId, SessionId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import organisation_of_kind
from kith.organisations.rules import OrganisationKind
from kith.places.codes.languages import spoken_language
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request, Viewer, ViewerKind
from kith.platform.private_links import address, unkept
from kith.platform.ui.questions import is_done
from kith.platform.ui.refusals import refusal_words
from kith.platform.web.asked_lately import asked_too_often
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.whats_on.queries.pages import venue_of
from kith.whats_on.queries.sessions import session_card

MOST_KEPT = 10
"""How many wishes of one network address keep places at a time; others wait too, for many mothers share one."""


@unkept
def book(request: Request, session_id: int) -> HttpResponse:
    """The one calm form; sent twice it books once. A visitor is led to the page that waits for her proof."""
    lang = get_language() or "en"
    family_id = _own_family(request.viewer)
    remembered = needs_remembered(request.viewer, family_id) if family_id else None
    form = BookingForm(
        request.POST if request.method == "POST" else None,
        session_id=SessionId(session_id),
        language=lang,
        initial=_known_of(request.viewer, family_id) | (as_initial(remembered) if remembered else {}),
    )
    led_to: list[str] = []
    if is_done(form, lambda: led_to.append(_take(request, form, family_id))):
        return see_other(led_to[0])
    session = session_card(request.viewer, SessionId(session_id), lang=lang)
    if session is None:
        raise NotFound("session")
    venue = venue_of(request.viewer, session, lang=lang)
    health_visiting = None if family_id else organisation_of_kind(OrganisationKind.HEALTH_VISITING)
    context = {
        "session": session,
        "venue": venue,
        "form": form,
        "health_visiting": health_visiting,
        "told": summary(remembered) if remembered else None,
    }
    return render(request, "groups/book.jinja", context)


@unkept
@asks_first("cancel")
def booking(request: Request, token: str) -> HttpResponse:
    """What was booked or is offered, the calendar file, and cancelling: with a way back, or asked first where others
    wait.
    """
    problem = ""
    if request.method == "POST":
        try:
            return _act(request, token)
        except Refusal as refusal:
            problem = refusal_words(refusal)
    found = booking_page(request.viewer, token, lang=get_language() or "en")
    if found is None:
        raise NotFound("booking")
    # Of the crèche, while she waits for it, the page speaks by itself.
    along = list(company(replace(found.needs, wants_creche=found.needs.wants_creche and not found.creche_waits)))
    context = {"booking": found, "along": along, "problem": problem, "spoken_language": spoken_language}
    return render(request, "groups/booking.jinja", context)


def _act(request: Request, token: str) -> HttpResponse:
    """What the tapped button does; cancelling is the one that asks first where others wait."""
    act = _ACTS.get(request.POST.get("do", ""), cancel_booking)

    def done(_said: object = None) -> HttpResponse:
        act(by=request.viewer, token=token)
        return see_other(reverse("booking", args=[token]))

    sure = _sure(request, token) if act is cancel_booking else None
    return confirmed(request, sure, done) if sure else done()


_ACTS: dict[str, Callable[..., object]] = {
    "accept": accept_offer,
    "book-again": book_again,
    "wait-again": partial(book_again, may_wait=True),
}


def _sure(request: Request, token: str) -> Sure | None:
    """What cannot be undone is asked about: where others wait, the place is theirs at once."""
    found = booking_page(request.viewer, token, lang=get_language() or "en")
    if found is None or not found.is_wanted:
        return None
    happens = (_("Other families wait: your place is offered to one of them at once."), _("You may not get it back."))
    title, back = found.session.title.text, reverse("booking", args=[token])
    return Sure(_("Cancel your booking?"), title, happens, _("Cancel my booking"), back, "layouts/public.jinja")


@unkept
def booking_calendar(request: Request, token: str) -> HttpResponse:
    """The calendar file, for any phone."""
    link = address("booking", token, get_language() or "en")
    file = bookings.booking_calendar(request.viewer, token, link=link)
    if file is None:
        raise NotFound("booking")
    return calendar_file(file)


def _take(request: Request, form: BookingForm, family_id: FamilyId | None) -> str:
    """The address of what it became: a booking for who has signed in, else the page that waits for the proof."""
    viewer = request.viewer
    if family_id:
        return reverse("booking", args=[book_place(by=viewer, family_id=family_id, order=form.order()).token])
    if viewer.is_staff:
        return reverse("booking", args=[book_for_person(by=viewer, wish=form.wish()).token])
    too_often = asked_too_often(request, "hold_places", most=MOST_KEPT, within=HELD_FOR)
    held = hold_places(by=viewer, wish=form.wish(), keeps_places=not too_often)
    return reverse("held-booking", args=[held.session_id, held.token])


def _own_family(viewer: Viewer) -> FamilyId | None:
    return min(viewer.family_ids) if viewer.kind is ViewerKind.PARENT and viewer.family_ids else None


def _known_of(viewer: Viewer, family_id: FamilyId | None) -> dict[str, object]:
    """What a signed-in parent need not type again."""
    known = contact_of(viewer, family_id) if family_id else None
    return {"name": known.name, "contact": known.email or known.phone} if known else {}


def calendar_file(text: str) -> HttpResponse:
    """A calendar file, as a phone takes it."""
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="kith.ics"'
    return response


def see_other(address: str) -> HttpResponse:
    """Lead on from what was sent."""
    return HttpResponseRedirect(address, status=303)
