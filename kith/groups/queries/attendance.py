"""What stands in the register about single bookings, for rooms above that bring marks in from elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import Attendance, BookingState
from kith.kernel.ids import BookingId, FamilyId, SessionId
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Marked:
    """A family that has its places, and how it is marked now."""

    booking_id: BookingId
    session_id: SessionId
    name: str
    attendance: Attendance


def attendance_now(viewer: Viewer, booking_ids: Iterable[BookingId]) -> dict[BookingId, Attendance]:
    """How these bookings are marked, by id; those that are given back, or of other organisations, are left out."""
    return {row.booking_id: row.attendance for row, _ in _marked(viewer, booking_ids)}


def marked_bookings(viewer: Viewer, booking_ids: Iterable[BookingId]) -> dict[BookingId, Marked]:
    """The same with the families' names; each is noted as looked at."""
    found = _marked(viewer, booking_ids)
    for row, family_id in found:
        audit.read(viewer, "groups.register", "groups.Booking", row.booking_id, family_id=family_id)
    return {row.booking_id: row for row, _ in found}


def _marked(viewer: Viewer, booking_ids: Iterable[BookingId]) -> list[tuple[Marked, FamilyId]]:
    access.require(viewer, Permission.SEE_REGISTER)
    rows = Booking.objects.visible_to(viewer).filter(pk__in=set(booking_ids), state=BookingState.BOOKED)
    return [
        (
            Marked(BookingId(row.pk), SessionId(row.session_id), row.contact_name, row.attendance),
            FamilyId(row.family_id),
        )
        for row in rows
    ]
