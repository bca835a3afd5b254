"""The interval of a change and the word beside a reference."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kith.methods import Estimate, compare, difference, proportion, rate


@pytest.mark.parametrize(
    ("pair", "limits"),
    [  # Newcombe 1998, table II, method 10
        ((48, 80, 56, 70), (0.0524, 0.3339)),
        ((3, 10, 9, 10), (0.1705, 0.8090)),
        ((0, 10, 10, 10), (0.6075, 1.0)),
        ((0, 20, 10, 10), (0.6791, 1.0)),
    ],
)
def test_newcombes_own_examples(pair, limits):
    got = difference(*pair)
    assert (got.lower, got.upper) == pytest.approx(limits, abs=5e-5)


def test_ten_thousand_changes_agree_with_wilson_limits_put_together_by_hand():
    random = np.random.default_rng(3)
    n1, n2 = np.floor(10 ** random.uniform(0, 5, (2, 10_000)))
    x1, x2 = np.floor(random.uniform(0, 1, n1.size) * (n1 + 1)), np.floor(random.uniform(0, 1, n1.size) * (n2 + 1))
    got, z = difference(x1, n1, x2, n2, confidence=0.99), stats.norm.isf(0.005)

    def wilson(x, n, sign):
        return (2 * x + z**2 + sign * z * np.sqrt(z**2 + 4 * x * (1 - x / n))) / (2 * (n + z**2))

    p1, p2 = x1 / n1, x2 / n2
    low = p2 - p1 - np.sqrt((p2 - wilson(x2, n2, -1)) ** 2 + (wilson(x1, n1, 1) - p1) ** 2)
    high = p2 - p1 + np.sqrt((wilson(x2, n2, 1) - p2) ** 2 + (p1 - wilson(x1, n1, -1)) ** 2)
    np.testing.assert_allclose(got.lower, low, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(got.upper, high, rtol=1e-9, atol=1e-12)


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 500), st.integers(1, 500))
def test_turning_the_order_round_turns_the_change_round(x1, n1, x2, n2):
    x1, x2 = min(x1, n1), min(x2, n2)
    there, back = difference(x1, n1, x2, n2), difference(x2, n2, x1, n1)
    assert (there.value, there.lower, there.upper) == pytest.approx((-back.value, -back.upper, -back.lower), abs=1e-12)
    assert -1 <= there.lower <= there.value <= there.upper <= 1


@given(st.integers(0, 200), st.integers(1, 9999), st.integers(0, 200), st.integers(1, 9999))
def test_the_rate_ratio_contains_its_value_and_turns_round(x1, n1, x2, n2):
    there, back = difference(x1, n1, x2, n2, kind="rate"), difference(x2, n2, x1, n1, kind="rate")
    assert there.lower <= there.value <= there.upper
    if x1 + x2 == 0:
        assert np.isnan(there.ratio.value)
    else:
        assert there.ratio.lower <= there.ratio.value <= there.ratio.upper
    if x1 and x2:
        assert there.ratio.lower == pytest.approx(1 / back.ratio.upper, rel=1e-9)


def test_the_rate_ratio_is_the_exact_binomial_interval_of_scipy():
    random = np.random.default_rng(4)
    for x1, x2, n1, n2 in random.integers(1, 60, (200, 4)):
        got = difference(int(x1), int(n1), int(x2), int(n2), kind="rate", confidence=0.9).ratio
        share = stats.binomtest(int(x2), int(x1 + x2)).proportion_ci(0.9, method="exact")
        assert got.lower == pytest.approx(share.low / (1 - share.low) * n1 / n2, rel=1e-9)
        assert got.upper == pytest.approx(share.high / (1 - share.high) * n1 / n2, rel=1e-9)


def test_missing_numbers_and_empty_groups_give_nan():
    for kind in ("proportion", "rate"):
        got = difference([1, 0, None, 1], [2, 0, 5, 2], [1, 1, 1, 1], [2, 2, 2, 2], kind=kind)
        assert list(np.isnan(got.value)) == [False, True, True, False]
    assert list(np.isnan(got.ratio.upper)) == [False, True, True, False]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: difference(5, 4, 1, 2), r"in pair 1 \(x1, n1\): x is 5.0: it must not exceed n"),
        (lambda: difference(1, 4, [1, -1], 2), r"x2\[1\] is -1.0: it must not be negative"),
        (lambda: difference([1, 2], 4, [1, 2, 3], 5), r"shapes must be equal: x1 has \(2,\) and x2 has \(3,\)"),
        (lambda: difference(1, 2, 1, 2, kind="mean"), "kind is 'mean': it must be one of 'proportion', 'rate'"),
        (lambda: compare(proportion(1, 2), 0.5, polarity="up"), "polarity is 'up'"),
        (lambda: compare(proportion([1, 2], 5), [0.1, 0.2, 0.3]), "shapes must be equal"),
    ],
)
def test_bad_input_is_refused_by_argument_position_and_rule(call, words):
    with pytest.raises(ValueError, match=words):
        call()


@pytest.mark.parametrize(
    ("polarity", "words"),
    [
        (None, ["lower", "similar", "higher"]),
        ("high_is_good", ["worse", "similar", "better"]),
        ("low_is_good", ["better", "similar", "worse"]),
    ],
)
def test_the_word_follows_the_interval_and_the_polarity(polarity, words):
    estimates = proportion([10, 50, 90], 100)
    assert list(compare(estimates, 0.5, polarity=polarity)) == words
    assert compare(proportion(10, 100), 0.5, polarity=polarity) == words[0]


def test_an_interval_that_touches_the_reference_is_similar():
    assert compare(Estimate(0.5, 0.4, 0.6), 0.6) == compare(Estimate(0.5, 0.4, 0.6), 0.4) == "similar"


def test_what_is_missing_is_not_compared():
    assert compare(proportion(0, 0), 0.5) == "not compared"
    assert list(compare(proportion([1, 2], [2, 4]), [np.nan, 0.5])) == ["not compared", "similar"]


def test_the_milton_keynes_infant_deaths_are_similar_to_england_and_the_fall_is_not_significant():
    got = rate(36, 9474, multiplier=1000)
    assert (round(got.value, 1), round(got.lower, 2), round(got.upper, 2)) == (3.8, 2.66, 5.26)
    assert compare(got, 4.1, polarity="low_is_good") == compare(got, 4.9, polarity="low_is_good") == "similar"
