"""What follows for bookings when the room below changes a session or calls it off, in its transaction."""

from datetime import datetime

from django.db.models.functions import Least

from kith.groups import events
from kith.groups.actions.holding import end_held_of
from kith.groups.actions.offering import change_state, move_up
from kith.groups.models.bookings import Booking
from kith.groups.models.held import HeldBooking
from kith.groups.rules.codes import BookingState
from kith.kernel.ids import BookingId, FamilyId, SessionId
from kith.platform import audit, outbox
from kith.platform.access.viewer import Actor
from kith.whats_on.actions.places import locked_session
from kith.whats_on.booked import DateChange


def follow_change(by: Actor, change: DateChange) -> None:
    """Nothing that waits for an answer lasts beyond the new beginning, and what came free is offered."""
    start = change.new.starts_at
    if start < change.old.starts_at:
        offered = Booking.objects.filter(session_id=change.session_id, state=BookingState.OFFERED)
        offered.update(offered_until=Least("offered_until", start))
        held = HeldBooking.objects.filter(session_id=change.session_id)
        held.update(held_until=Least("held_until", start), words_until=Least("words_until", start))
    move_up(by, locked_session(change.session_id))


def end_bookings(by: Actor, session_id: SessionId, at: datetime) -> None:
    """Tell every family that had or waited for a place on a session that is called off."""
    end_held_of(session_id)
    for row in Booking.objects.live().filter(session_id=session_id):
        change_state(row, BookingState.CANCELLED, at=at)
        audit.record(by, "groups.booking_cancelled", row, family_id=FamilyId(row.family_id), by_us=True)
        outbox.append(events.BookingCancelled(BookingId(row.pk), row.revision))
