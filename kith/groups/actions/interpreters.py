"""An interpreter comes with the places, where the family asked for one. Listeners of this room's own events.

A booking that has changed since the event is answered by the later event, as in telling.
"""

from kith.directory.queries.venues import venues_by_id
from kith.families.rules.codes import InterpreterNeed
from kith.groups.events import BookingCancelled, PlaceBooked
from kith.groups.models import Booking
from kith.groups.rules.codes import BookingState
from kith.interpreting.actions.requesting import cancel_need, request_interpreter
from kith.interpreting.rules.codes import Mode, What
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, OrganisationId, VenueId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.platform import audit
from kith.platform.access.viewer import system_actor
from kith.platform.action import action_in_parts

ASKER = system_actor("groups.interpreters")


@action_in_parts
def ask_for_interpreter(event: PlaceBooked) -> None:
    """Ask for an interpreter for the time of the session, paid by who holds it; safe to run twice."""
    row = Booking.objects.select_related("session__series").get(pk=event.booking_id)
    session = row.session
    if row.revision != event.revision or row.state != BookingState.BOOKED or session.starts_at <= clock.now():
        return
    if row.interpreter_need != InterpreterNeed.YES or row.interpreter_language in (session.language, ENGLISH.code):
        return
    try:
        request_interpreter(
            by=ASKER,
            family_id=FamilyId(row.family_id),
            organisation_id=OrganisationId(session.series.organisation_id),
            starts_at=session.starts_at,
            minutes=round((session.ends_at - session.starts_at).total_seconds() / 60),
            is_doubled=False,
            language=row.interpreter_language,
            mode=Mode.FACE_TO_FACE if session.venue_id else Mode.VIDEO,
            what=What.SESSION,
            place=_place(row),
            need=_need(event.booking_id),
        )
    except Refusal as refusal:
        # An interpreter of hers at that time is on the way already, or the session is longer than anybody interprets.
        audit.record(ASKER, "groups.interpreter_not_asked", row, family_id=FamilyId(row.family_id), why=refusal.code)


@action_in_parts
def no_interpreter_needed(event: BookingCancelled) -> None:
    """The places are given back, so is the interpreter; safe to run twice."""
    row = Booking.objects.get(pk=event.booking_id)
    if row.revision == event.revision:
        cancel_need(by=ASKER, need=_need(event.booking_id))


def _need(booking_id: BookingId) -> str:
    return f"session:{booking_id}"


def _place(row: Booking) -> str:
    if row.session.venue_id is None:
        return ""
    venue_id = VenueId(row.session.venue_id)
    venue = venues_by_id(ASKER, [venue_id], lang=ENGLISH.code)[venue_id]
    return f"{venue.name}, {venue.address}, {venue.postcode}"[:200]
