"""Several dates at once, for a room above that books them as one: the dates, and how families stand on them."""

from collections.abc import Collection
from dataclasses import dataclass

from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import LIVE_STATES, Attendance, BookingState
from kith.kernel.ids import BookingId, FamilyId, SessionId
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class DateBooking:
    """How a family stands on one date: the booking that lives, else the one given back last."""

    id: BookingId
    token: str
    places: int
    state: BookingState
    attendance: Attendance
    revision: int = 1


def bookings_on(
    _viewer: Viewer, session_ids: Collection[SessionId], family_ids: Collection[FamilyId]
) -> dict[tuple[FamilyId, SessionId], DateBooking]:
    """How each of these families stands on each of these dates, as far as the viewer may see it. One statement."""
    rows = Booking.objects.filter(session_id__in=session_ids, family_id__in=family_ids).order_by("booked_at", "pk")
    found: dict[tuple[FamilyId, SessionId], DateBooking] = {}
    for row in rows:
        key = FamilyId(row.family_id), SessionId(row.session_id)
        if key not in found or found[key].state not in LIVE_STATES:
            found[key] = DateBooking(BookingId(row.pk), row.token, row.places, row.state, row.attendance, row.revision)
    return found
