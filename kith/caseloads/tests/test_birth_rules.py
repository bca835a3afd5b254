"""What is next around a birth: near, in the first days, to be handed over."""

from datetime import date, timedelta

import pytest

from kith.caseloads.rules.births import BirthStep, NextBirthStep, next_birth_step

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("days_to_birth", "step"),
    [(15, None), (14, BirthStep.DUE), (0, BirthStep.DUE), (-10, BirthStep.DUE)],
)
def test_a_birth_is_near_from_two_weeks_before_and_until_it_is_written_down(days_to_birth, step):
    due_on = TODAY + timedelta(days=days_to_birth)
    expected = NextBirthStep(step, due_on) if step else None
    assert next_birth_step(youngest_born_on=None, due_on=due_on, today=TODAY) == expected


@pytest.mark.parametrize(
    ("days_old", "step", "on"),
    [(0, BirthStep.BORN, 0), (9, BirthStep.BORN, 0), (10, BirthStep.HAND_OVER, 14), (40, BirthStep.HAND_OVER, 14)],
)
def test_a_baby_is_in_its_first_days_and_from_the_tenth_is_to_be_handed_over_by_the_fourteenth(days_old, step, on):
    born_on = TODAY - timedelta(days=days_old)
    found = next_birth_step(youngest_born_on=born_on, due_on=None, today=TODAY)
    assert found == NextBirthStep(step, born_on + timedelta(days=on))


def test_a_new_pregnancy_counts_before_the_older_child_and_no_baby_is_nothing():
    older = TODAY - timedelta(days=400)
    far = TODAY + timedelta(days=100)
    assert next_birth_step(youngest_born_on=older, due_on=far, today=TODAY) is None
    assert next_birth_step(youngest_born_on=None, due_on=None, today=TODAY) is None
