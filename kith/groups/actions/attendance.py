"""The register on the day."""

from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import Attendance, BookingState
from kith.kernel.ids import BookingId, FamilyId, SessionId
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def mark_attendance(*, by: Actor, session_id: SessionId, booking_id: BookingId, attendance: Attendance) -> None:
    """Note whether the family came; "expected" takes an earlier note back. Own organisation's sessions only."""
    access.require(by, Permission.SEE_REGISTER)
    bookings = Booking.objects.visible_to(by).filter(session_id=session_id, state=BookingState.BOOKED)
    row = bookings.select_for_update(of=("self",)).filter(pk=booking_id).first()
    if row is None:
        raise NotFound("booking")
    if row.attendance == attendance:
        return
    row.attendance = attendance
    row.save(update_fields=["attendance"])
    audit.record(by, "groups.attendance_marked", row, family_id=FamilyId(row.family_id), attendance=attendance)
