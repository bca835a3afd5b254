"""How babies were fed and weighed, as it is loaded. Nothing leads on from it: it is all past."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from kith.feeding.actions.goals import Goal
from kith.feeding.actions.weights import Weighing
from kith.feeding.models.goals import FeedingGoal
from kith.feeding.models.statuses import FeedingStatus
from kith.feeding.models.weights import Weight
from kith.feeding.rules import statuses as feeding
from kith.feeding.rules.goals import check_goal
from kith.feeding.rules.statuses import Feeding, FirstFeed, Milestone, SkinToSkin, Source, may_record
from kith.feeding.rules.weights import may_weigh
from kith.imports.copying import Cells, Tables
from kith.kernel import clock
from kith.kernel.clock import LONDON
from kith.kernel.ids import BabyId, FamilyId, MembershipId


@dataclass(frozen=True)
class NewFeeding:
    """An answer to how a baby was fed; at most one for each baby and milestone in a load."""

    baby_id: BabyId
    born_on: date
    milestone: Milestone
    status: Feeding
    asked_on: date
    membership_id: MembershipId | None = None
    source: Source = Source.UNSTATED
    first_feed: FirstFeed | None = None
    skin_to_skin: SkinToSkin | None = None


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


def feeding_row(new: NewFeeding) -> Iterator[Cells]:
    """The row of an answer, written down at noon of the day; Refusal outside the milestone's window."""
    refusal = may_record(new.milestone, born_on=new.born_on, asked_on=new.asked_on, today=clock.today())
    if refusal:
        raise refusal
    yield {
        "baby_id": new.baby_id,
        "milestone": new.milestone,
        "status": new.status,
        "due_on": feeding.due_on(new.milestone, new.born_on),
        "asked_on": new.asked_on,
        "recorded_at": datetime.combine(new.asked_on, time(12), LONDON),
        "membership_id": new.membership_id,
        "is_current": True,
        "source": new.source,
        "first_feed": new.first_feed or "",
        "skin_to_skin": new.skin_to_skin or "",
    }


def goal_row(new: NewGoal) -> Iterator[Cells]:
    """The row of a goal; Refusal where it cannot be one."""
    goal = new.goal
    if refusal := check_goal(goal.hope, goal.until, goal.words):
        raise refusal
    yield {
        "family_id": new.family_id,
        **goal.columns,
        "said_at": new.said_at,
        "membership_id": new.membership_id,
        "is_current": True,
    }


def weight_row(new: NewWeight) -> Iterator[Cells]:
    """The row of a weight; Refusal where it cannot be one."""
    at = new.weighing.weighed_at
    day = clock.local(at).date()
    if refusal := may_weigh(new.weighing.grams, weighed_at=at, born_on=day, now=clock.now(), day=day):
        raise refusal
    yield {
        "baby_id": new.baby_id,
        **vars(new.weighing),
        "recorded_at": at,
        "membership_id": new.membership_id,
        "is_current": True,
    }


TABLES: dict[type[Any], Tables] = {
    NewFeeding: ((FeedingStatus, feeding_row),),
    NewGoal: ((FeedingGoal, goal_row),),
    NewWeight: ((Weight, weight_row),),
}
