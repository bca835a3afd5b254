"""Means, standardised rates and quantiles against the reference packages, second formulas and their own promises."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kith.methods import dsr, isr, mean, quantiles, rate
from kith.methods.tests.golden_tables import both_places, cases, column, joined, number

LEVELS = ((0.95, "lower95_0cl", "upper95_0cl"), (0.998, "lower99_8cl", "upper99_8cl"))


def agrees_at_both_levels(expected, call):
    """The estimate equals the golden row at 95 % and 99.8 %, to 1e-9."""
    for confidence, lower, upper in LEVELS:
        got = call(confidence)
        wanted = [number(expected[name]) for name in ("value", lower, upper)]
        assert [got.value, got.lower, got.upper] == pytest.approx(wanted, rel=1e-9, nan_ok=True), expected


@both_places
def test_golden_means(place):
    for inputs, expected in joined(place, "mean"):
        values = column(inputs, "x")
        agrees_at_both_levels(expected, lambda confidence, x=values: mean(x, confidence=confidence))


@both_places
@pytest.mark.parametrize("method", ["dsr", "dsr_nonindependent"])
def test_golden_directly_standardised_rates(place, method):
    for inputs, expected in joined(place, method):
        x, n, weights = (column(inputs, name) for name in ("x", "n", "stdpop"))
        options = {"multiplier": number(expected.get("multiplier") or "100000")}
        if method == "dsr_nonindependent":
            options["event_frequency"] = column(inputs, "eventfreq")
        agrees_at_both_levels(expected, lambda c, a=(x, n, weights), o=options: dsr(*a, confidence=c, **o))


@both_places
def test_golden_indirectly_standardised_rates_and_ratios(place):
    for inputs, expected in joined(place, "isr"):
        bands = [column(inputs, name) for name in ("x", "n", "x_ref", "n_ref")]
        ratio = expected["kind"].startswith("ratio")
        options = {"kind": "ratio", "multiplier": 100} if ratio else {"kind": "rate", "multiplier": 100_000}
        agrees_at_both_levels(expected, lambda c, b=bands, o=options: isr(*b, confidence=c, **o))


@both_places
def test_golden_quantiles(place):
    for areas in cases(place, "quantile").values():
        got = quantiles(
            column(areas, "value"), int(areas[0]["quantiles_requested"]), highest_first=areas[0]["invert"] == "TRUE"
        )
        np.testing.assert_array_equal(got, column(areas, "quantile"), areas[0]["case_id"])


def test_ten_thousand_means_agree_with_scipy():
    values = np.random.default_rng(5).lognormal(3, 1, (10_000, 7))
    got = mean(values, confidence=0.99)
    low, high = stats.t.interval(0.99, 6, values.mean(1), stats.sem(values, axis=1))
    np.testing.assert_allclose([got.lower, got.upper], [low, high], rtol=1e-9, atol=1e-12)


def test_ten_thousand_direct_rates_agree_with_a_weighted_sum_of_poisson_counts():
    random = np.random.default_rng(6)
    n, weights = random.uniform(100, 9_000, (10_000, 19)), random.uniform(500, 7_000, 19)
    x = random.poisson(n * 0.01)
    got, z = dsr(x, n, weights), stats.norm.isf(0.025)
    share = weights / weights.sum() / n  # each event counts this much
    value, spread = (x * share).sum(1), np.sqrt((x * share**2).sum(1))
    events = x.sum(1)
    for limit, y, sign in ((got.lower, events, -1), (got.upper, events + 1, 1)):
        byar = y * (1 - 1 / (9 * y) + sign * z / (3 * y**0.5)) ** 3
        np.testing.assert_allclose(limit, (value + spread * (byar - events) / np.sqrt(events)) * 1e5, rtol=1e-9)
    assert dsr(x[0], n[0], weights).value == pytest.approx(got.value[0], rel=1e-14)


def test_ten_thousand_indirect_ratios_agree_with_the_rate_of_observed_on_expected():
    random = np.random.default_rng(7)
    n, base_n = random.uniform(10, 900, (10_000, 5)), random.uniform(1e4, 1e6, 5)
    base_x, x = base_n * random.uniform(0.001, 0.01, 5), random.poisson(n * 0.01)
    got, expected = isr(x, n, base_x, base_n, kind="ratio", multiplier=100), n @ (base_x / base_n)
    same = rate(x.sum(1), expected, multiplier=100)
    for name in ("value", "lower", "upper"):
        np.testing.assert_allclose(getattr(got, name), getattr(same, name), rtol=1e-9)
    crude = base_x.sum() / base_n.sum() * 1000
    as_rate = isr(x, n, base_x, base_n, multiplier=1000)
    np.testing.assert_allclose(as_rate.value, x.sum(1) / expected * crude, rtol=1e-9)
    assert isr(x[0].sum(), n[0], base_x, base_n).value == pytest.approx(isr(x[0], n[0], base_x, base_n).value)


@given(st.integers(1, 40), st.integers(2, 9), st.data())
def test_intervals_are_ordered_and_scale_with_the_standard_only_in_shape(events, bands, data):
    x = np.array(data.draw(st.lists(st.integers(0, events), min_size=bands, max_size=bands))) + 5
    n, weights = np.arange(1, bands + 1) * 1000.0, np.arange(bands, 0, -1) * 100.0
    got, same = dsr(x, n, weights), dsr(x, n, weights * 7)
    assert got.lower <= got.value <= got.upper
    assert (got.value, got.lower, got.upper) == pytest.approx((same.value, same.lower, same.upper), rel=1e-12)
    more = dsr(x * 4, n * 4, weights)
    assert more.value == pytest.approx(got.value)
    assert more.upper - more.lower < got.upper - got.lower
    ratio = isr(x, n, x, n, kind="ratio", multiplier=100)
    assert ratio.value == pytest.approx(100)
    assert ratio.lower <= 100 <= ratio.upper


def test_nine_events_give_no_direct_rate_and_ten_do():
    assert np.isnan(dsr([4, 5], [100, 100], [1, 1]).value)
    assert dsr([5, 5], [100, 100], [1, 1], multiplier=100).value == pytest.approx(5)


def test_repeated_events_widen_the_interval_and_count_the_standard_once():
    n, weights = [1000, 2000], [3, 1]
    alone = dsr([20, 30], n, weights)
    with_nobody_twice = dsr([20, 30, 0, 0], n * 2, weights * 2, event_frequency=[1, 1, 2, 2])
    assert with_nobody_twice == alone
    twice = dsr([0, 0, 10, 15], n * 2, weights * 2, event_frequency=[1, 1, 2, 2])
    assert twice.value == pytest.approx(alone.value)
    assert twice.upper - twice.lower > alone.upper - alone.lower


@pytest.mark.parametrize(("values", "lower_known"), [([], False), ([3], False), ([3, 3], True), ([1, None], False)])
def test_a_mean_without_spread_has_no_limits(values, lower_known):
    got = mean(values)
    assert np.isnan(got.lower) != lower_known
    assert np.isnan(got.value) == (len(values) == 0 or None in values)


@given(st.lists(st.floats(-1e6, 1e6), min_size=5, max_size=60), st.integers(1, 5), st.floats(0.5, 9))
def test_quantiles_follow_the_order_and_nothing_else(values, k, factor):
    got = quantiles(values, k)
    order = np.argsort(values)[::-1]
    assert (np.diff(got[order]) >= 0).all()
    assert got.min() >= 1
    assert got.max() <= k
    if len(set(np.array(values) * factor)) == len(set(values)):
        np.testing.assert_array_equal(quantiles(np.array(values) * factor, k), got)
    for value in set(values):
        assert len(set(got[np.array(values) == value])) == 1


def test_eleven_areas_in_deciles_fill_the_first_decile_first_and_missing_areas_do_not_count():
    values = [*range(1, 12), None]
    np.testing.assert_array_equal(quantiles(values, 10, highest_first=False), [1, 1, *range(2, 11), np.nan])
    assert np.isnan(quantiles([1, 2, None], 3)).all()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: mean(["a", "b"]), r"values\[0\] is a: it must be a number"),
        (lambda: mean(3), "values is a single number"),
        (lambda: dsr([1, 2], [1, 0], [1, 1]), r"n\[1\] is 0.0: it must be above zero"),
        (lambda: dsr([1, 2], [1, None], [1, 1]), r"n\[1\] is nan: it must not be missing"),
        (lambda: dsr([1, 2], [1, 1], [0, 0]), "weights are all 0"),
        (lambda: dsr([1, 2, 3], [1, 1], [1, 1]), "x has 3, n has 2, weights has 2"),
        (lambda: dsr([1, 2, 3], [1, 1, 1], [1, 1, 2], event_frequency=[1, 1, 2]), "event_frequency 2 must repeat"),
        (lambda: isr([1, 2], [1, 1], [1, 1], [1, 0]), r"reference_n\[1\] is 0.0: it must be above zero"),
        (lambda: isr([1, 2], [1, 1], [1, 1], [1, 1], kind="odds"), "kind is 'odds'"),
        (lambda: quantiles([1, 2], 0), "k is 0"),
        (lambda: quantiles([[1, 2]], 2), "values has 2 dimensions"),
        (lambda: quantiles(["1", "10", "2"], 2), "must be a number, not text"),
    ],
)
def test_bad_input_is_refused_by_argument_position_and_rule(call, words):
    with pytest.raises(ValueError, match=words):
        call()


def test_where_nothing_is_expected_the_ratio_is_nan():
    assert np.isnan(isr([1, 2], [1, 1], [0, 0], [1, 1]).upper)
