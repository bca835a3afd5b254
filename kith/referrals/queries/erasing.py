"""What can be erased of a family's referrals, in numbers."""

from dataclasses import dataclass

from kith.families.queries.cards import FamilyCard, family_to_change
from kith.kernel.ids import FamilyId
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.referrals.models.referrals import Referral, ReferralStep


@dataclass(frozen=True)
class ErasableWords:
    """In how many places words stand that can be erased, and how many open referrals keep theirs."""

    family: FamilyCard
    count: int
    open_count: int


def erasable_words(viewer: Viewer, family_id: FamilyId) -> ErasableWords:
    """The numbers for the page that asks; NotFound beyond reach. No words are read."""
    access.require(viewer, Permission.MERGE_FAMILIES, family_id=family_id)
    theirs = Referral.objects.filter(family_id=family_id)
    closed = theirs.closed()
    steps = ReferralStep.objects.filter(referral__in=closed).exclude(note="")
    return ErasableWords(
        family=family_to_change(viewer, family_id),
        count=steps.count() + closed.exclude(why="").count(),
        open_count=theirs.open().count(),
    )
