"""Keeping those who visit safe: a visit alone, and what to mind before a visit. Pure."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from kith.kernel.refusal import Refusal

LONGEST_VISIT = timedelta(hours=12)
MANAGER_AFTER = timedelta(minutes=30)
LONGEST_REVIEW = timedelta(days=366)


class Precaution(StrEnum):
    """What to mind before a visit."""

    IN_PAIRS = "in_pairs"
    NOT_AT_HOME = "not_at_home"
    CALL_BEFORE = "call_before"
    BY_DAYLIGHT = "by_daylight"


class SafetyReason(StrEnum):
    """Why it is to be minded."""

    ANIMAL = "animal"
    AGGRESSION = "aggression"
    SOMEBODY_AT_HOME = "somebody_at_home"
    SURROUNDINGS = "surroundings"


def may_set_out(where: str, *, back_at: datetime, now: datetime, buddy_works: bool) -> Refusal | None:
    """Say why a visit alone cannot be noted like this, or None if it can."""
    if not where.strip():
        return Refusal("where_missing")
    if back_at <= now:
        return Refusal("back_in_past")
    if back_at > now + LONGEST_VISIT:
        return Refusal("back_too_late")
    return None if buddy_works else Refusal("nobody_to_alert")


def may_note_precautions(precautions: frozenset[Precaution], *, review_on: date, today: date) -> Refusal | None:
    """Say why the precautions cannot be noted, or None if they can; each is looked at again within a year."""
    if not precautions:
        return Refusal("no_precaution")
    if review_on <= today:
        return Refusal("precautions_review_in_past")
    return Refusal("precautions_review_too_far") if review_on > today + LONGEST_REVIEW else None
