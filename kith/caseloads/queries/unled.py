"""The families without a lead."""

from dataclasses import dataclass

from kith.caseloads.models.unled import Unled
from kith.families.queries.bereavement import bereaved
from kith.families.queries.reach import within_reach
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

MOST_UNLED = 10


@dataclass(frozen=True)
class UnledRow:
    """A family without a lead."""

    family_id: FamilyId


def unled_families(viewer: Viewer) -> Listed[UnledRow]:
    """List the newest families in reach that have no lead."""
    access.require(viewer, Permission.SEE_TODAY)
    rows = Unled.objects.filter(within_reach(viewer, family="family_id"), ~bereaved(family="family_id"))
    newest = rows.order_by("-registered_at", "family_id").values_list("family_id", flat=True)[: MOST_UNLED + 1]
    return Listed.cut([UnledRow(FamilyId(family_id)) for family_id in newest], MOST_UNLED)
