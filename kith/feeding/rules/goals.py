"""What a parent hopes for in feeding, and how it ended. Pure. Every way of feeding is a goal like any other."""

from datetime import date
from enum import StrEnum

from kith.kernel.refusal import Refusal

LONGEST_GOAL = 500


class Hope(StrEnum):
    """How she hopes to feed."""

    BREAST = "breast"
    EXPRESSED = "expressed"
    MIXED = "mixed"
    FORMULA = "formula"
    UNDECIDED = "undecided"


class HopedUntil(StrEnum):
    """Until when she hopes to feed this way."""

    FIRST_DAYS = "first_days"
    WEEKS_6 = "6_weeks"
    MONTHS_3 = "3_months"
    MONTHS_6 = "6_months"
    YEAR = "1_year"
    LONGER = "longer"
    AS_WE_LIKE = "as_we_like"
    UNDECIDED = "undecided"


class AsWanted(StrEnum):
    """Whether she fed as long as she wanted, in her own judgement."""

    YES = "yes"
    SOONER = "sooner"
    LONGER = "longer"
    NOT_SAID = "not_said"


def check_goal(hope: Hope, until: HopedUntil | None, words: str) -> Refusal | None:
    """Say why a goal cannot be written down, or None if it can; what she hopes for is never refused."""
    if until is None and hope is not Hope.UNDECIDED and hope is not Hope.FORMULA:
        return Refusal("until_missing")
    if len(words) > LONGEST_GOAL:
        return Refusal("goal_too_long", longest=LONGEST_GOAL)
    return None


def check_end(*, stopped_on: date | None, asked_on: date, born_on: date, today: date) -> Refusal | None:
    """Say why the end of breast milk feeding cannot be written down, or None if it can."""
    if asked_on > today:
        return Refusal("asked_in_future")
    if asked_on < born_on:
        return Refusal("asked_before_birth", born_on=born_on)
    if stopped_on is not None and not born_on <= stopped_on <= asked_on:
        return Refusal("stopped_out_of_range", born_on=born_on)
    return None
