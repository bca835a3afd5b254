"""Which of some families are expected at a session soon."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from kith.families.queries import FamilyCard, family_cards
from kith.groups.models import Booking
from kith.groups.queries.bookings import BookingRow, row_of
from kith.groups.rules import BookingState
from kith.kernel.ids import FamilyId
from kith.platform import access
from kith.platform.access import Permission, Viewer

MOST_ROWS = 50


@dataclass(frozen=True)
class ExpectedFamily:
    """A family and the places it has."""

    family: FamilyCard
    booking: BookingRow


def families_expected(
    viewer: Viewer, family_ids: Collection[FamilyId], *, first: datetime, last: datetime, lang: str
) -> list[ExpectedFamily]:
    """Those of the families within the viewer's reach that have places between these instants, soonest first.

    A list of names and times, which opens no record; five statements at most.
    """
    access.require(viewer, Permission.SEE_TODAY)
    rows = (
        Booking.objects.filter(family_id__in=family_ids, state=BookingState.BOOKED, session__cancelled_at=None)
        .filter(session__starts_at__gte=first, session__starts_at__lt=last)
        .select_related("session__series")
        .order_by("session__starts_at", "pk")[:MOST_ROWS]
    )
    bookings = [(FamilyId(row.family_id), row_of(row, lang)) for row in rows]
    cards = family_cards(viewer, {family_id for family_id, _ in bookings})
    return [ExpectedFamily(cards[family_id], row) for family_id, row in bookings if family_id in cards]
