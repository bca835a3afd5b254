"""The slope and relative index of inequality over deprivation quantiles, for one area or many."""

from dataclasses import dataclass
from typing import Any, Generic, Literal

import numpy as np
from numpy.typing import NDArray

from kith.methods import validation
from kith.methods.estimate import Estimate, FloatArray, T
from kith.methods.intervals import normal_deviate
from kith.methods.slope_fit import SCALES, Line, Pair, ValueType, closed_form, simulated

Method = Literal["closed_form", "simulate", "point_only"]
SEED_WHEN_NONE = 1  # the same input always gives the same limits


@dataclass(frozen=True, slots=True)
class SlopeIndex(Generic[T]):
    """The slope from the most to the least deprived end, the ratio of the ends, and how the limits were made."""

    slope: Estimate[T]
    relative: Estimate[T]
    intercept: T
    method: Method


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for beside the numbers."""

    value_type: ValueType
    transform: bool
    multiplier: float
    confidence: float
    method: Literal["closed_form", "simulate"]
    repetitions: int
    seed: int | None


def sii(
    value: Any,
    population: Any,
    *,
    standard_error: Any = None,
    lower: Any = None,
    upper: Any = None,
    value_type: ValueType = "other",
    transform: bool = False,
    confidence: float = 0.95,
    multiplier: float = 1.0,
    method: Literal["closed_form", "simulate"] = "closed_form",
    repetitions: int = 100_000,
    seed: int | None = None,
    quantile: Any = None,
) -> SlopeIndex[float]:
    """The slope index of inequality (SII) of one area, and the relative index (RII), with their limits.

    Shapes: one number a quantile, two quantiles or more (OHID advises 5 to 100), from quantile 1, the most deprived;
    or in any order with `quantile`, whole numbers 1 to k that are ordered as numbers.
    Units: value_type "rate" is above 0, "proportion" a share of 1, "other" anything with normal errors. A positive
    slope means higher in the least deprived; slope and its limits are multiplied by `multiplier`, and a negative one
    turns the slope's sign and the ratio round. `lower` and `upper` are 95 % limits of the value, whatever
    `confidence` is. `standard_error`, which wins where both are given, is one of the value for "other", of its log
    for "rate" and of its logit for "proportion". Without errors there is a point only and limits are NaN.
    transform=True fits the line to logs or logits (for "rate" or "proportion") and takes its ends back. `intercept`
    is the most deprived end of the line: in the unit of the value, and after a transform times |multiplier|.
    Limits: "closed_form" is exact for "other" (ratio by Fieller) and for transform=True, where only the slope is
    random; elsewhere sums of log-normals have no closed form and `.method` says "simulate". "simulate" with a seed
    gives R's digits (set.seed, rnorm, order statistics); without a seed the stream is fixed, so that answers repeat.
    NaN: the limits of the ratio where the line may start at 0.
    Errors: ValueError for text or missing numbers, unequal shapes, a missing or repeated quantile, a population of 0,
    a proportion outside 0 to 1 (or at 0 or 1 where its logit is needed), a value outside its limits.
    Source: Mackenbach and Kunst, Social Science & Medicine 44 (1997) 757-771; Low and Low, Journal of Public Health
    26 (2004) 390-395; OHID, method of PHEindicatormethods phe_sii.
    Where PHEindicatormethods differs: text deciles sort 1, 10, 2 there and give a wrong slope; with value_type
    "rate" and a transform it swaps the limits for any multiplier below 1, not below 0; a quantile of 0 or all events
    stops it without a reason; an area that lacks a quantile is dropped with a warning.
    """
    arrays = _numbers(value, population, standard_error, lower, upper)
    validation.one_dimension("value", arrays["value"])
    for name, array in arrays.items():
        validation.complete(name, array)
    wanted = Wanted(value_type, transform, multiplier, confidence, method, repetitions, seed)
    many = _indices(arrays, quantile, wanted)
    return SlopeIndex(_first(many.slope), _first(many.relative), float(many.intercept[0]), many.method)


def sii_many(
    value: Any,
    population: Any,
    *,
    standard_error: Any = None,
    lower: Any = None,
    upper: Any = None,
    value_type: ValueType = "other",
    transform: bool = False,
    confidence: float = 0.95,
    multiplier: float = 1.0,
    method: Literal["closed_form", "simulate"] = "closed_form",
    repetitions: int = 100_000,
    seed: int | None = None,
    quantile: Any = None,
) -> SlopeIndex[FloatArray]:
    """`sii` for many areas at once: 450 areas take about a millisecond in closed form.

    Shapes: value, population and errors are areas by quantiles; `quantile` is one row for all areas or the same
    shape; slope, relative and intercept hold one number an area. A seeded simulation is one stream, area after area:
    R's order if the areas are sorted as R sorts its groups.
    NaN: everything for an area with a missing number, which the reference package would drop.
    Errors, units and sources: as in `sii`.
    """
    arrays = _numbers(value, population, standard_error, lower, upper)
    if arrays["value"].ndim != 2:
        raise ValueError(f"value has {arrays['value'].ndim} dimensions: it must have two, areas by quantiles")
    wanted = Wanted(value_type, transform, multiplier, confidence, method, repetitions, seed)
    return _indices(arrays, quantile, wanted)


def _numbers(*given: Any) -> dict[str, FloatArray]:
    names = ("value", "population", "standard_error", "lower", "upper")
    return {n: validation.numbers(n, g) for n, g in zip(names, given, strict=True) if g is not None}


def _first(many: Estimate[FloatArray]) -> Estimate[float]:
    return Estimate(float(many.value[0]), float(many.lower[0]), float(many.upper[0]))


def _indices(arrays: dict[str, FloatArray], quantile: Any, wanted: Wanted) -> SlopeIndex[FloatArray]:
    value_type, transform = wanted.value_type, wanted.transform
    validation.one_of("value_type", value_type, tuple(SCALES))
    if transform and value_type == "other":
        raise ValueError("transform is True: it needs value_type 'rate' or 'proportion'")
    _check(arrays, value_type, transform)
    arrays = {name: np.atleast_2d(array) for name, array in _ordered(arrays, quantile).items()}
    whole = ~np.any([np.isnan(array).any(axis=-1) for array in arrays.values()], axis=0)
    known = {name: array[whole] for name, array in arrays.items()}
    line = Line.through(known["value"], known["population"], value_type, transform)
    method, slopes, ratios = _limits(line, _standard_error(known, value_type), wanted)
    start, end = line.ends(line.slope)
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = [end - start, *slopes, end / start, *ratios, start]
    parts = [_spread_out(np.asarray(part), whole) for part in parts]
    return _multiplied(parts, wanted.multiplier, transform, method)


def _check(arrays: dict[str, FloatArray], value_type: ValueType, transform: bool) -> None:
    validation.same_shape(**arrays)
    value = arrays["value"]
    if any(array.shape != value.shape for array in arrays.values()) or value.shape[-1] < 2:
        raise ValueError(f"shapes must be equal, with two quantiles or more: value has {value.shape}")
    validation.positive("population", arrays["population"])
    validation.counts("standard_error", arrays.get("standard_error", 0.0))
    if ("lower" in arrays) != ("upper" in arrays):
        raise ValueError("lower and upper must be given together")
    if "lower" in arrays:
        validation.refuse("lower", arrays["lower"], arrays["lower"] > value, "must not be above the value")
        validation.refuse("upper", arrays["upper"], arrays["upper"] < value, "must not be below the value")
    needs_scale = transform or len(arrays) > 2
    with_limits = ("value",) if "standard_error" in arrays or "lower" not in arrays else ("value", "lower", "upper")
    for name in with_limits:
        _check_domain(name, arrays[name], value_type, needs_scale)


def _check_domain(name: str, array: FloatArray, value_type: ValueType, needs_scale: bool) -> None:
    if value_type == "other":
        return
    validation.refuse(name, array, array < 0, f"must not be negative for a {value_type}")
    if value_type == "proportion":
        validation.refuse(name, array, array > 1, "must be a share of 1, not a per cent")
    if needs_scale:
        rule = "has no logarithm: pool quantiles until each has an event"
        if value_type == "proportion":
            rule = "has no logit: pool quantiles until each has an event and one without"
        validation.refuse(name, array, (array == 0) | ((array == 1) & (value_type == "proportion")), rule)


def _ordered(arrays: dict[str, FloatArray], quantile: Any) -> dict[str, FloatArray]:
    if quantile is None:
        return arrays
    given = validation.complete("quantile", validation.numbers("quantile", quantile))
    shape = arrays["value"].shape
    if given.shape not in (shape, shape[-1:]):
        raise ValueError(f"shapes must be equal: quantile has {given.shape} and value has {shape}")
    order = np.broadcast_to(np.argsort(given, axis=-1, kind="stable"), shape)
    wanted = np.arange(1, shape[-1] + 1)
    if not (np.sort(given, axis=-1) == wanted).all():
        raise ValueError(f"quantile must hold each of 1 to {shape[-1]} once: one is missing, repeated or not whole")
    return {name: np.take_along_axis(array, order, axis=-1) for name, array in arrays.items()}


def _standard_error(arrays: dict[str, FloatArray], value_type: ValueType) -> FloatArray | None:
    if "standard_error" in arrays:
        return arrays["standard_error"]
    if "lower" not in arrays:
        return None
    to_normal = SCALES[value_type][0]
    return np.asarray((to_normal(arrays["upper"]) - to_normal(arrays["lower"])) / (2 * normal_deviate(0.95)))


def _limits(line: Line, error: FloatArray | None, wanted: Wanted) -> tuple[Method, Pair, Pair]:
    confidence = validation.confidence_level(wanted.confidence)
    validation.one_of("method", wanted.method, ("closed_form", "simulate"))
    if error is None:
        nothing = np.full(line.slope.shape, np.nan)
        return "point_only", (nothing, nothing), (nothing, nothing)
    if wanted.method == "closed_form" and (line.transform or line.value_type == "other"):
        return "closed_form", *closed_form(line, error, normal_deviate(confidence))
    tail = round((1 - confidence) / 2, 12)
    if round(wanted.repetitions * tail) < 1:
        raise ValueError(f"repetitions is {wanted.repetitions}: too few for limits at this confidence")
    seed = SEED_WHEN_NONE if wanted.seed is None else wanted.seed
    return "simulate", *simulated(line, error, tail, wanted.repetitions, seed)


def _spread_out(part: FloatArray, whole: NDArray[np.bool_]) -> FloatArray:
    answer = np.full(whole.shape, np.nan)
    answer[whole] = part
    return answer


def _multiplied(parts: list[FloatArray], multiplier: float, transform: bool, method: Method) -> SlopeIndex[FloatArray]:
    if not 0 < abs(multiplier) < np.inf:
        raise ValueError(f"multiplier is {multiplier}: it must be finite and not 0")
    slope, slope_low, slope_high, ratio, ratio_low, ratio_high, start = parts
    intercept = start * abs(multiplier) if transform else start
    slopes = [slope * multiplier, slope_low * multiplier, slope_high * multiplier]
    ratios = [ratio, ratio_low, ratio_high]
    if multiplier < 0:
        with np.errstate(divide="ignore"):
            ratios = [1 / ratio, 1 / ratio_high, 1 / ratio_low]
        slopes = [slopes[0], slopes[2], slopes[1]]
    return SlopeIndex(Estimate(*slopes), Estimate(*ratios), intercept, method)
