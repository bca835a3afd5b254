"""A family's right to have words about it erased: what people wrote freely in its referrals, never that it happened."""

from kith.families.actions.locking import lock_family
from kith.kernel.ids import FamilyId
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.referrals.models.referrals import Referral, ReferralStep


@action
def erase_referral_words(*, by: Actor, family_id: FamilyId) -> int:
    """Blank the free words in the family's closed referrals for ever, and say in how many places; again it is none.

    Each step stays with its state, day and person. Open referrals keep their words: staff still work by them.
    """
    access.require(by, Permission.MERGE_FAMILIES, family_id=family_id)
    lock_family(family_id)
    closed = Referral.objects.closed().filter(family_id=family_id)
    count = ReferralStep.objects.filter(referral__in=closed).exclude(note="").update(note="")
    count += Referral.objects.filter(pk__in=closed.values("pk")).exclude(why="").update(why="")
    if count:
        audit.record(by, "referrals.referral_words_erased", Referral(), family_id=family_id, count=count)
    return count
