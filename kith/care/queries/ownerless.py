"""What has lost its owner: nothing, ever."""

from dataclasses import dataclass

from kith.care.models.ownership import without_owner
from kith.kernel.ids import FamilyId, MembershipId
from kith.platform.access import Viewer, ViewerKind


@dataclass(frozen=True)
class Ownerless:
    """Something open whose owner does not work here (any more)."""

    kind: str
    family_id: FamilyId
    membership_id: MembershipId


def ownerless(viewer: Viewer) -> list[Ownerless]:
    """Every open thing whose owner has left. For Kith itself: its checks expect the list to be empty."""
    if viewer.kind is not ViewerKind.SYSTEM:
        return []
    return [Ownerless(*each) for each in without_owner()]
