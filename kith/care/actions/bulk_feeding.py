"""Very many goals and weights at once, for imports and demonstrations. Nothing here leads on: it is all past."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from kith.care import rules
from kith.care.actions.goals import Goal
from kith.care.actions.weights import Weighing
from kith.care.models import FeedingGoal, Weight
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId, MembershipId
from kith.platform import access, audit
from kith.platform.access import Actor, Permission
from kith.platform.imports import copy_rows


@dataclass(frozen=True)
class NewGoal:
    """What a family's parent hopes for; at most one that counts for each family in a load."""

    family_id: FamilyId
    goal: Goal
    said_at: datetime
    membership_id: MembershipId | None = None


@dataclass(frozen=True)
class NewWeight:
    """A weight taken in the past."""

    baby_id: BabyId
    weighing: Weighing
    membership_id: MembershipId | None = None


@transaction.atomic
def load_goals(*, by: Actor, goals: Iterable[NewGoal]) -> int:
    """Write all the goals down or none, and say how many; needs the right to administer."""
    access.require(by, Permission.ADMINISTER)
    count = copy_rows(
        FeedingGoal,
        ("family_id", "hope", "until", "words", "language", "source", "said_at", "membership_id", "is_current"),
        _goal_rows(goals),
    )
    audit.record(by, "care.goals_loaded", FeedingGoal(), count=count)
    return count


@transaction.atomic
def load_weights(*, by: Actor, weights: Iterable[NewWeight]) -> int:
    """Write all the weights down or none, and say how many; needs the right to administer."""
    access.require(by, Permission.ADMINISTER)
    count = copy_rows(
        Weight,
        ("baby_id", "grams", "weighed_at", "where", "recorded_at", "membership_id", "is_current"),
        _weight_rows(weights),
    )
    audit.record(by, "care.weights_loaded", Weight(), count=count)
    return count


def _goal_rows(goals: Iterable[NewGoal]) -> Iterator[tuple[object, ...]]:
    for each in goals:
        goal = each.goal
        if refusal := rules.check_goal(goal.hope, goal.until, goal.words):
            raise refusal
        yield (
            each.family_id,
            goal.hope.value,
            goal.until.value if goal.until else "",
            goal.words.strip(),
            goal.language,
            goal.source.value,
            each.said_at,
            each.membership_id,
            True,
        )


def _weight_rows(weights: Iterable[NewWeight]) -> Iterator[tuple[object, ...]]:
    now = clock.now()
    for each in weights:
        weighing = each.weighing
        day = clock.local(weighing.weighed_at).date()
        if refusal := rules.may_weigh(weighing.grams, weighed_at=weighing.weighed_at, born_on=day, now=now, day=day):
            raise refusal
        at = weighing.weighed_at
        yield (each.baby_id, weighing.grams, at, weighing.where.value, at, each.membership_id, True)
