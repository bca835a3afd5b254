"""The recent trend: golden cases, a second formula, and what must not matter."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.methods import proportion, recent_trend
from kith.methods.intervals import normal_deviate
from kith.methods.tests.golden_tables import both_places, column, joined, number
from kith.methods.trend import SIGNIFICANT

NAMES = {
    "proportion": {"numerator": "numerator", "denominator": "denominator"},
    "other": {"value": "value", "lower": "lower_cl", "upper": "upper_cl"},
}


@both_places
def test_golden_trends(place):
    for inputs, expected in joined(place, "trend"):
        kind = expected["value_type"]
        given_columns = {name: column(inputs, golden) for name, golden in NAMES[kind].items()}
        got = recent_trend(kind, year=column(inputs, "year"), **given_columns)
        assert (got.direction, got.reason) == (expected["recent_trend"], expected["recent_trend_reason"]), expected
        wanted = (number(expected["chi_squared"]), number(expected["gradient"]))
        assert (got.chi_squared, got.gradient) == pytest.approx(wanted, rel=1e-9, nan_ok=True), expected


def test_the_limit_of_significance_is_that_of_the_normal_distribution():
    assert pytest.approx(normal_deviate(0.998) ** 2, rel=1e-15) == SIGNIFICANT


def test_the_chi_squared_for_trend_is_the_squared_correlation_of_year_and_outcome():
    random = np.random.default_rng(14)
    for _ in range(50):  # Armitage: N r² over single people, an independent way to the same number
        n = random.integers(5, 60, 5)
        x = np.array([random.integers(0, size + 1) for size in n])
        if 0 < x.sum() < n.sum():
            when = np.repeat(np.arange(2020, 2025), n)
            outcome = np.concatenate([np.arange(size) < hits for size, hits in zip(n, x, strict=True)])
            expected = n.sum() * np.corrcoef(when, outcome)[0, 1] ** 2
            got = recent_trend("proportion", year=range(2020, 2025), numerator=x, denominator=n)
            assert got.chi_squared == pytest.approx(expected, rel=1e-9)


def test_ten_thousand_gradients_agree_with_general_regressions():
    random = np.random.default_rng(15)
    years = np.arange(5.0)
    value, half = random.normal(40, 5, (5000, 5)), random.uniform(1, 4, (5000, 5))
    n = random.integers(50, 5000, value.shape)
    x = random.binomial(n, 0.4)
    logit = np.log(x / (n - x))
    plain = np.linalg.pinv(np.vander(years, 2)) @ logit.T  # ordinary least squares, all series at once
    for i in range(5000):
        got = recent_trend("other", year=years, value=value[i], lower=value[i] - half[i], upper=value[i] + half[i])
        weight = 1.959963984540054 / half[i]
        covariance = np.linalg.inv(np.vander(years, 2).T * weight**2 @ np.vander(years, 2))
        slope = (covariance @ (np.vander(years, 2).T * weight**2 @ value[i]))[0]
        assert got.gradient == pytest.approx(slope, rel=1e-9, abs=1e-12)
        assert got.chi_squared == pytest.approx(slope**2 / covariance[0, 0], rel=1e-9, abs=1e-12)
        got = recent_trend("proportion", year=years + 2020, numerator=x[i], denominator=n[i])
        assert got.gradient == pytest.approx(plain[0, i], rel=1e-9, abs=1e-12)


@given(st.permutations(range(7)), st.integers(0, 3000))
def test_neither_the_order_of_rows_nor_the_first_year_matters(order, first):
    n = np.array([900, 1000, 950, 1010, 1100, 1040, 990])
    x = np.array([300, 350, 360, 410, 470, 480, 500])
    years = np.arange(7) + first
    order = list(order)
    got = recent_trend("proportion", year=years[order], numerator=x[order], denominator=n[order])
    plain = recent_trend("proportion", year=range(7), numerator=x, denominator=n)
    assert (got.direction, got.reason) == ("Increasing", plain.reason)
    assert (got.gradient, got.chi_squared) == pytest.approx((plain.gradient, plain.chi_squared), rel=1e-12)
    fewer = recent_trend("proportion", year=years, numerator=n - x, denominator=n)
    assert (fewer.direction, fewer.chi_squared) == ("Decreasing", pytest.approx(got.chi_squared, rel=1e-9))


def test_only_the_latest_five_points_count():
    x, n = [None, 0, 50, 51, 49, 50, 50], [100] * 7
    got = recent_trend("proportion", year=range(7), numerator=x, denominator=n)
    assert got.reason == "No significant trend"
    assert recent_trend("proportion", year=range(6, -1, -1), numerator=x, denominator=n).reason == "Missing values"


def test_one_point_that_turns_the_sign_is_an_outlier():
    got = recent_trend("proportion", year=range(5), numerator=[400, 390, 380, 370, 900], denominator=[1000] * 5)
    assert (got.direction, got.reason) == ("No significant change", "Outlier found")


def test_nobody_or_everybody_still_has_a_gradient():
    rising = recent_trend("proportion", year=range(5), numerator=[0, 10, 20, 30, 50], denominator=[50] * 5)
    assert rising.direction == "Increasing"
    assert np.isfinite(rising.gradient)
    nobody = recent_trend("proportion", year=range(5), numerator=[0] * 5, denominator=[50] * 5)
    assert (nobody.chi_squared, nobody.reason) == (0, "No significant trend")


def test_two_quarters_are_not_a_trend():
    shares = proportion([510, 570], [1000, 1000])
    got = recent_trend("other", year=[2022.25, 2023.75], value=shares.value, lower=shares.lower, upper=shares.upper)
    assert (got.direction, got.reason) == ("Cannot be calculated", "Not enough data points")


FIVE = {"year": range(5), "numerator": [1, 2, 3, 4, 5], "denominator": [9] * 5}


@pytest.mark.parametrize(
    ("kind", "changes", "words"),
    [
        ("counts", {}, "kind is 'counts'"),
        ("proportion", {"denominator": None}, "denominator is missing: 'proportion' needs numerator, denominator"),
        ("other", {"value": [1] * 5}, "lower is missing"),
        ("proportion", {"year": ["2019/20"] * 5}, r"year\[0\] is 2019/20: it must be a number"),
        ("proportion", {"year": [1, 2, 3, 4, 2]}, r"year\[4\] is 2.0: it must not be repeated"),
        ("proportion", {"year": [1, 2, 3, 4, None]}, r"year\[4\] is nan: it must not be missing"),
        ("proportion", {"numerator": [1, 2, 3, 4, 10]}, r"numerator\[4\] is 10.0: it must not exceed"),
        ("proportion", {"denominator": [9, 9, 9, 9, 0]}, r"denominator\[4\] is 0.0"),
        ("proportion", {"numerator": [1, 2]}, "shapes must be equal"),
        ("other", {"value": [1] * 5, "lower": [1] * 5, "upper": [1] * 5}, r"upper\[0\] is 1.0: it must be above"),
    ],
)
def test_bad_input_is_refused_by_argument_position_and_rule(kind, changes, words):
    with pytest.raises(ValueError, match=words):
        recent_trend(kind, **(FIVE | changes))
