"""What the room that asks why a family could not come must know of its booking, and of the dates to come."""

from dataclasses import dataclass

from kith.families.rules.codes import InterpreterNeed
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import Attendance, BookingState
from kith.groups.rules.places import BookingContact, Needs, PlaceOrder
from kith.kernel.ids import BookingId, FamilyId, SessionId
from kith.platform.access.viewer import Viewer
from kith.whats_on.queries.sessions import SessionCard, card_of


@dataclass(frozen=True)
class MissedBooking:
    """A booking whose date is past: of which family, what was asked for, and whether it is still noted as missed."""

    booking_id: BookingId
    family_id: FamilyId
    session: SessionCard
    contact: BookingContact
    language: str
    needs: Needs
    did_not_come: bool

    def order(self, session_id: SessionId, request_key: str, *, interpreter_language: str = "") -> PlaceOrder:
        """The same places on another date; with an interpreter where a language is named, and else without one."""
        had = self.needs.interpreter_need
        instead = InterpreterNeed.NO if had is InterpreterNeed.YES else had
        need = InterpreterNeed.YES if interpreter_language else instead
        return PlaceOrder(
            session_id=session_id,
            request_key=request_key,
            contact=self.contact,
            language=self.language,
            places=self.needs.places,
            interpreter_need=need,
            interpreter_language=interpreter_language,
            access_needs=self.needs.access_needs,
            babies=self.needs.babies,
            older_children=self.needs.older_children,
            co_parent=self.needs.co_parent,
            reminders=self.needs.reminders,
        )


def missed_booking(_viewer: Viewer, booking_id: BookingId, *, lang: str) -> MissedBooking | None:
    """The booking, where the asking room lets its viewer see it; None where it is gone."""
    row = Booking.objects.select_related("session__series").filter(pk=booking_id).first()
    if row is None:
        return None
    return MissedBooking(
        booking_id=booking_id,
        family_id=FamilyId(row.family_id),
        session=card_of(row.session, lang),
        contact=BookingContact(row.contact_name, row.contact_email, row.contact_phone),
        language=row.language,
        needs=row.needs,
        did_not_come=row.state == BookingState.BOOKED and row.attendance == Attendance.DID_NOT_COME,
    )


def sessions_of_family(_viewer: Viewer, family_id: FamilyId) -> frozenset[SessionId]:
    """The sessions on which the family has, or waits for, places."""
    live = Booking.objects.live().filter(family_id=family_id)
    return frozenset(SessionId(each) for each in live.values_list("session_id", flat=True))
