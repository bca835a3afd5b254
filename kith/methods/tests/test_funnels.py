"""Funnels and their over-dispersed kin: golden cases, the meaning of the limits, and refusals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kith.methods import funnel, overdispersed_funnel
from kith.methods.tests.golden_tables import both_places, cases, column, number, rows


def of_table(case, inputs):
    """The funnel of a golden case."""
    return funnel(
        case["statistic"],
        column(inputs, "numerator"),
        column(inputs, "denominator"),
        multiplier=float(case["multiplier"]),
        rate_type=case["rate_type"] or None,
        ratio_type=case["ratio_type"] or None,
        years=float(case["years_of_data"] or 1),
        rate=column(inputs, "rate") if case["statistic"] == "rate" else None,
    )


def follows(got, table, names, rel):
    """Each column equals the golden one within the tolerance; an empty one is NaN."""
    for name in names:
        np.testing.assert_allclose(got[name], column(table, name), rtol=rel, atol=1e-9, err_msg=name)


@both_places
def test_golden_funnels(place):
    inputs, limits = cases(place, "funnel_inputs"), cases(place, "funnel_limits_expected")
    points = cases(place, "funnel_points_expected")
    for case in rows(place, "funnel_cases"):
        got = of_table(case, inputs[case["case_id"]])
        expected = limits[case["case_id"]]
        assert list(got.significance) == [area["significance"] for area in inputs[case["case_id"]]], case
        follows(got.limits, expected, ["point", "baseline"], 1e-9)
        assert got.baseline == pytest.approx(number(expected[0]["baseline"]), rel=1e-9, nan_ok=True)
        others = [name for name in got.limits.dtype.names if name not in {"point", "baseline"}]
        follows(got.limits, expected, others, 1e-9 if case["statistic"] == "proportion" else 1e-4)
        if case["statistic"] == "rate":
            follows(got.points, points[case["case_id"]], ["rate_chart", "denominator_derived"], 1e-9)


@both_places
def test_golden_overdispersed_funnels(place):
    inputs, expected = cases(place, "od_funnel_inputs"), cases(place, "od_funnel_expected")
    for case in rows(place, "od_funnel_cases"):
        areas = [column(inputs[case["case_id"]], name) for name in ("numerator", "denominator")]
        options = {"sr_method": case["sr_method"]} if case.get("sr_method") else {}
        got = overdispersed_funnel(case["data_type"], *areas, trim_by=float(case["trim_by"]), **options)
        assert (got.phi, got.tau2) == pytest.approx((float(case["phi"]), float(case["tau2"])), rel=1e-9)
        table = expected[case["case_id"]]
        follows(got.limits, table, got.limits.dtype.names, 1e-9)
        follows(got.points, table, got.points.dtype.names, 1e-9)
        assert list(got.outlier) == [row["outlier"] == "1" for row in table]


def test_the_limits_of_a_proportion_stop_at_its_own_scale():
    got = funnel("proportion", [39, 390, 3900], [100, 1000, 10_000], multiplier=1000)
    assert got.limits.upper_3s_limit.max() == 1000
    assert got.limits.lower_3s_limit.min() == 0
    assert got.baseline == pytest.approx(390)


def test_the_axis_counts_the_digits_of_one_hundred_thousand_as_six():
    got = funnel("proportion", [10, 50_000], [20, 100_000], multiplier=100)
    assert got.limits.point[-1] == 110_000
    assert len(got.limits) == 100
    assert (np.diff(got.limits.point) >= 1).all()


def test_the_limits_of_a_ratio_leave_the_stated_chance_outside():
    limits = funnel("ratio", [3, 40], [4, 38], multiplier=100, ratio_type="isr").limits
    for name, tail in (("2s", 0.025), ("3s", 0.001)):
        many = limits[f"lower_{name}_exp_events"]  # so many are expected that seeing this few is rare
        np.testing.assert_allclose(stats.poisson.cdf(limits.point, many), tail, rtol=1e-9)
        few = limits[f"upper_{name}_exp_events"]
        np.testing.assert_allclose(stats.poisson.sf(limits.point - 1, few), tail, rtol=1e-9)


areas = st.lists(
    st.tuples(st.integers(0, 400), st.integers(1, 5000)).map(lambda p: (min(p), max(p[1], *p))), min_size=2, max_size=30
).filter(lambda table: sum(x for x, _ in table) > 0)


@given(areas, st.sampled_from(["proportion", "ratio", "rate"]))
def test_funnels_narrow_round_their_baseline_and_words_follow_the_sides(table, kind):
    x, n = (np.array(part, dtype=float) for part in zip(*table, strict=True))
    types = {"ratio_type": "isr", "rate_type": "crude"}
    got = funnel(kind, x, n, multiplier=100, **types)
    middle = 100.0 if kind == "ratio" else got.baseline
    assert (got.limits.lower_3s_limit <= got.limits.lower_2s_limit).all()
    assert (got.limits.lower_2s_limit <= middle * (1 + 1e-9)).all()
    assert (got.limits.upper_2s_limit >= middle * (1 - 1e-9)).all()
    assert (got.limits.upper_3s_limit >= got.limits.upper_2s_limit).all()
    assert np.diff(got.limits.upper_2s_limit).max() <= 1e-9
    for word, value in zip(got.significance, got.points.rate_chart, strict=True):
        assert not (word.startswith("High") and value < middle)
        assert not (word.startswith("Low") and value > middle)
    scaled = funnel(kind, x, n, multiplier=1000, **types)
    np.testing.assert_allclose(scaled.limits.upper_2s_limit, got.limits.upper_2s_limit * 10, rtol=1e-12)
    assert list(scaled.significance) == list(got.significance)


@given(areas, st.sampled_from(["SR", "RC", "PR"]))
def test_overdispersion_only_widens(table, kind):
    x, n = (np.array(part, dtype=float) for part in zip(*table, strict=True))
    got = overdispersed_funnel(kind, x, n, sr_method="CQC", corrected=True)
    assert got.tau2 >= 0
    if kind != "SR":
        assert (got.limits.OD95LCL <= got.limits.LCL95 + 1e-12).all()
        assert (got.limits.OD95UCL >= got.limits.UCL95 - 1e-12).all()
    assert (got.limits.OD99UCL >= got.limits.OD95UCL).all()
    assert (got.limits.OD99LCL <= got.limits.OD95LCL).all()


def test_ten_thousand_areas_agree_with_the_z_score_of_their_proportion():
    random = np.random.default_rng(12)
    n = random.integers(50, 5000, 10_000)
    x = random.binomial(n, random.uniform(0.28, 0.32, n.size))
    words = funnel("proportion", x, n, multiplier=100).significance
    share = x.sum() / n.sum()
    z = (x / n - share) / np.sqrt(share * (1 - share) / n)
    expected = np.select([np.abs(z) > 3.090232306, np.abs(z) > 1.959963985], ["0.001", "0.025"], "")
    for word, level, score in zip(words, expected, z, strict=True):
        assert word == (f"{'High' if score > 0 else 'Low'} ({level})" if level else "Not significant")


def test_the_corrected_limits_of_square_roots_are_squared_and_of_counts_use_both_counts():
    random = np.random.default_rng(13)
    n = random.integers(200, 900, 60)
    x = random.poisson(n * random.lognormal(0, 0.15, 60))
    for kind in ("SR", "RC"):
        usual = overdispersed_funnel(kind, x, n, sr_method="CQC")
        right = overdispersed_funnel(kind, x, n, sr_method="CQC", corrected=True)
        assert right.tau2 == usual.tau2
        assert (right.limits.OD99UCL > usual.limits.OD99UCL).all()
        assert right.outlier.sum() < usual.outlier.sum()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: funnel("rates", [1], [2], multiplier=1), "kind is 'rates'"),
        (lambda: funnel("rate", [1], [2], multiplier=1), "rate_type is None"),
        (lambda: funnel("ratio", [1], [2], multiplier=1), "ratio_type is None"),
        (lambda: funnel("proportion", [3], [2], multiplier=1), r"numerator\[0\] is 3.0: it must not exceed"),
        (lambda: funnel("proportion", [1, None], [2, 2], multiplier=1), r"numerator\[1\] is nan: it must not be miss"),
        (lambda: funnel("proportion", [1, 2], [2, 0], multiplier=1), r"denominator\[1\] is 0.0: it must be above"),
        (lambda: funnel("proportion", [1, 2], [2], multiplier=1), "shapes must be equal"),
        (lambda: funnel("proportion", [], [], multiplier=1), "numerator is empty"),
        (lambda: funnel("rate", [0, 0], [2, 3], multiplier=1, rate_type="crude"), "numerator is 0 everywhere"),
        (lambda: funnel("rate", [1, 2], [2, 3], multiplier=1, rate_type="dsr"), "rate is missing for every area"),
        (lambda: funnel("proportion", [1], [2], multiplier=1, years=0), "years is 0"),
        (lambda: overdispersed_funnel("SR", [0, 1], [1, 1]), r"numerator\[0\] is 0.0: it has no logarithm"),
        (lambda: overdispersed_funnel("PR", [3, 1], [1, 1]), r"numerator\[0\] is 3.0: it must not exceed"),
        (lambda: overdispersed_funnel("PR", [0, 0], [1, 1]), "numerator is 0 everywhere"),
        (lambda: overdispersed_funnel("PR", [1], [1]), "two areas or more"),
        (lambda: overdispersed_funnel("PR", [1, 1], [1, 1], trim_by=0.5), "trim_by is 0.5"),
    ],
)
def test_bad_input_is_refused_by_argument_position_and_rule(call, words):
    with pytest.raises(ValueError, match=words):
        call()
