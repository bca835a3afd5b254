"""Whether a family can be written down as handed in."""

import re
from datetime import date, timedelta

from kith.families.rules.codes import ETHNICITY_PATTERN, LANGUAGE_PATTERN, NHS_NUMBER_PATTERN, PHONE_PATTERN
from kith.families.rules.entries import NewBaby, NewFamily, NewParent, NewPregnancy
from kith.kernel import nhs_number
from kith.kernel.refusal import Refusal

LONGEST_WAIT = timedelta(days=301)
"""43 weeks: nobody is due later than that, counted from today."""
LONGEST_OVERDUE = timedelta(days=28)
"""Four weeks past the day a baby was due, a pregnancy has ended and only nobody has said so."""


def check_family(family: NewFamily, *, today: date) -> Refusal | None:
    """Say what cannot be as handed in, or None where everything can."""
    if sum(parent.is_main for parent in family.parents) != 1:
        return Refusal("one_main_parent")
    if len([each for each in family.pregnancies if each.ended_on is None]) > 1:
        return Refusal("one_pregnancy_at_a_time")
    found = (
        *(check_parent(each, today) for each in family.parents),
        *(check_pregnancy(each, today) for each in family.pregnancies),
        *(check_baby(each, today) for each in family.babies),
    )
    return next(filter(None, found), None)


def check_birth(baby: NewBaby, *, due_on: date | None, today: date) -> Refusal | None:
    """Say what cannot be about a birth; ``due_on`` is the day a pregnancy under way was due."""
    if due_on and not due_on - LONGEST_WAIT <= baby.born_on <= due_on + LONGEST_OVERDUE:
        return Refusal("birth_far_from_due", due_on=due_on)
    return check_baby(baby, today)


def same_person(one: str, other: str) -> bool:
    """Whether two full names as typed are the same, but for case and spaces."""
    return _regular(one) == _regular(other)


def _regular(name: str) -> str:
    return " ".join(name.split()).casefold()


def check_parent(parent: NewParent, today: date) -> Refusal | None:
    """Say what cannot be about a parent or carer, or None."""
    if not parent.given_name.strip():
        return Refusal("name_missing")
    if parent.phone and not re.match(PHONE_PATTERN, parent.phone):
        return Refusal("phone_not_regular")
    if not all(re.match(LANGUAGE_PATTERN, language) for language in (parent.speaks, parent.reads)):
        return Refusal("language_unknown")
    if not re.match(ETHNICITY_PATTERN, parent.ethnicity):
        return Refusal("ethnicity_unknown")
    if parent.born_on and not date(1920, 1, 1) <= parent.born_on <= today:
        return Refusal("parent_birthday_impossible")
    return _check_nhs_number(parent.nhs_number)


def check_pregnancy(pregnancy: NewPregnancy, today: date) -> Refusal | None:
    """Say what cannot be about a pregnancy, or None."""
    if (pregnancy.ended_on is None) != (pregnancy.outcome is None):
        return Refusal("pregnancy_end_incomplete")
    if not 1 <= pregnancy.expected_count <= 8:
        return Refusal("count_impossible")
    if pregnancy.ended_on is None:
        if pregnancy.due_on > today + LONGEST_WAIT:
            return Refusal("due_too_far", latest=today + LONGEST_WAIT)
        if pregnancy.due_on < today - LONGEST_OVERDUE:
            return Refusal("due_long_past", offer="enter_birth")
    elif not pregnancy.due_on - LONGEST_WAIT <= pregnancy.ended_on <= pregnancy.due_on + LONGEST_OVERDUE:
        return Refusal("pregnancy_end_impossible")
    return None


def check_baby(baby: NewBaby, today: date) -> Refusal | None:
    """Say what cannot be about a baby, or None."""
    if baby.born_on > today:
        return Refusal("born_in_future")
    if baby.born_on.year < 2000:
        return Refusal("born_too_long_ago")
    if baby.birth_weight_g is not None and not 300 <= baby.birth_weight_g <= 8000:
        return Refusal("weight_impossible")
    if baby.gestation_days is not None and not 140 <= baby.gestation_days <= 315:
        return Refusal("gestation_impossible")
    return _check_nhs_number(baby.nhs_number)


def _check_nhs_number(number: str) -> Refusal | None:
    """Ten digits whose last one fits the others; none is none."""
    if number and (not re.fullmatch(NHS_NUMBER_PATTERN, number) or not nhs_number.is_whole(number)):
        return Refusal("nhs_number_wrong")
    return None
