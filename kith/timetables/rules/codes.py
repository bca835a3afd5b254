"""The short code lists of timetables."""

from enum import StrEnum
from typing import NewType

RuleId = NewType("RuleId", int)
TermId = NewType("TermId", int)


class Pattern(StrEnum):
    """How a rule repeats."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"


LAST = -1
NTHS = (1, 2, 3, 4, LAST)
"""Which of the weekdays of a month: the first four, and the last, which may be the fourth or the fifth."""


class Skip(StrEnum):
    """Why a date of a rule does not take place."""

    BANK_HOLIDAY = "bank_holiday"
    OUT_OF_TERM = "out_of_term"
    LEFT_OUT = "left_out"


class Holiday(StrEnum):
    """The bank holidays of England and Wales."""

    NEW_YEAR = "new_year"
    GOOD_FRIDAY = "good_friday"
    EASTER_MONDAY = "easter_monday"
    EARLY_MAY = "early_may"
    SPRING = "spring"
    SUMMER = "summer"
    CHRISTMAS = "christmas"
    BOXING_DAY = "boxing_day"
