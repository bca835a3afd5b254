"""The slope index of inequality: golden cases, R's own stream, exactness, and refusals that say why."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats

from kith.methods import proportion, sii, sii_many
from kith.methods.random_r import NormalsOfR
from kith.methods.tests.golden_tables import both_places, column, joined, number

TYPES = {"0": "other", "1": "rate", "2": "proportion"}


def of_table(inputs, expected, **more):
    """The slope index of a golden case."""
    errors = {"lower": column(inputs, "lower_cl"), "upper": column(inputs, "upper_cl")}
    if expected.get("uses") == "se":
        errors = {"standard_error": column(inputs, "se")}
    elif "lowercl" in inputs[0]:
        errors = {"lower": column(inputs, "lowercl"), "upper": column(inputs, "uppercl")}
    return sii(
        column(inputs, "value"),
        column(inputs, "population"),
        value_type=TYPES[expected["value_type"]],
        transform=expected["transform"] == "TRUE",
        multiplier=float(expected.get("multiplier") or 1),
        confidence=float(expected.get("confidence") or 0.95),
        quantile=column(inputs, "quantile"),
        **errors,
        **more,
    )


@both_places
def test_golden_slopes_are_exact_and_their_limits_within_one_hundredth_of_the_width(place):
    for inputs, expected in joined(place, "sii"):
        got = of_table(inputs, expected)
        closed = expected["transform"] == "TRUE" or expected["value_type"] == "0"
        assert got.method == ("closed_form" if closed else "simulate")
        assert got.slope.value == pytest.approx(float(expected["sii"]), rel=1e-9)
        assert got.relative.value == pytest.approx(float(expected["rii"]), rel=1e-9)
        if expected.get("intercept"):
            assert got.intercept == pytest.approx(float(expected["intercept"]), rel=1e-9)
        if not expected["sii_lower"]:
            continue
        for estimate, name in ((got.slope, "sii"), (got.relative, "rii")):
            low, high = number(expected[f"{name}_lower"]), number(expected[f"{name}_upper"])
            assert abs(estimate.lower - low) < 0.01 * (high - low), expected["case_id"]
            assert abs(estimate.upper - high) < 0.01 * (high - low), expected["case_id"]


@both_places
def test_golden_seeded_runs_have_rs_own_digits(place):
    for inputs, expected in joined(place, "sii_seeded"):
        got = of_table(
            inputs, expected, method="simulate", seed=int(expected["seed"]), repetitions=int(expected["repetitions"])
        )
        values = [got.slope.value, got.slope.lower, got.slope.upper]
        values += [got.relative.value, got.relative.lower, got.relative.upper]
        names = ("sii", "sii_lower", "sii_upper", "rii", "rii_lower", "rii_upper")
        assert values == pytest.approx([float(expected[name]) for name in names], rel=1e-12)
        assert got.method == "simulate"


def test_the_first_normals_after_set_seed_one_are_rs():
    # rnorm(5) after set.seed(1), as printed in many an R tutorial
    known = [-0.6264538, 0.1836433, -0.8356286, 1.5952808, 0.3295078]
    stream = NormalsOfR(1)
    np.testing.assert_allclose([*stream.draw(2), *stream.draw(3)], known, atol=5e-8)


def random_areas(count, quantiles, seed):
    random = np.random.default_rng(seed)
    population = random.integers(200, 4000, (count, quantiles))
    x = random.binomial(population, random.uniform(0.2, 0.6, (count, 1)) + np.linspace(0, 0.2, quantiles))
    return x, population, proportion(x, population)


def test_ten_thousand_slopes_agree_with_weighted_least_squares():
    _x, population, share = random_areas(10_000, 10, 8)
    got = sii_many(share.value, population)
    root = np.sqrt(population / population.sum(1, keepdims=True))
    rank = np.cumsum(root**2, axis=1) - root**2 / 2
    sums = [(root**2 * term).sum(1) for term in (rank, rank**2, share.value, rank * share.value)]
    slope = (sums[3] - sums[0] * sums[2]) / (sums[1] - sums[0] ** 2)
    start = sums[2] - slope * sums[0]
    np.testing.assert_allclose(got.slope.value, slope, rtol=1e-9, atol=1e-14)
    np.testing.assert_allclose(got.intercept, start, rtol=1e-9)
    np.testing.assert_allclose(got.relative.value, (start + slope) / start, rtol=1e-9)
    for i in range(5):  # and with a general solver, square root of the share on both sides
        design = np.column_stack([root[i], root[i] * rank[i]])
        solved = np.linalg.lstsq(design, root[i] * share.value[i], rcond=None)[0]
        np.testing.assert_allclose([start[i], slope[i]], solved, rtol=1e-9)


@pytest.mark.parametrize("kind", ["other", "rate", "proportion"])
def test_the_closed_form_is_where_a_million_simulations_are_heading(kind):
    _, population, share = random_areas(2, 10, 9)
    options = {"lower": share.lower, "upper": share.upper, "value_type": kind, "transform": kind != "other"}
    exact = sii_many(share.value, population, **options)
    simulated = sii_many(share.value, population, method="simulate", repetitions=400_000, seed=3, **options)
    for ours, theirs in ((exact.slope, simulated.slope), (exact.relative, simulated.relative)):
        width = ours.upper - ours.lower
        assert (np.abs(ours.lower - theirs.lower) < 0.004 * width).all()
        assert (np.abs(ours.upper - theirs.upper) < 0.004 * width).all()


def test_fiellers_limits_leave_the_stated_chance_on_each_side():
    value, error = np.array([3.0, 4.0, 4.5]), np.array([0.2, 0.3, 0.25])
    got = sii(value, [1, 1, 1], standard_error=error, confidence=0.9).relative
    to_end, to_start = np.array([-5, 4, 13]) / 12, np.array([13, 4, -5]) / 12  # equal shares, ranks 1/6, 1/2, 5/6
    for ratio, chance in ((got.lower, 0.05), (got.upper, 0.95)):
        weights = to_end - ratio * to_start
        below = stats.norm.cdf(0, weights @ value, np.sqrt(weights**2 @ error**2))
        assert below == pytest.approx(chance, rel=1e-9)


def test_one_area_equals_its_row_of_many_and_a_missing_number_makes_only_its_area_nan():
    _, population, share = random_areas(4, 5, 10)
    value = share.value.copy()
    value[2, 3] = np.nan
    options = {"value_type": "proportion", "transform": True}
    many = sii_many(value, population, lower=share.lower, upper=share.upper, **options)
    assert list(np.isnan(many.slope.value)) == list(np.isnan(many.relative.upper)) == [False, False, True, False]
    alone = sii(value[3], population[3], lower=share.lower[3], upper=share.upper[3], **options)
    assert (alone.slope.lower, alone.relative.upper) == (many.slope.lower[3], many.relative.upper[3])


def test_a_seeded_call_for_many_areas_is_one_stream():
    _, population, share = random_areas(2, 5, 11)
    options = {"lower": share.lower, "upper": share.upper, "method": "simulate", "repetitions": 1000, "seed": 5}
    both, again = (sii_many(share.value, population, **options) for _ in range(2))
    np.testing.assert_array_equal(both.slope.lower, again.slope.lower)
    options.update(lower=share.lower[0], upper=share.upper[0])
    assert sii(share.value[0], population[0], **options).slope.lower == both.slope.lower[0]


quantile_tables = st.integers(3, 12).flatmap(
    lambda k: st.tuples(
        st.lists(st.floats(0.05, 0.95), min_size=k, max_size=k), st.lists(st.integers(50, 9999), min_size=k, max_size=k)
    )
)


@given(quantile_tables, st.sampled_from([1, 0.5, 100, -1, -0.5, -100]), st.booleans())
def test_limits_are_ordered_and_the_sign_of_the_multiplier_turns_them_round(table, multiplier, transform):
    value, n = table
    share = proportion(np.array(value) * n, n)
    options = {"lower": share.lower, "upper": share.upper, "transform": transform}
    options["value_type"] = "proportion" if transform else "other"
    once, got = sii(value, n, **options), sii(value, n, multiplier=multiplier, **options)
    assert got.slope.lower <= got.slope.value <= got.slope.upper
    if np.isnan(got.relative.lower):
        assert not transform
    elif once.relative.lower > 0:
        assert got.relative.lower <= got.relative.value * (1 + 1e-12) <= got.relative.upper * (1 + 2e-12)
    assert got.slope.value == pytest.approx(once.slope.value * multiplier)
    assert got.relative.value == pytest.approx(once.relative.value if multiplier > 0 else 1 / once.relative.value)


@given(quantile_tables, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter_where_the_quantile_is_given(table, random):
    value, n = (np.array(part, dtype=float) for part in table)
    order = list(range(len(value)))
    random.shuffle(order)
    got = sii(value[order], n[order], quantile=np.arange(1, len(value) + 1)[order])
    assert got.slope.value == sii(value, n).slope.value


def test_ten_deciles_sort_as_numbers_and_not_as_text():
    value, n = np.linspace(0.3, 0.5, 10), np.full(10, 500)
    as_text = sorted(range(1, 11), key=str)  # 1, 10, 2, ...
    rows = np.array(as_text) - 1
    assert sii(value[rows], n, quantile=as_text).slope.value == pytest.approx(0.2 / 0.9)


def test_limits_are_taken_as_95_per_cent_ones_whatever_the_confidence():
    value, n, half = np.array([1.0, 2, 3, 4, 5]), np.full(5, 100), 1.959963984540054
    wide = sii(value, n, lower=value - half, upper=value + half, confidence=0.998)
    assert wide.slope == sii(value, n, standard_error=np.ones(5), confidence=0.998).slope


def test_without_errors_there_is_a_point_only():
    got = sii([1, 2, 3], [1, 1, 1])
    assert got.method == "point_only"
    assert np.isnan(got.slope.lower)
    assert np.isnan(got.relative.upper)


def test_a_line_that_may_start_at_nothing_has_a_slope_but_no_limits_of_its_ratio():
    got = sii([0.1, 1, 2], [1, 1, 1], standard_error=[1, 1, 1])
    assert got.slope.lower < got.slope.upper
    assert np.isnan(got.relative.lower)
    assert np.isnan(got.relative.upper)


def test_a_back_transform_uses_the_logit():
    got = sii([0.2, 0.3, 0.4], [1, 1, 1], value_type="proportion", transform=True)
    middle = special.logit([0.2, 0.3, 0.4]).mean()
    slope = (special.logit(0.4) - special.logit(0.2)) * 1.5
    assert got.intercept == pytest.approx(special.expit(middle - slope / 2))


FIVE = {"value": [0.1, 0.2, 0.3, 0.4, 0.5], "population": [10, 10, 10, 10, 10]}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"quantile": ["1", "2", "3", "4", "5"]}, r"quantile\[0\] is 1: it must be a number, not text"),
        ({"quantile": [1, 2, 3, 4, 6]}, "quantile must hold each of 1 to 5 once"),
        ({"quantile": [1, 2, 3, 4, 4]}, "quantile must hold each of 1 to 5 once"),
        ({"quantile": [1, 2, 3, 4]}, "shapes must be equal: quantile has"),
        ({"value": [0.1, None, 0.3, 0.4, 0.5]}, r"value\[1\] is nan: it must not be missing"),
        ({"value": [0.1, 0.2]}, "shapes must be equal"),
        ({"value": [[0.1, 0.2]]}, "value has 2 dimensions"),
        ({"population": [10, 10, 0, 10, 10]}, r"population\[2\] is 0.0: it must be above zero"),
        ({"value_type": "share"}, "value_type is 'share'"),
        ({"transform": True}, "transform is True: it needs value_type"),
        ({"value": [10, 20, 30, 40, 50], "value_type": "proportion"}, r"value\[0\] is 10.0: it must be a share of 1"),
        (
            {"value": [0, 0.2, 0.3, 0.4, 0.5], "value_type": "proportion", "transform": True},
            r"value\[0\] is 0.0: it has no logit: pool",
        ),
        ({"value": [0, 1, 2, 3, 4], "value_type": "rate", "standard_error": [1] * 5}, "it has no logarithm"),
        ({"value": [-1, 1, 2, 3, 4], "value_type": "rate"}, r"value\[0\] is -1.0: it must not be negative"),
        ({"lower": [0.1] * 5}, "lower and upper must be given together"),
        ({"lower": [0.11] * 5, "upper": [1] * 5}, r"lower\[0\] is 0.11: it must not be above the value"),
        ({"standard_error": [0.1, 0.1, -0.1, 0.1, 0.1]}, r"standard_error\[2\] is -0.1"),
        ({"standard_error": [0.1] * 5, "method": "guess"}, "method is 'guess'"),
        ({"standard_error": [0.1] * 5, "method": "simulate", "repetitions": 10}, "repetitions is 10: too few"),
        ({"multiplier": 0}, "multiplier is 0"),
    ],
)
def test_bad_input_is_refused_by_argument_position_and_rule(changes, words):
    with pytest.raises(ValueError, match=words):
        sii(**(FIVE | changes))


def test_many_areas_need_two_dimensions():
    with pytest.raises(ValueError, match="value has 1 dimensions"):
        sii_many([1, 2], [1, 2])
