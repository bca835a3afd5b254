"""What can be noted of a step, and when one is late. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal
from kith.plans.rules.codes import MOST_POUNDS


@dataclass(frozen=True)
class NewEntry:
    """What was done or found, what is still missing, who answers for the step, and when it is looked at next."""

    done: str
    gap: str
    owner: MembershipId
    next_on: date


def may_note(new: NewEntry, *, owner_works: bool, today: date) -> Refusal | None:
    """Say why this cannot be noted, or None if it can."""
    if not new.done.strip():
        return Refusal("plan_entry_without_words")
    if not owner_works:
        return Refusal("plan_owner_left")
    return Refusal("plan_next_past") if new.next_on < today else None


def may_aim(words: str, evidence: tuple[str, ...]) -> Refusal | None:
    """Say why this cannot be an aim, or None if it can: it is said in English, and something shows it."""
    if not words.strip():
        return Refusal("aim_without_words")
    return None if evidence else Refusal("aim_shown_by_nothing")


def may_cost(pounds: int, source: str) -> Refusal | None:
    """Say why this cost cannot be noted, or None if it can: a number with where it comes from."""
    if not 0 <= pounds <= MOST_POUNDS:
        return Refusal("cost_out_of_range")
    return None if source.strip() else Refusal("cost_without_source")


def is_unmet(next_on: date, *, today: date, late_after: timedelta) -> bool:
    """Whether a step is so late that a manager is told."""
    return today >= next_on + late_after and today > next_on
