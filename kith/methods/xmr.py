"""The XmR chart: is a series only wavering, or has something changed?"""

import statistics
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from kith.methods import validation
from kith.methods.estimate import FloatArray
from kith.methods.xmr_dates import moments, read_dates

Improvement = Literal["increase", "decrease", "neutral"]
Flags = NDArray[np.bool_]
LIMIT = 2.66  # mean moving ranges from the mean to a limit: 3 / 1.128
SCREEN = 3.267  # a moving range of so many means is an outlier: the upper limit of the mR chart
RUN = 7
FEWEST_TO_FIX = 12
CAUSES = (
    ("Above UCL", "Below LCL"),
    ("7 Point Trend (Increasing)", "7 Point Trend (Decreasing)"),
    ("2 in 3 Above CL", "2 in 3 Below CL"),
    ("7 Points Above CL", "7 Points Below CL"),
)


@dataclass(frozen=True, slots=True)
class XmR:
    """A chart: in order of `dates` the values, mean, limits and words of each point, and the two summary icons."""

    dates: NDArray[Any]
    values: FloatArray
    phase: NDArray[np.intp]
    mean: FloatArray
    lower: FloatArray
    upper: FloatArray
    special_cause: NDArray[np.str_]
    point_type: NDArray[np.str_]
    variation: str
    assurance: str | None
    has_limits: bool


def xmr(
    values: Any,
    dates: Any,
    *,
    rebase: Any = (),
    fix_after: int | None = None,
    improvement: Improvement = "increase",
    target: float | None = None,
    screen_outliers: bool = True,
) -> XmR:
    """An XmR chart by the rules of Making Data Count.

    Shapes: one value a date, in any order; the arrays of the answer follow the dates. Dates are date objects,
    datetime64 or ISO text, or numbers; `rebase` is one date or several of them, each the first of a new phase.
    Units: limits are in the values' unit. In each phase the mean is over all its values (with `fix_after` its first
    so many, 12 or more) and the limits lie 2.66 mean moving ranges away; with `screen_outliers` ranges of 3.267
    times their mean or more are left out once. No range, run or trend crosses from one phase into the next.
    Words of `.special_cause`, the first that holds: "Above UCL"/"Below LCL"; "7 Point Trend (Increasing)"/
    "(Decreasing)"; "2 in 3 Above CL"/"Below CL" (beyond two thirds of the way to a limit, three points on one side);
    "7 Points Above CL"/"Below CL"; else "Common Cause". `.point_type` says what it means for `improvement`.
    `.variation` is that of the latest point ("common_cause", "improvement_high", "concern_low", "neutral_low" ...);
    `.assurance` is "pass", "fail" or "inconsistent" for the latest limits against `target`, None without a target or
    for "neutral".
    No limits: a phase of one value, or of values that never move, has NaN limits (without screening they lie on the
    mean); then `.has_limits` is False and `.assurance` is at best "inconsistent": draw no limits, say so.
    Errors: ValueError for a missing value or date, a repeated date, text that is no ISO date, unequal shapes, a
    rebase date that is not in the data, fix_after below 12, an infinite target.
    Source: Wheeler, Understanding Variation (1993); NHS England, Making Data Count: SPC rules.
    Where NHSRplotthedots differs: it ignores a rebase date that is not in the data, and draws a flat series without
    a word.
    """
    validation.one_of("improvement", improvement, ("increase", "decrease", "neutral"))
    when, series = _in_order(values, dates)
    if fix_after is not None and fix_after < FEWEST_TO_FIX:
        raise ValueError(f"fix_after is {fix_after}: it must be {FEWEST_TO_FIX} or more")
    if target is not None:
        validation.complete("target", validation.numbers("target", target))
    return _chart(when, series, _phases(when, rebase), fix_after, improvement, target, screen_outliers)


def _chart(  # noqa: PLR0917
    when: NDArray[Any],
    series: FloatArray,
    phase: NDArray[np.intp],
    fix_after: int | None,
    improvement: Improvement,
    target: float | None,
    screen_outliers: bool,
) -> XmR:
    mean, reach = np.empty(series.shape), np.empty(series.shape)
    moves = np.zeros(series.shape, bool)
    causes = np.full(series.shape, "Common Cause", dtype="<U26")
    for number in range(int(phase[-1]) + 1):
        here = phase == number
        mean[here], reach[here], moves[here] = _limits(series[here], fix_after, screen_outliers)
        causes[here] = _causes(series[here], mean[here], reach[here])
    direction = np.select([np.isin(causes, [pair[side] for pair in CAUSES]) for side in (0, 1)], [1, -1], 0)
    point_type = np.array([_point_type(int(way), improvement) for way in direction])
    assurance = _assurance(mean[-1] - reach[-1], mean[-1] + reach[-1], target, improvement)
    variation = _icon(str(point_type[-1]), int(direction[-1]))
    ends = (mean - reach, mean + reach)
    return XmR(when, series, phase, mean, *ends, causes, point_type, variation, assurance, bool(moves.all()))


