"""Did it move, and how does it compare: the interval of a change, and the honest word beside a reference."""

from dataclasses import dataclass
from typing import Any, Literal, overload

import numpy as np
import scipy
from numpy.typing import NDArray

from kith.methods import validation
from kith.methods.estimate import Estimate, FloatArray, Numbers, T, as_given
from kith.methods.intervals import proportion, rate

Kind = Literal["proportion", "rate"]
Polarity = Literal["high_is_good", "low_is_good"]
WORDS: dict[Polarity | None, tuple[str, str]] = {
    "high_is_good": ("worse", "better"),
    "low_is_good": ("better", "worse"),
    None: ("lower", "higher"),
}


@dataclass(frozen=True, slots=True)
class Difference(Estimate[T]):
    """The change from the first to the second, and for rates also the ratio of the second to the first."""

    ratio: Estimate[T] | None = None


@overload
def difference(
    x1: float, n1: float, x2: float, n2: float, *, kind: Kind = ..., confidence: float = ...
) -> Difference[float]: ...
@overload
def difference(
    x1: Numbers, n1: Numbers, x2: Numbers, n2: Numbers, *, kind: Kind = ..., confidence: float = ...
) -> Difference[FloatArray]: ...
def difference(x1: Any, n1: Any, x2: Any, n2: Any, *, kind: Kind = "proportion", confidence: float = 0.95) -> Any:
    """The change from x1 of n1 to x2 of n2, that is second minus first, with its confidence interval.

    Shapes: four numbers or four arrays of one shape; `.value .lower .upper` (and `.ratio`'s) have that shape.
    Units: shares for a proportion (0.06 is 6 percentage points); events per unit of n for a rate.
    Two proportions: Newcombe's hybrid score interval. Two Poisson rates: the same construction on each rate's own
    exact or Byar's limits, and `.ratio`, second over first, with the exact conditional interval (value and
    upper limit infinite when the first has no events); for proportions `.ratio` is None. An interval that leaves
    out 0, or a ratio whose interval leaves out 1, is a change beyond chance; the two can disagree at the very edge.
    NaN: where a number is missing or a denominator is 0.
    Errors: ValueError as in `proportion` and `rate`, and for unequal shapes.
    Source: Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10; Zou and Donner, Statistics in Medicine 27
    (2008) 1693-1702; Przyborowski and Wilenski, Biometrika 31 (1940) 313-323.
    """
    validation.one_of("kind", kind, ("proportion", "rate"))
    interval = proportion if kind == "proportion" else rate
    given = {name: validation.counts(name, v) for name, v in (("x1", x1), ("n1", n1), ("x2", x2), ("n2", n2))}
    validation.same_shape(**given)
    arrays = np.broadcast_arrays(*given.values())
    first = _named("1", interval, arrays[0], arrays[1], confidence)
    second = _named("2", interval, arrays[2], arrays[3], confidence)
    change = np.asarray(second.value - first.value)
    lower = change - np.hypot(second.value - second.lower, first.upper - first.value)
    upper = change + np.hypot(second.upper - second.value, first.value - first.lower)
    estimate = as_given(change, np.asarray(lower), np.asarray(upper))
    ratio = None if kind == "proportion" else _rate_ratio(*arrays, confidence=confidence)
    return Difference(estimate.value, estimate.lower, estimate.upper, ratio)


def _named(which: str, interval: Any, x: FloatArray, n: FloatArray, confidence: float) -> Estimate[Any]:
    try:
        answer: Estimate[Any] = interval(x, n, confidence=confidence)
    except ValueError as error:
        raise ValueError(f"in pair {which} (x{which}, n{which}): {error}") from error
    return answer


def _rate_ratio(x1: FloatArray, n1: FloatArray, x2: FloatArray, n2: FloatArray, *, confidence: float) -> Any:
    # Given all x1 + x2 events, x2 is binomial with odds ratio * n2 / n1: limits of its share give those of the ratio.
    tail = (1 - confidence) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        per_odds = n1 / n2
        low = np.where(x2 == 0, 0.0, scipy.special.betaincinv(x2, x1 + 1, tail))
        high = np.where(x1 == 0, 1.0, scipy.special.betainccinv(x2 + 1, x1, tail))
        value = x2 / x1 * per_odds
        lower, upper = low / (1 - low) * per_odds, high / (1 - high) * per_odds
    undefined = np.isnan(x1 + x2 + per_odds) | (x1 + x2 == 0)
    return as_given(*(np.where(undefined, np.nan, limit) for limit in (value, lower, upper)))


@overload
def compare(estimate: Estimate[float], reference: float, *, polarity: Polarity | None = ...) -> str: ...
@overload
def compare(
    estimate: Estimate[FloatArray], reference: float | Numbers, *, polarity: Polarity | None = ...
) -> NDArray[np.str_]: ...
@overload
def compare(estimate: Estimate[float], reference: Numbers, *, polarity: Polarity | None = ...) -> NDArray[np.str_]: ...
def compare(estimate: Estimate[Any], reference: Any, *, polarity: Polarity | None = None) -> Any:
    """The word beside an estimate: is its interval above, around or below the reference?

    Polarity "high_is_good" or "low_is_good" gives better, similar or worse; None gives higher, similar or lower.
    "similar" when the interval contains the reference, its ends included; "not compared" where a limit or the
    reference is missing. Never write a rise or a fall without this word.
    Shapes: an `Estimate` and a reference of its shape, or one reference for all; a word, or an array of words.
    Units: estimate and reference must share the multiplier.
    Errors: ValueError for unequal shapes, an infinite reference or an unknown polarity.
    Source: Fingertips' "Confidence intervals overlapping reference value" (BenchmarkOutcome); 95 % or 99.8 % is
    chosen by the confidence of the estimate.
    """
    validation.one_of("polarity", polarity, tuple(WORDS))
    below, above = WORDS[polarity]
    target = validation.numbers("reference", reference)
    lower, upper = np.asarray(estimate.lower), np.asarray(estimate.upper)
    validation.same_shape(estimate=lower, reference=target)
    missing = np.isnan(lower) | np.isnan(upper) | np.isnan(target)
    words = np.select([missing, upper < target, lower > target], ["not compared", below, above], "similar")
    return words if words.ndim else str(words)
