"""Proportions and rates with their confidence intervals, for one count or for a million at once."""

from typing import Any, overload

import numpy as np
import scipy

from kith.methods import validation
from kith.methods.estimate import Estimate, FloatArray, Numbers, as_given

EXACT_BELOW = 10  # events; from here on Byar's limits are within 0.2 % of the exact ones


def normal_deviate(confidence: float) -> float:
    """The two-sided standard normal deviate: 1.959964 for 0.95, never rounded to 1.96."""
    level = validation.confidence_level(confidence)
    return float(scipy.special.ndtri(level + (1 - level) / 2))


@overload
def proportion(x: float, n: float, *, confidence: float = ..., multiplier: float = ...) -> Estimate[float]: ...
@overload
def proportion(
    x: Numbers, n: float | Numbers, *, confidence: float = ..., multiplier: float = ...
) -> Estimate[FloatArray]: ...
@overload
def proportion(x: float, n: Numbers, *, confidence: float = ..., multiplier: float = ...) -> Estimate[FloatArray]: ...
def proportion(x: Any, n: Any, *, confidence: float = 0.95, multiplier: float = 1.0) -> Any:
    """The share x of n with Wilson's score interval.

    Shapes: x and n are numbers or arrays of one shape (a single number goes with any shape); so is the answer.
    Units: x and n are counts of people or events (fractions are accepted); multiplier 100 gives per cent.
    NaN: where x or n is missing (NaN, None), so that a sum with a missing part stays missing, and where n is 0.
    Errors: ValueError for x above n, negative or infinite counts, text, unequal shapes, confidence outside 0 to 1.
    Source: Wilson, JASA 22 (1927) 209-212; OHID, Technical guide: confidence intervals (2018).
    Where PHEindicatormethods differs: its upper limit at x = n can be 0.9999999999999999 or 1.0000000000000003 of
    the multiplier; here it is the multiplier itself, as the lower limit at x = 0 is 0.
    """
    part, whole = validation.counts("x", x), validation.counts("n", n)
    validation.same_shape(x=part, n=whole)
    part, whole = np.broadcast_arrays(part, whole)
    validation.refuse("x", part, part > whole, "must not exceed n")
    scale = validation.scale(multiplier)
    lower, upper = wilson_limits(part, whole, normal_deviate(confidence))
    with np.errstate(invalid="ignore"):
        return as_given(part / whole * scale, lower * scale, upper * scale)


def wilson_limits(x: FloatArray, n: FloatArray, z: float) -> tuple[FloatArray, FloatArray]:
    """Wilson's limits as shares: the roots of (n + z²)p² - (2x + z²)p + x²/n = 0, without cancellation."""
    with np.errstate(invalid="ignore", divide="ignore"):
        share = x / n  # NaN where n is 0, and so are both limits
        larger_root = z * np.sqrt(z * z + 4 * x * (1 - share)) + 2 * x + z * z
        upper = larger_root / (2 * n + 2 * z * z)
        lower = 2 * x * share / larger_root  # the product of the roots is x² / (n (n + z²))
    return np.asarray(lower), np.where(share == 1, 1.0, upper)


@overload
def rate(x: float, n: float, *, confidence: float = ..., multiplier: float = ...) -> Estimate[float]: ...
@overload
def rate(
    x: Numbers, n: float | Numbers, *, confidence: float = ..., multiplier: float = ...
) -> Estimate[FloatArray]: ...
@overload
def rate(x: float, n: Numbers, *, confidence: float = ..., multiplier: float = ...) -> Estimate[FloatArray]: ...
def rate(x: Any, n: Any, *, confidence: float = 0.95, multiplier: float = 1.0) -> Any:
    """The rate x / n of Poisson events, with exact limits below 10 events and Byar's from 10.

    Shapes: x and n are numbers or arrays of one shape (a single number goes with any shape); so is the answer.
    Units: x events (fractions are accepted) in n person-years, births or the like; multiplier 1000 gives per 1,000.
    NaN: where x or n is missing, and where both are 0.
    Errors: ValueError for events in a denominator of 0, negative or infinite numbers, text, unequal shapes,
    confidence outside 0 to 1.
    Source: Garwood, Biometrika 28 (1936) 437-442 through chi-squared; Breslow and Day, Statistical methods in cancer
    research II (1987) p. 69, after Byar; OHID, Technical guide: confidence intervals (2018) for the switch at 10.
    """
    events, exposure = validation.counts("x", x), validation.counts("n", n)
    validation.same_shape(x=events, n=exposure)
    events, exposure = np.broadcast_arrays(events, exposure)
    validation.refuse("n", exposure, (exposure == 0) & (events > 0), "must be above zero where there are events")
    lower, upper = poisson_limits(events, validation.confidence_level(confidence))
    scale = validation.scale(multiplier)
    with np.errstate(invalid="ignore", divide="ignore"):
        value = events / exposure
        undefined = np.isnan(value)
        limits = (np.where(undefined, np.nan, limit / exposure) for limit in (lower, upper))
        return as_given(value * scale, *(limit * scale for limit in limits))


def poisson_limits(x: FloatArray, confidence: float) -> tuple[FloatArray, FloatArray]:
    """Limits for the expectation behind x Poisson events: exact below 10, Byar's from 10; NaN stays NaN."""
    lower, upper = byar_limits(x, normal_deviate(confidence))
    few = x < EXACT_BELOW
    if not few.any():
        return lower, upper
    few_lower, few_upper = _exact_below_ten(x[few], confidence)
    lower[few], upper[few] = few_lower, few_upper
    return lower, upper


def byar_limits(x: FloatArray, z: float) -> tuple[FloatArray, FloatArray]:
    """Byar's approximation to the limits of a Poisson count, for any count."""
    more = x + 1
    with np.errstate(divide="ignore", invalid="ignore"):
        low = 1 - 1 / (9 * x) - z / (3 * np.sqrt(x))
        high = 1 - 1 / (9 * more) + z / (3 * np.sqrt(more))
        return np.array(x * low * low * low), np.array(more * high * high * high)  # quicker than a power


def exact_limits(x: FloatArray, confidence: float) -> tuple[FloatArray, FloatArray]:
    """Garwood's exact limits: chi-squared quantiles on 2x and 2x + 2 degrees of freedom, halved."""
    tail = (1 - confidence) / 2
    with np.errstate(invalid="ignore"):
        lower = np.where(x == 0, 0.0, scipy.special.gammaincinv(x, tail))
    return lower, np.asarray(scipy.special.gammainccinv(x + 1, tail), np.float64)


def _exact_below_ten(x: FloatArray, confidence: float) -> tuple[FloatArray, FloatArray]:
    # Whole counts have only ten different answers: look them up instead of inverting a million times.
    lower, upper = exact_limits(np.arange(EXACT_BELOW, dtype=np.float64), confidence)
    whole = x.astype(np.intp)
    lower, upper = lower[whole], upper[whole]
    if (broken := whole != x).any():
        lower[broken], upper[broken] = exact_limits(x[broken], confidence)
    return lower, upper
