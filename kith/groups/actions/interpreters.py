"""An interpreter comes with the places, where the family asked for one. Listeners of this room's own events.

A booking that has changed since the event is answered by the later event, as in telling.
"""

from kith.directory.queries.venues import venues_by_id
from kith.families.rules.codes import InterpreterNeed
from kith.groups.events import BookingCancelled, DatesBooked, PlaceBooked
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import BookingState
from kith.interpreting.actions.requesting import cancel_need, request_interpreter
from kith.interpreting.queries.needs import NeedMet, need_met
from kith.interpreting.rules.codes import Mode, What
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, OrganisationId, VenueId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.platform import audit
from kith.platform.access.viewer import system_actor
from kith.platform.action import action_in_parts
from kith.whats_on.events import SessionMoved

ASKER = system_actor("groups.interpreters")


@action_in_parts
def ask_for_interpreter(event: PlaceBooked) -> None:
    """Ask for an interpreter for the time of the session, paid by who holds it; safe to run twice.

    Booked otherwise than before, another is asked, or none any more.
    """
    row = Booking.objects.select_related("session__series").get(pk=event.booking_id)
    if row.revision == event.revision:
        _ask_anew(row)


@action_in_parts
def ask_for_interpreters(event: DatesBooked) -> None:
    """The same for each of several dates that were booked as one; safe to run twice."""
    for row in Booking.objects.select_related("session__series").filter(pk__in=event.booking_ids).order_by("pk"):
        _ask(row)


@action_in_parts
def ask_interpreters_anew(event: SessionMoved) -> None:
    """Each interpreter is told that her time is her own again, and one is asked for the new time; safe to run twice."""
    wanted = Booking.objects.on_moved(event).filter(state=BookingState.BOOKED, interpreter_need=InterpreterNeed.YES)
    for row in wanted.select_related("session__series"):
        _ask_anew(row)


@action_in_parts
def no_interpreter_needed(event: BookingCancelled) -> None:
    """The places are given back, so is the interpreter; safe to run twice."""
    row = Booking.objects.get(pk=event.booking_id)
    if row.revision == event.revision:
        cancel_need(by=ASKER, need=_need(event.booking_id))


def _ask_anew(row: Booking) -> None:
    need = _need(BookingId(row.pk))
    if need_met(ASKER, need) != _wanted(row):
        cancel_need(by=ASKER, need=need)
        _ask(row)


def _ask(row: Booking) -> None:
    wanted = _wanted(row)
    if wanted is None or row.session.starts_at <= clock.now():
        return
    try:
        request_interpreter(
            by=ASKER,
            family_id=FamilyId(row.family_id),
            organisation_id=OrganisationId(row.session.series.organisation_id),
            is_doubled=False,
            what=What.SESSION,
            need=_need(BookingId(row.pk)),
            **vars(wanted),
        )
    except Refusal as refusal:
        # An interpreter of hers at that time is on the way already, or the session is longer than anybody interprets.
        audit.record(ASKER, "groups.interpreter_not_asked", row, family_id=FamilyId(row.family_id), why=refusal.code)


def _wanted(row: Booking) -> NeedMet | None:
    """The interpreter that the family needs there; None where it has no place, or understands what is spoken."""
    session = row.session
    if row.state is not BookingState.BOOKED or row.interpreter_need is not InterpreterNeed.YES:
        return None
    if row.interpreter_language in (session.language, ENGLISH.code):
        return None
    return NeedMet(
        starts_at=session.starts_at,
        minutes=round((session.ends_at - session.starts_at).total_seconds() / 60),
        mode=Mode.FACE_TO_FACE if session.venue_id else Mode.VIDEO,
        place=_place(row),
        language=row.interpreter_language,
    )


def _need(booking_id: BookingId) -> str:
    return f"session:{booking_id}"


def _place(row: Booking) -> str:
    if row.session.venue_id is None:
        return ""
    venue_id = VenueId(row.session.venue_id)
    venue = venues_by_id(ASKER, [venue_id], lang=ENGLISH.code)[venue_id]
    return f"{venue.name}, {venue.address}, {venue.postcode}"[:200]
