"""Who follows up a mother after a course, and by when. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kith.kernel.ids import MembershipId

FRIDAY = 4
LONGEST_STEP = 200


@dataclass(frozen=True)
class Follower:
    """Whose the follow-up is, and whether that person may open the family's record."""

    membership_id: MembershipId
    opens_record: bool


def follower(beside: Sequence[MembershipId], coordinators: Sequence[MembershipId]) -> Follower | None:
    """The family's lead or deputy who may open its record; else those who run the course; None without either."""
    if beside:
        return Follower(beside[0], opens_record=True)
    return Follower(coordinators[0], opens_record=False) if coordinators else None


def follow_up_due(ended_on: date, *, days: int, today: date) -> date:
    """So many days after the course, on a day on which people work, and never in the past."""
    due_on = max(ended_on + timedelta(days=days), today)
    weekday = due_on.weekday()
    return due_on if weekday <= FRIDAY else due_on + timedelta(days=7 - weekday)


def cut(words: str) -> str:
    """The words as a next step can hold them, never cut within a word."""
    if len(words) <= LONGEST_STEP:
        return words
    return words[: LONGEST_STEP - 1].rpartition(" ")[0] + "…"
