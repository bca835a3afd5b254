"""XmR charts: golden cases, the rules by a second hand, and what must hold for any series."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.methods import xmr
from kith.methods.tests.golden_tables import both_places, cases, column, number, rows


def of_table(case, inputs):
    """The chart of a golden case."""
    return xmr(
        column(inputs, "value"),
        [row["date"] for row in inputs],
        rebase=[date for date in (case["rebase_dates"] or "").split(";") if date],
        fix_after=int(case["fix_after_n_points"]) if case["fix_after_n_points"] else None,
        improvement=case["improvement_direction"],
        target=number(case["target"]) if case["target"] else None,
        screen_outliers=case["screen_outliers"] == "TRUE",
    )


@both_places
def test_golden_charts(place):
    inputs, points = cases(place, "spc_inputs"), cases(place, "spc_points_expected")
    phases = cases(place, "spc_summary_expected")
    for case in rows(place, "spc_cases"):
        got, expected = of_table(case, inputs[case["case_id"]]), points[case["case_id"]]
        assert [str(date) for date in got.dates] == [row["date"] for row in expected]
        arrays = {"y": got.values, "mean_col": got.mean, "lpl": got.lower, "upl": got.upper}
        for name, array in arrays.items():
            np.testing.assert_allclose(array, column(expected, name), rtol=1e-9, atol=1e-12, err_msg=case["case_id"])
        assert list(got.phase) == [int(row["rebase_group"] or 0) for row in expected]
        assert list(got.special_cause) == [row["special_cause_type"] for row in expected], case
        assert list(got.point_type) == [row["point_type"] for row in expected], case
        assert got.variation == case["variation_icon"], case
        assert (got.assurance or "") == case["assurance_icon"], case
        for number_of_phase, row in enumerate(phases[case["case_id"]]):
            means = got.mean[got.phase == number_of_phase]
            np.testing.assert_allclose(means, number(row["mean_col"]), rtol=1e-9, atol=1e-12)


MONTHS = np.arange("2020-01", "2030-01", dtype="datetime64[M]").astype("datetime64[D]")
series = st.lists(st.one_of(st.integers(-50, 50), st.floats(-1e3, 1e3)), min_size=1, max_size=60)


def same_side(side, start, width):
    """Whether a stretch lies on one side of the mean."""
    stretch = side[start : start + width]
    return stretch in ([1] * width, [-1] * width)


def by_hand(values, mean, lower, upper):
    """The special causes by plain loops over the definitions, for one phase; later rules overwrite weaker ones."""
    n, words, reach = len(values), ["Common Cause"] * len(values), upper - mean
    side = [int(v > mean) - int(v < mean) for v in values]
    outside = [v > upper or v < lower for v in values]
    near = [abs(v - mean) > reach * 2 / 3 and not o for v, o in zip(values, outside, strict=True)]
    half = ["", "Above", "Below"]
    for i in range(n - 6):
        if same_side(side, i, 7):
            words[i : i + 7] = [f"7 Points {half[side[i]]} CL"] * 7
    for i in range(n - 2):
        if same_side(side, i, 3) and sum(near[i : i + 3]) >= 2:
            words[i : i + 3] = [
                f"2 in 3 {half[side[j]]} CL" if near[j] or "2 in" in words[j] else words[j] for j in range(i, i + 3)
            ]
    for sign, name in ((1, "Increasing"), (-1, "Decreasing")):
        for i in range(n - 6):
            if (np.diff(values[i : i + 7]) * sign > 0).all():
                words[i : i + 7] = [f"7 Point Trend ({name})"] * 7
    return [(f"{half[s]} {'U' if s > 0 else 'L'}CL" if o else w) for o, s, w in zip(outside, side, words, strict=True)]


def test_ten_thousand_charts_agree_with_the_rules_by_hand():
    random = np.random.default_rng(16)
    for _ in range(400):  # 400 charts of 25 points are ten thousand points
        values = np.round(np.cumsum(random.normal(0, 1, 25)) + random.normal(0, 2, 25), 1)
        got = xmr(values, MONTHS[:25])
        ranges = [abs(a - b) for a, b in zip(values[1:], values[:-1], strict=True)]
        kept = [r for r in ranges if r < 3.267 * sum(ranges) / 24]
        mean, reach = sum(values) / 25, 2.66 * sum(kept) / len(kept)
        np.testing.assert_allclose(got.mean, mean, rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose([got.lower[0], got.upper[0]], [mean - reach, mean + reach], rtol=1e-9, atol=1e-12)
        assert list(got.special_cause) == by_hand(values, got.mean[0], got.lower[0], got.upper[0])


@given(series, st.randoms(use_true_random=False))
def test_limits_hold_the_mean_and_the_order_of_rows_does_not_matter(values, random):
    got = xmr(values, MONTHS[: len(values)])
    assert np.isnan(got.lower).all() or (got.lower <= got.mean).all()
    assert np.isnan(got.upper).all() or (got.mean <= got.upper).all()
    order = list(range(len(values)))
    random.shuffle(order)
    mixed = xmr(np.array(values)[order], MONTHS[order])
    assert list(mixed.dates) == list(got.dates)
    assert list(mixed.special_cause) == list(got.special_cause)


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=60), st.sampled_from([2, 4, 0.5]))
def test_the_unit_of_the_values_does_not_matter(values, factor):
    got, scaled = xmr(values, MONTHS[: len(values)]), xmr(np.array(values) * factor, MONTHS[: len(values)])
    np.testing.assert_allclose(scaled.upper, got.upper * factor, rtol=1e-12, atol=1e-12)
    assert list(scaled.special_cause) == list(got.special_cause)


@given(st.floats(-1e6, 1e6), st.integers(1, 60))
def test_a_flat_series_says_no_limits(value, points):
    got = xmr([value] * points, MONTHS[:points], target=0)
    assert not got.has_limits
    assert np.isnan(got.lower).all()
    assert np.isnan(got.upper).all()
    assert set(got.special_cause) == {"Common Cause"}
    assert (got.variation, got.assurance) == ("common_cause", "inconsistent")


def test_a_moving_series_has_limits():
    assert xmr([1, 2, 1, 3], MONTHS[:4]).has_limits


def test_ranges_runs_and_trends_stop_at_a_rebase():
    values = [1, 2, 1, 2, 1, 2, 51, 52, 51, 52, 51, 52, 51]
    got = xmr(values, MONTHS[:13], rebase=MONTHS[6])
    assert got.upper[0] == pytest.approx(1.5 + 2.66)
    assert got.lower[-1] == pytest.approx(51 + 3 / 7 - 2.66)
    assert set(got.special_cause) == {"Common Cause"}
    rising = xmr(range(12), MONTHS[:12], rebase=[MONTHS[6]])
    assert not any("Trend" in word for word in rising.special_cause)
    assert any("Trend" in word for word in xmr(range(12), MONTHS[:12]).special_cause)
    assert list(xmr(values, MONTHS[:13], rebase=MONTHS[0]).phase) == [0] * 13


def test_a_rising_trend_is_named_for_the_wanted_direction():
    values = [6, 2, 6, 1, 2, 3, 4, 5, 6, 7]
    for improvement, meaning, icon in (
        ("increase", "special_cause_improvement", "improvement_high"),
        ("decrease", "special_cause_concern", "concern_high"),
        ("neutral", "special_cause_neutral_high", "neutral_high"),
    ):
        got = xmr(values, MONTHS[:10], improvement=improvement)
        assert list(got.point_type) == ["common_cause"] * 3 + [meaning] * 7
        assert got.variation == icon


def test_the_first_points_fix_the_limits_and_the_target_is_met_strictly():
    values = [10, 12] * 6 + [30, 31, 30, 31]
    got = xmr(values, MONTHS[:16], fix_after=12, target=11 - 2 * 2.66)
    assert got.mean[0] == 11
    assert got.special_cause[-1] == "Above UCL"
    assert got.assurance == "inconsistent"  # a target on the limit itself is not yet passed
    assert xmr(values, MONTHS[:16], fix_after=12, target=5).assurance == "pass"
    assert xmr(values, MONTHS[:16], fix_after=12, target=17).assurance == "fail"
    assert xmr(values, MONTHS[:16], fix_after=12, target=17, improvement="decrease").assurance == "pass"
    assert xmr(values, MONTHS[:16], target=17, improvement="neutral").assurance is None


def test_dates_may_be_objects_text_moments_or_numbers():
    days = [dt.date(2024, 1, 1), dt.date(2023, 12, 1)]
    for dates in (days, [str(day) for day in days], [np.datetime64(day) for day in days]):
        assert list(xmr([1, 2], dates).values) == [2, 1]
        assert xmr([1, 2], dates, rebase=dates[0]).phase[-1] == 1
    assert list(xmr([1, 2], [2024.25, 2024]).dates) == [2024, 2024.25]
    moments = xmr([1, 2], [dt.datetime(2024, 1, 1, 9), dt.datetime(2024, 1, 1, 8)])  # noqa: DTZ001
    assert list(moments.values) == [2, 1]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"values": [1, None, 3]}, r"values\[1\] is nan: it must not be missing"),
        ({"values": [1, 2]}, r"one value a date"),
        ({"values": []}, r"one value a date"),
        ({"dates": ["2020-01-01", "2020-02-01", "2020-01-01"]}, r"dates\[2\] is 2020-01-01: it must not be repeated"),
        ({"dates": ["1 January", "2", "3"]}, "dates must be dates or ISO text"),
        ({"dates": [None, "2020-01-01", "2020-02-01"]}, "dates"),
        ({"rebase": "2021-01-01"}, r"rebase\[0\] is 2021-01-01: it must be one of the dates"),
        ({"fix_after": 11}, "fix_after is 11: it must be 12 or more"),
        ({"improvement": "up"}, "improvement is 'up'"),
        ({"target": np.nan}, "target is nan: it must not be missing"),
    ],
)
def test_bad_input_is_refused_by_argument_position_and_rule(options, words):
    usual = {"values": [1, 2, 3], "dates": ["2020-01-01", "2020-02-01", "2020-03-01"]}
    with pytest.raises(ValueError, match=words):
        xmr(**(usual | options))
