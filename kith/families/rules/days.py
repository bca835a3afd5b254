"""A day on a record that was wrong: whose it is, why it was wrong, and what the right one may be."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kith.families.rules.checks import check_birth, check_parent, check_pregnancy
from kith.families.rules.codes import PregnancyOutcome
from kith.families.rules.entries import NewBaby, NewParent, NewPregnancy
from kith.kernel.refusal import Refusal


class DayOf(StrEnum):
    """Whose day it is: a baby's or a parent's day of birth, or the day a pregnancy is due."""

    BABY = "baby"
    PARENT = "parent"
    PREGNANCY = "pregnancy"


class DayReason(StrEnum):
    """Why the day that stood there was wrong. A code, so that no personal story stands beside it."""

    SLIP = "slip"
    TOLD = "told"
    DOCUMENT = "document"
    SCAN = "scan"


@dataclass(frozen=True)
class BirthKnown:
    """What is known around a baby's birth, and its day must fit."""

    due_on: date | None
    written_on: date
    died_on: date | None


def check_birth_day(day: date, known: BirthKnown, *, today: date) -> Refusal | None:
    """Say why the baby cannot have been born on that day, or None if it can."""
    if refusal := check_birth(NewBaby(day), due_on=known.due_on, today=today):
        return refusal
    if day > known.written_on:
        return Refusal("born_after_written")
    if known.died_on and day > known.died_on:
        return Refusal("born_after_death")
    return None


def check_birthday(day: date, *, today: date) -> Refusal | None:
    """Say why a parent cannot have been born on that day, or None."""
    return check_parent(NewParent("-", "", born_on=day), today)


def check_due_day(day: date, *, ended_on: date | None, outcome: PregnancyOutcome | None, today: date) -> Refusal | None:
    """Say why a pregnancy, under way or ended, cannot have been due on that day, or None."""
    return check_pregnancy(NewPregnancy(due_on=day, ended_on=ended_on, outcome=outcome), today)


def may_give_reason(what: DayOf, reason: DayReason) -> Refusal | None:
    """Say why this reason does not fit: a scan says when a pregnancy is due, never when a person was born."""
    return Refusal("scan_dates_pregnancies") if reason is DayReason.SCAN and what is not DayOf.PREGNANCY else None
