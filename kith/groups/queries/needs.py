"""What a family has told already of who comes along and what would make it easy."""

from kith.groups.models.bookings import Booking
from kith.groups.rules.places import Needs
from kith.kernel.ids import FamilyId
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


def needs_remembered(viewer: Viewer, family_id: FamilyId) -> Needs | None:
    """The answers in the family's latest booking; None where it has booked nothing yet. NotFound beyond reach."""
    access.require(viewer, Permission.BOOK_PLACE, family_id=family_id)
    row = Booking.objects.filter(family_id=family_id).order_by("-booked_at", "-pk").first()
    return row.needs if row else None
