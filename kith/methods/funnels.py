"""Funnel plots: which areas differ from the average by more than chance allows for their size."""

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from kith.methods import validation
from kith.methods.estimate import FloatArray
from kith.methods.intervals import exact_limits, normal_deviate, poisson_limits, wilson_limits
from kith.methods.records import Records, records

Kind = Literal["proportion", "ratio", "rate"]
Limits = dict[str, FloatArray]
LEVELS = {"2s": 0.95, "3s": 0.998}  # the names say sigmas; the limits are these
POINTS = 100
TOO_FEW = "Not applicable for events less than 10 for dsrs"
COLUMNS = (
    "point",
    *(f"{side}_{name}_limit" for name in LEVELS for side in ("lower", "upper")),
    "baseline",
    *(f"{side}_{name}_exp_events" for name in LEVELS for side in ("lower", "upper")),
    *(f"{side}_{name}_population_1_year" for name in LEVELS for side in ("lower", "upper")),
)


@dataclass(frozen=True, slots=True)
class Funnel:
    """A funnel: its baseline, a word for each area, 100 points of its limits and the areas' places in the chart.

    `.limits` and `.points` are record arrays: `funnel.limits["upper_2s_limit"]` or `funnel.limits.upper_2s_limit`.
    """

    baseline: float
    significance: NDArray[np.str_]
    limits: Records
    points: Records


@dataclass(frozen=True, slots=True)
class Areas:
    """The areas of one funnel, checked."""

    x: FloatArray
    n: FloatArray
    rate: FloatArray
    multiplier: float
    years: float


def funnel(
    kind: Kind,
    numerator: Any,
    denominator: Any,
    *,
    multiplier: float,
    rate_type: Literal["dsr", "crude"] | None = None,
    ratio_type: Literal["count", "isr"] | None = None,
    years: float = 1,
    rate: Any = None,
) -> Funnel:
    """The limits of a Fingertips funnel and the significance of each area, at 95 % and 99.8 %.

    Shapes: numerator and denominator hold one number an area; `.significance` and `.points` too; `.limits` has 100
    rows. Words: "High (0.001)", "High (0.025)", "Not significant", "Low (0.025)", "Low (0.001)", and for directly
    standardised rates of fewer than 10 events "Not applicable for events less than 10 for dsrs".
    Units: "proportion" has counts and baseline per multiplier; "ratio" has observed and expected events, on a scale
    with reference `multiplier` for ratio_type "isr" and as observed / expected - 1 for "count"; "rate" has events
    and person-years over `years`, a rate of rate_type "dsr" or "crude" per multiplier, with `rate` where it is not
    numerator / denominator. `.limits.point` is a population, observed events or events; columns of other kinds are
    NaN, as is the baseline of a ratio. `.points` has `rate_chart`, the height of each area, and
    `denominator_derived`, its place along the axis (for rates the population of one year behind the rate).
    Limits: proportions by the normal approximation at the baseline; ratios and rates exact for Poisson counts.
    Significance: Wilson's interval, or exact below 10 events and Byar's from 10, against the baseline.
    Errors: ValueError for missing or negative numbers, x above n in a proportion, a denominator of 0, unequal
    shapes, or a rate_type or ratio_type that is absent.
    Source: Spiegelhalter, Statistics in Medicine 24 (2005) 1185-1202; OHID, Fingertips funnel plots.
    Where PHEindicatormethods differs: it clips the limits of proportions to 0 and 100 whatever the multiplier, here
    0 and the multiplier; it counts the digits of 100,000 as five when it rounds the axis; its Poisson limits are
    found by bisection and differ from these by up to 5e-5 at one event.
    """
    validation.one_of("kind", kind, ("proportion", "ratio", "rate"))
    areas = _areas(kind, numerator, denominator, multiplier, years, rate)
    if kind == "proportion":
        return _of_proportions(areas)
    if kind == "ratio":
        validation.one_of("ratio_type", ratio_type, ("count", "isr"))
        return _of_ratios(areas, counted=ratio_type == "count")
    validation.one_of("rate_type", rate_type, ("dsr", "crude"))
    return _of_rates(areas, standardised=rate_type == "dsr")


def _areas(kind: Kind, numerator: Any, denominator: Any, multiplier: float, years: float, rate: Any) -> Areas:  # noqa: PLR0917
    x = validation.complete("numerator", validation.counts("numerator", numerator))
    n = validation.complete("denominator", validation.positive("denominator", denominator))
    validation.one_dimension("numerator", x)
    validation.one_dimension("denominator", n)
    if x.size == 0:
        raise ValueError("numerator is empty: a funnel needs an area")
    scale = validation.scale(multiplier)
    if not 0 < years < math.inf:
        raise ValueError(f"years is {years}: it must be above zero")
    given = x / n * scale if rate is None else validation.counts("rate", rate)
    if x.shape != n.shape or given.shape != x.shape:
        raise ValueError(f"shapes must be equal: numerator has {x.shape}, denominator {n.shape} and rate {given.shape}")
    if kind == "proportion":
        validation.refuse("numerator", x, x > n, "must not exceed the denominator")
    return Areas(x, n, given, scale, years)


