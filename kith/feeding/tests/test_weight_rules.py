"""When a weight leads to a person: exact at the boundary, and the number shown never contradicts it."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.feeding.rules.weights import (
    HEAVIEST,
    LIGHTEST,
    NATIONAL_STEP,
    Compared,
    check_regained_by,
    check_step,
    is_late_to_regain,
    may_weigh,
    needs_confirming,
    step_passed,
)

births = st.integers(300, 8000)
weights = st.integers(LIGHTEST, HEAVIEST)
steps = st.decimals(Decimal("10.01"), Decimal(25), places=2)


@pytest.mark.parametrize(
    ("birth_g", "now_g", "step"),
    [
        (3500, 3151, None),
        (3500, 3150, None),  # 10 % exactly
        (3500, 3149, Decimal(10)),
        (3333, 3000, None),  # 9.990999 %
        (3333, 2999, Decimal(10)),
        (3000, 2640, Decimal(10)),  # 12 % exactly
        (3000, 2639, Decimal(12)),
        (4000, 3500, Decimal(12)),  # 12.5 % exactly
        (4000, 3499, Decimal("12.5")),
        (3500, 3600, None),
    ],
)
def test_only_more_than_a_step_leads_on(birth_g, now_g, step):
    assert step_passed(Compared(birth_g, now_g), [Decimal(12), Decimal("12.5")]) == step


@given(births, weights)
def test_more_than_ten_per_cent_is_exact(birth_g, now_g):
    lost = Fraction(birth_g - now_g, birth_g) * 100
    assert (step_passed(Compared(birth_g, now_g), []) is not None) == (lost > 10)


@given(st.integers(30, 800))
def test_ten_per_cent_exactly_never_leads_on_and_a_gram_more_always_does(tenth):
    assert step_passed(Compared(tenth * 10, tenth * 9), []) is None
    assert step_passed(Compared(tenth * 10, tenth * 9 - 1), []) == NATIONAL_STEP


@given(births, weights, st.lists(steps, max_size=3))
def test_no_ladder_takes_the_national_step_away(birth_g, now_g, ladder):
    compared = Compared(birth_g, now_g)
    passed = step_passed(compared, ladder)
    assert (passed is None) == (not compared.is_more_than(NATIONAL_STEP))
    assert passed is None or passed in {NATIONAL_STEP, *ladder}


@given(births, weights, st.lists(steps, max_size=3))
def test_the_number_shown_stands_on_the_right_side_of_every_step(birth_g, now_g, ladder):
    compared = Compared(birth_g, now_g)
    shown = compared.percent([NATIONAL_STEP, *ladder])
    for step in [NATIONAL_STEP, *ladder]:
        assert (shown > step) == compared.is_more_than(step)


@given(births, st.integers(-4, 4))
def test_near_the_boundary_the_number_shown_never_contradicts_it(birth_g, grams):
    compared = Compared(birth_g, birth_g * 9 // 10 + grams)
    assert (compared.percent() > 10) == compared.is_more_than(NATIONAL_STEP)


@pytest.mark.parametrize(
    ("now_g", "age", "is_late"),
    [(3499, 21, True), (3499, 20, False), (3500, 21, False), (3501, 40, False)],
)
def test_below_the_birth_weight_is_a_question_from_the_day_on(now_g, age, is_late):
    assert is_late_to_regain(Compared(3500, now_g), age_days=age) == is_late


def test_a_place_may_ask_earlier_and_never_later():
    assert check_regained_by(14) is None
    assert check_regained_by(21) is None
    assert check_regained_by(22)


@pytest.mark.parametrize(("step", "code"), [("9", "step_not_above_national"), ("10", "step_not_above_national")])
def test_no_step_lies_at_or_below_the_national_one(step, code):
    refusal = check_step(Decimal(step))
    assert refusal and refusal.code == code


@pytest.mark.parametrize(
    ("grams", "before", "days", "asks"),
    [
        (3420, 3500, 3, False),
        (2975, 3500, 3, False),
        (2974, 3500, 3, True),
        (34200, 3500, 30, True),
        (3700, 3500, 7, False),
    ],
)
def test_a_number_far_from_the_one_before_is_asked_about(grams, before, days, asks):
    assert needs_confirming(grams, before_g=before, days_between=days) == asks


@given(weights, weights, st.integers(0, 700))
def test_the_same_weight_is_never_asked_about(grams, before, days):
    assert not needs_confirming(grams, before_g=grams, days_between=days)


def test_a_weight_lies_between_the_birth_and_now():
    now = datetime(2026, 3, 10, 10, tzinfo=UTC)
    born = date(2026, 3, 8)
    check = {"born_on": born, "now": now, "day": date(2026, 3, 10)}
    assert may_weigh(3400, weighed_at=now, **check) is None
    assert may_weigh(34, weighed_at=now, **check).code == "not_in_grams"
    assert may_weigh(3400, weighed_at=now + timedelta(minutes=1), **check).code == "weighed_in_future"
    early = {**check, "day": date(2026, 3, 7)}
    assert may_weigh(3400, weighed_at=now - timedelta(days=3), **early).code == "weighed_before_birth"
