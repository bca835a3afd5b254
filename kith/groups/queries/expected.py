"""Which of some families are expected at a session soon."""

from dataclasses import dataclass
from datetime import datetime

from kith.caseloads.queries.leading import is_led_by
from kith.groups.models.bookings import Booking
from kith.groups.queries.bookings import BookingRow, row_of
from kith.groups.rules.codes import BookingState
from kith.kernel.ids import FamilyId
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.prepared import Given, PreparedFor


@dataclass(frozen=True)
class ExpectedFamily:
    """A family and the places it has."""

    family_id: FamilyId
    booking: BookingRow


def families_expected(viewer: Viewer, *, first: datetime, last: datetime, lang: str) -> list[ExpectedFamily]:
    """The families the viewer leads that have places between these instants, soonest first; whether the viewer may see
    each of them is asked by the list that shows their names.

    A list of sessions and times, which opens no record.
    """
    access.require(viewer, Permission.SEE_TODAY)
    rows = _EXPECTED(viewer, first=first, last=last)
    return [ExpectedFamily(FamilyId(row.family_id), row_of(row, lang)) for row in rows]


_EXPECTED = PreparedFor(
    lambda viewer: (
        Booking.objects.filter(is_led_by(viewer), state=BookingState.BOOKED, session__cancelled_at=None)
        .filter(session__starts_at__gte=Given("first"), session__starts_at__lt=Given("last"))
        .select_related("session__series")
        .order_by("session__starts_at", "pk")
    )
)