def _of_proportions(areas: Areas) -> Funnel:
    share = float(areas.x.sum() / areas.n.sum())
    start, end = _axis(areas.n)
    points = _points(max(1, int(start)), end, POINTS)
    limits: Limits = {"point": points, "baseline": np.full(POINTS, share * areas.multiplier)}
    words = {}
    for name, confidence in LEVELS.items():
        z = normal_deviate(confidence)
        spread = z * np.sqrt(share * (1 - share) / points)
        limits[f"lower_{name}_limit"] = np.clip(share - spread, 0, 1) * areas.multiplier
        limits[f"upper_{name}_limit"] = np.clip(share + spread, 0, 1) * areas.multiplier
        words[name] = wilson_limits(areas.x, areas.n, z)
    words_of_areas = _words(words, np.asarray(share))
    return Funnel(share * areas.multiplier, words_of_areas, _records(limits), _places(areas.rate, areas.n))


def _of_ratios(areas: Areas, *, counted: bool) -> Funnel:
    start, end = _axis(areas.n)
    points = _points(max(1, int(start)), end, POINTS + 1)
    limits: Limits = {"point": points}
    for name, confidence in LEVELS.items():
        for side, expected in zip(("upper", "lower"), exact_limits(points, confidence), strict=True):
            limits[f"{side}_{name}_exp_events"] = expected  # few observed events stand beside many expected ones
            limits[f"{side}_{name}_limit"] = _ratio(points, expected, areas.multiplier, counted)
    words = {name: poisson_limits(areas.x, confidence) for name, confidence in LEVELS.items()}
    places = _places(_ratio(areas.x, areas.n, areas.multiplier, counted), areas.n)
    return Funnel(math.nan, _words(words, areas.n), _records(limits), places)


def _ratio(observed: FloatArray, expected: FloatArray, multiplier: float, counted: bool) -> FloatArray:
    return observed / expected - 1 if counted else observed / expected * multiplier


def _of_rates(areas: Areas, *, standardised: bool) -> Funnel:
    # A rate that is numerator / denominator, or 0, says no more of its population than the denominator does.
    plain = (areas.rate == areas.x / areas.n * areas.multiplier) | (areas.rate == 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        population = np.where(plain, areas.n, areas.x / areas.rate * areas.multiplier) / areas.years
    too_few = (areas.x < 10) & standardised
    rate = np.where(too_few, np.nan, areas.rate)
    population = np.where(np.isnan(rate), np.nan, population)
    known = ~np.isnan(population)
    if not known.any():
        raise ValueError("rate is missing for every area: a funnel needs a baseline")
    per_head = float(areas.x[known].sum() / (population[known].sum() * areas.years))
    if per_head == 0:
        raise ValueError("numerator is 0 everywhere: a funnel of rates needs an event")
    start, end = (edge * per_head * areas.years for edge in _axis(population[known]))
    # Rounded first: 6.999999999999999 events are 7.
    points = _points(max(1, math.floor(round(start, 9))), math.ceil(round(end, 9)), POINTS)
    limits: Limits = {"point": points, "baseline": np.full(POINTS, per_head * areas.multiplier)}
    for name, confidence in LEVELS.items():
        for side, expected in zip(("upper", "lower"), exact_limits(points, confidence), strict=True):
            limits[f"{side}_{name}_population_1_year"] = expected / per_head / areas.years
            limits[f"{side}_{name}_limit"] = points / expected * per_head * areas.multiplier
    words = {name: poisson_limits(areas.x, confidence) for name, confidence in LEVELS.items()}
    significance = _words(words, population * areas.years * per_head)
    significance = np.where(too_few, TOO_FEW, significance)
    return Funnel(per_head * areas.multiplier, significance, _records(limits), _places(rate, population))


def _axis(sizes: FloatArray) -> tuple[float, int | float]:
    # From 95 % of the smallest size, down to its first digit, or 0 where sizes differ more than twofold,
    # to 105 % of the largest, up to its second digit.
    smallest, largest = float(sizes.min()), float(sizes.max())
    unit = 10.0 ** (len(str(int(smallest))) - 1)
    start = 0.0 if largest > 2 * smallest else math.floor(smallest * 0.95 / unit) * unit
    unit = 10.0 ** (len(str(int(largest))) - 2)
    return start, math.ceil(largest * 1.05 / unit) * unit


def _points(start: int, end: float, steps: int) -> FloatArray:
    """Whole numbers in roughly equal ratios, each at least 1 above the one before."""
    points = [start]
    for i in range(1, POINTS):
        step = (end / points[-1]) ** (1 / (steps - i))
        points.append(max(round(points[-1] * step), points[-1] + 1))
    return np.array(points, np.float64)


def _words(intervals: dict[str, tuple[FloatArray, FloatArray]], reference: FloatArray) -> NDArray[np.str_]:
    (low_2s, high_2s), (low_3s, high_3s) = intervals["2s"], intervals["3s"]
    conditions = [low_3s > reference, high_3s < reference, low_2s > reference, high_2s < reference]
    words = ["High (0.001)", "Low (0.001)", "High (0.025)", "Low (0.025)"]
    return np.asarray(np.select(conditions, words, "Not significant"))


def _records(limits: Limits) -> Records:
    missing = np.full(POINTS, np.nan)
    return records({name: limits.get(name, missing) for name in COLUMNS})


def _places(height: FloatArray, along: FloatArray) -> Records:
    return records({"rate_chart": height, "denominator_derived": along})
