"""Recording how a baby is fed at a milestone."""

from datetime import date

from kith.families.actions.locking import lock_family
from kith.families.queries.cards import family_of_baby
from kith.feeding.models.statuses import FeedingStatus
from kith.feeding.rules.statuses import (
    Feeding,
    FirstFeed,
    Milestone,
    SkinToSkin,
    Source,
    check_first_feed,
    due_on,
    may_record,
)
from kith.kernel import clock
from kith.kernel.ids import BabyId
from kith.platform import access, audit, freshness
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic


@action
def record_feeding(
    *,
    by: Actor,
    baby_id: BabyId,
    milestone: Milestone,
    status: Feeding,
    asked_on: date,
    source: Source = Source.UNSTATED,
    first_feed: FirstFeed | None = None,
    skin_to_skin: SkinToSkin | None = None,
) -> int:
    """Write down how the baby is fed and where the answer comes from; of the first feed also what it was.

    The same answer sent twice is one row, another answer corrects the one before.
    """
    access.require(by, Permission.RECORD_FEEDING)
    baby = family_of_baby(by, baby_id)
    lock_family(baby.family_id)
    if refusal := may_record(milestone, born_on=baby.born_on, asked_on=asked_on, today=clock.today()):
        raise refusal
    if refusal := check_first_feed(milestone, status, first_feed, skin_to_skin):
        raise refusal
    row = FeedingStatus(
        baby_id=baby_id,
        milestone=milestone,
        status=status,
        asked_on=asked_on,
        source=source,
        first_feed=first_feed or "",
        skin_to_skin=skin_to_skin or "",
        due_on=due_on(milestone, baby.born_on),
        recorded_at=clock.now(),
        membership_id=by.membership_id,
    )
    before = row.before()
    if before and before.is_same(row):
        return before.pk
    row.replace(before)
    done = "feeding.feeding_corrected" if before else "feeding.feeding_recorded"
    audit.record(by, done, row, family_id=baby.family_id, milestone=milestone)
    freshness.invalidate(Topic.NUMBERS)
    return row.pk