def _in_order(values: Any, dates: Any) -> tuple[NDArray[Any], FloatArray]:
    series = validation.complete("values", validation.numbers("values", values))
    validation.one_dimension("values", series)
    when = read_dates("dates", dates)
    if when.shape != series.shape or not series.size:
        raise ValueError(f"one value a date, and one at least: values has {series.shape} and dates {when.shape}")
    order = np.argsort(when, kind="stable")
    again = np.zeros(when.shape, bool)
    again[order[1:]] = when[order[1:]] == when[order[:-1]]
    validation.refuse("dates", when, again, "must not be repeated")
    return when[order], series[order]


def _phases(when: NDArray[Any], rebase: Any) -> NDArray[np.intp]:
    starts = read_dates("rebase", moments(rebase))
    if not starts.size:
        return np.zeros(when.shape, np.intp)
    validation.refuse("rebase", starts, ~np.isin(starts, when), "must be one of the dates")
    return np.searchsorted(np.unique(starts[starts != when[0]]), when, side="right")


def _limits(series: FloatArray, fix_after: int | None, screen: bool) -> tuple[float, float, bool]:
    """The mean, the distance from there to a limit, and whether the series moves at all."""
    base = series[:fix_after]
    ranges = np.abs(np.diff(base))
    moves = bool(ranges.any())
    if screen and ranges.size:
        ranges = ranges[ranges < SCREEN * ranges.mean()]
    reach = LIMIT * float(ranges.mean()) if ranges.size else np.nan
    return statistics.mean(base.tolist()), reach, moves  # exact, so that a point on the mean is seen to be on it


def _causes(series: FloatArray, mean: FloatArray, reach: FloatArray) -> NDArray[np.str_]:
    deviation = series - mean
    outside = np.select([series > mean + reach, series < mean - reach], [1, -1], 0)
    near = np.select([series > mean + reach * 2 / 3, series < mean - reach * 2 / 3], [1, -1], 0)
    near[outside != 0] = 0
    side = np.sign(deviation).astype(int)
    found = (outside, _trend(series), near * _two_in_three(side, near), side * _spread(_windows(side, RUN), RUN))
    conditions = [flags == way for flags in found for way in (1, -1)]
    return np.select(conditions, [word for pair in CAUSES for word in pair], "Common Cause")


def _windows(side: NDArray[np.int_], width: int) -> Flags:
    """For each stretch of `width` points, whether all lie on one side."""
    if side.size < width:
        return np.zeros(0, bool)
    return np.asarray(np.abs(sliding_window_view(side, width).sum(axis=1)) == width)


def _spread(starts: Flags, width: int) -> Flags:
    """All points of the stretches that were found, given whether one starts at each point."""
    within = np.zeros(starts.size + width - 1 if starts.size else 0, bool)
    for offset in range(width if starts.size else 0):
        within[offset : offset + starts.size] |= starts
    return within if starts.size else np.zeros(1, bool)


def _two_in_three(side: NDArray[np.int_], near: NDArray[np.int_]) -> Flags:
    starts = _windows(side, 3)
    if starts.size:
        starts &= np.abs(sliding_window_view(near, 3)).sum(axis=1) >= 2
    return _spread(starts, 3)


def _trend(series: FloatArray) -> NDArray[np.int_]:
    """1 or -1 at the points of seven that rise or fall at each step; a turning point belongs to the earlier trend."""
    trend = np.zeros(series.shape, int)
    steps = np.sign(np.diff(series)).astype(int)
    for start in np.flatnonzero(_windows(steps, RUN - 1))[::-1]:
        trend[start : start + RUN] = steps[start]
    return trend


def _point_type(way: int, improvement: Improvement) -> str:
    if way == 0:
        return "common_cause"
    if improvement == "neutral":
        return "special_cause_neutral_high" if way > 0 else "special_cause_neutral_low"
    better = (way > 0) == (improvement == "increase")
    return "special_cause_improvement" if better else "special_cause_concern"


def _icon(point_type: str, way: int) -> str:
    if way == 0:
        return point_type
    meaning = point_type.removeprefix("special_cause_").split("_")[0]
    return f"{meaning}_{'high' if way > 0 else 'low'}"


def _assurance(lower: float, upper: float, target: float | None, improvement: Improvement) -> str | None:
    if target is None or improvement == "neutral":
        return None
    above, below = ("pass", "fail") if improvement == "increase" else ("fail", "pass")
    if lower > target:
        return above
    return below if upper < target else "inconsistent"
