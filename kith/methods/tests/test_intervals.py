"""Proportions and rates: the reference packages' answers, a second formula, and what must hold for any input."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import optimize, stats

from kith.methods import Estimate, proportion, rate
from kith.methods.intervals import byar_limits, normal_deviate
from kith.methods.tests.golden_tables import both_places, cases, column, number, rows

CONFIDENCES = st.sampled_from([0.8, 0.9, 0.95, 0.98, 0.99, 0.998])


def agrees(got: Estimate[float], expected: dict[str, str]) -> None:
    """The estimate equals a golden row to 1e-9."""
    limits = [number(expected[name]) for name in ("value", "lowercl", "uppercl")]
    assert [got.value, got.lower, got.upper] == pytest.approx(limits, rel=1e-9, abs=1e-12, nan_ok=True), expected


@both_places
@pytest.mark.parametrize(("table", "method"), [("proportion", proportion), ("rate", rate)])
def test_golden_single_rows(place, table, method):
    for row in rows(place, table):
        got = method(
            number(row["x"]), number(row["n"]), confidence=float(row["confidence"]), multiplier=float(row["multiplier"])
        )
        agrees(got, row)


@both_places
@pytest.mark.parametrize(("table", "method"), [("proportion_grouped", proportion), ("rate_grouped", rate)])
def test_golden_groups_are_added_up_first_and_a_missing_part_makes_the_group_missing(place, table, method):
    inputs = cases(place, f"{table}_inputs")
    for row in rows(place, f"{table}_expected"):
        parts = inputs[row["case_id"]]
        got = method(sum(column(parts, "x")), sum(column(parts, "n")), multiplier=float(row["multiplier"]))
        agrees(got, row)


def test_golden_byar_and_wilson_of_upstream():
    for row in rows("shared", "byars_wilson"):
        x, confidence = float(row["x"]), float(row["confidence"].rstrip("%")) / 100
        if row["method"] == "Wilson":
            estimate = proportion(x, float(row["n"]), confidence=confidence)
            got = (estimate.lower, estimate.upper)
        else:  # the table tests Byar's formula itself, also where the switch would choose the exact limits
            got = tuple(map(float, byar_limits(np.array(x), normal_deviate(confidence))))
        assert got == pytest.approx((float(row["lowercl"]), float(row["uppercl"])), rel=1e-6)


def test_ten_thousand_proportions_agree_with_the_roots_of_the_score_equation():
    random = np.random.default_rng(1)
    n = np.floor(10 ** random.uniform(0, 6, 10_000))
    x = np.floor(random.uniform(0, 1, n.size) * (n + 1))
    z = stats.norm.isf(0.025)
    got = proportion(x, n)
    # At a limit p the observed share lies z standard errors away: the centre-and-half-width form solves that equation.
    centre = (x / n + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * np.sqrt(x / n * (1 - x / n) / n + z**2 / (4 * n**2))
    np.testing.assert_allclose(got.lower, centre - half, rtol=1e-9, atol=1e-15)
    np.testing.assert_allclose(got.upper, centre + half, rtol=1e-9)
    inside = x > 0
    deviation = (x / n - got.lower)[inside] / np.sqrt(got.lower * (1 - got.lower) / n)[inside]
    np.testing.assert_allclose(deviation, z, rtol=1e-9)


def test_ten_thousand_rates_agree_with_chi_squared_tables_and_byars_formula():
    random = np.random.default_rng(2)
    x = np.floor(10 ** random.uniform(0, 4, 10_000)) - 1
    n = random.uniform(1, 1e6, x.size)
    got = rate(x, n, multiplier=1000)
    with np.errstate(divide="ignore"):
        exact = (
            np.where(x > 0, stats.chi2.ppf(0.025, 2 * np.maximum(x, 0.5)) / 2, 0),
            stats.chi2.isf(0.025, 2 * x + 2) / 2,
        )
        z, y = stats.norm.isf(0.025), x + 1
        byar = (x - 1 / 9 - z * np.sqrt(x) / 3) ** 3 / x**2, (y - 1 / 9 + z * np.sqrt(y) / 3) ** 3 / y**2
    for limit, few, many in zip((got.lower, got.upper), exact, byar, strict=True):
        np.testing.assert_allclose(limit, np.where(x < 10, few, many) / n * 1000, rtol=1e-9)


@pytest.mark.parametrize("x", [0, 1, 4, 9, 2.5])
def test_exact_limits_leave_the_stated_chance_in_each_tail(x):
    got = rate(x, 1, confidence=0.9)
    assert stats.gamma.sf(got.upper, x + 1) == pytest.approx(0.05)
    assert got.lower == pytest.approx(optimize.brentq(lambda m: stats.gamma.cdf(m, x) - 0.05, 1e-9, 50) if x else 0)


counts_of_people = st.tuples(st.integers(0, 10**7), st.integers(1, 10**7)).map(
    lambda pair: (min(pair), max(pair[1], *pair))
)


@given(counts_of_people, CONFIDENCES)
def test_intervals_are_ordered_and_contain_the_value(pair, confidence):
    for method in (proportion, rate):
        got = method(*pair, confidence=confidence)
        assert 0 <= got.lower <= got.value <= got.upper
    assert proportion(*pair, confidence=confidence).upper <= 1


@given(counts_of_people, st.integers(2, 50))
def test_more_people_with_the_same_share_narrow_the_interval(pair, times):
    x, n = pair
    for method in (proportion, rate):
        assume(method is proportion or x)
        once, often = method(x, n), method(x * times, n * times)
        assert often.upper - often.lower < once.upper - once.lower


@given(counts_of_people, st.integers(2, 50))
def test_a_larger_denominator_lowers_value_and_limits(pair, times):
    x, n = pair
    assume(x)
    for method in (proportion, rate):
        small, large = method(x, n), method(x, n * times)
        assert large.value < small.value
        assert large.lower < small.lower
        assert large.upper < small.upper


@given(counts_of_people, st.sampled_from([100, 1000, 1e5]))
def test_the_multiplier_only_changes_the_unit(pair, multiplier):
    for method in (proportion, rate):
        once, scaled = method(*pair), method(*pair, multiplier=multiplier)
        for name in ("value", "lower", "upper"):
            assert getattr(scaled, name) == pytest.approx(getattr(once, name) * multiplier, rel=1e-14)


@given(st.lists(counts_of_people, min_size=1, max_size=20))
def test_arrays_give_what_single_numbers_give(pairs):
    x, n = zip(*pairs, strict=True)
    for method in (proportion, rate):
        together = method(x, n)
        for i, pair in enumerate(pairs):
            alone = method(*pair)
            limits = (alone.value, alone.lower, alone.upper)
            assert (together.value[i], together.lower[i], together.upper[i]) == pytest.approx(limits, rel=1e-14)


def test_shapes_are_kept_and_plain_numbers_stay_plain():
    assert isinstance(proportion(1, 2).value, float)
    assert rate(np.ones((3, 4)), np.ones((3, 4))).upper.shape == (3, 4)
    assert proportion([1, 2], 5).lower.shape == (2,)
    assert rate([], []).value.shape == (0,)


@pytest.mark.parametrize("method", [proportion, rate])
def test_missing_and_empty_groups_are_nan(method):
    got = method([None, 3, 0, 1], [5, np.nan, 0, 2])
    for limit in (got.value, got.lower, got.upper):
        assert list(np.isnan(limit)) == [True, True, True, False]
    masked = method(np.ma.masked_array([1, 2], mask=[True, False]), [3, 3])
    assert list(np.isnan(masked.value)) == [True, False]


def test_limits_at_the_ends_are_the_ends():
    assert proportion(99, 99, confidence=0.9, multiplier=100).upper == 100
    assert proportion(0, 7).lower == 0 == rate(0, 7).lower


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: proportion([1, 5], [2, 4]), r"x\[1\] is 5.0: it must not exceed n"),
        (lambda: proportion(1, 0), "x is 1.0: it must not exceed n"),
        (lambda: rate([1, -2], 3), r"x\[1\] is -2.0: it must not be negative"),
        (lambda: rate([0, 2], [0, 0]), r"n\[1\] is 0.0: it must be above zero where there are events"),
        (lambda: rate(["1", "2"], 3), r"x\[0\] is 1: it must be a number"),
        (lambda: rate([1, "2"], 3), "x"),
        (lambda: rate([1, 2], [[3, 3]]), r"shapes must be equal: x has \(2,\) and n has \(1, 2\)"),
        (lambda: rate([[1, 2], [3]], 1), "x must be rectangular"),
        (lambda: proportion(1, np.inf), "n is inf: it must be finite"),
        (lambda: proportion(1, 2, confidence=95), "confidence is 95"),
        (lambda: proportion(1, 2, multiplier=0), "multiplier is 0"),
    ],
)
def test_bad_input_is_refused_by_argument_position_and_rule(call, words):
    with pytest.raises(ValueError, match=words):
        call()
