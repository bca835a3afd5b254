"""Writing down what a parent hopes for, and how it ended."""

from dataclasses import dataclass
from datetime import date

from kith.families.actions.locking import lock_family
from kith.families.queries.cards import family_of_baby
from kith.feeding.models.goals import FeedingEnd, FeedingGoal
from kith.feeding.rules.goals import AsWanted, Hope, HopedUntil, check_end, check_goal
from kith.feeding.rules.statuses import Source
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, ViewerKind
from kith.platform.action import action


@dataclass(frozen=True)
class Goal:
    """What she hopes for, in codes and in her own words, in the language she said it in."""

    hope: Hope
    until: HopedUntil | None
    words: str
    language: str
    source: Source

    @property
    def columns(self) -> dict[str, object]:
        """The goal as it is kept."""
        return {**vars(self), "until": self.until or "", "words": self.words.strip()}


@action
def say_goal(*, by: Actor, family_id: FamilyId, goal: Goal, baby_id: BabyId | None = None) -> int:
    """Write down what the parent hopes for, as they enter it or say it to a worker; said twice it is one."""
    needed = Permission.SEE_OWN_RECORD if by.kind is ViewerKind.PARENT else Permission.RECORD_FEEDING
    access.require(by, needed, family_id=family_id)
    lock_family(family_id)
    if baby_id and family_of_baby(by, baby_id).family_id != family_id:
        raise NotFound("baby")
    if refusal := check_goal(goal.hope, goal.until, goal.words):
        raise refusal
    row = FeedingGoal(
        family_id=family_id, baby_id=baby_id, **goal.columns, said_at=clock.now(), membership_id=by.membership_id
    )
    before = row.before()
    if before and before.is_same(row):
        return before.pk
    row.replace(before)
    audit.record(by, "feeding.goal_changed" if before else "feeding.goal_said", row, family_id=family_id)
    return row.pk


@action
def record_feeding_end(
    *, by: Actor, baby_id: BabyId, stopped_on: date | None, as_wanted: AsWanted, source: Source, asked_on: date
) -> int:
    """Write down when the baby had its last breast milk (no day: it had none) and whether that was as she wanted.

    Another answer takes the place of the one before, which stays; the same one twice is one.
    """
    access.require(by, Permission.RECORD_FEEDING)
    baby = family_of_baby(by, baby_id)
    lock_family(baby.family_id)
    refusal = check_end(stopped_on=stopped_on, asked_on=asked_on, born_on=baby.born_on, today=clock.today())
    if refusal:
        raise refusal
    row = FeedingEnd(
        baby_id=baby_id,
        stopped_on=stopped_on,
        as_wanted=as_wanted,
        source=source,
        asked_on=asked_on,
        recorded_at=clock.now(),
        membership_id=by.membership_id,
    )
    before = row.before()
    if before and before.is_same(row):
        return before.pk
    row.replace(before)
    audit.record(by, "feeding.feeding_end_recorded", row, family_id=baby.family_id)
    return row.pk
