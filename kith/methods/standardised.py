"""Rates made comparable between places of different age: direct and indirect standardisation."""

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from kith.methods import validation
from kith.methods.estimate import Estimate, FloatArray, as_given
from kith.methods.intervals import byar_limits, normal_deviate, poisson_limits

FEWEST_EVENTS = 10  # below this a directly standardised rate is not given at all


def dsr(
    x: Any,
    n: Any,
    weights: Any,
    *,
    confidence: float = 0.95,
    multiplier: float = 100_000,
    event_frequency: Any = None,
) -> Estimate[Any]:
    """The directly standardised rate with Dobson's limits around Byar's.

    Shapes: x, n and weights hold one number an age band, and the answer is one estimate; x and n may have leading
    axes (areas by bands), which the answer keeps.
    Units: x events in n person-years; weights of the standard population in any unit; rate per multiplier.
    Events that are not independent: x counts persons, `event_frequency` says how many events each had, and the rows
    (one dimension) repeat all age bands for each frequency; the variance then grows with the frequency squared.
    NaN: value and limits below 10 events in all. A missing x counts as 0, as in the reference package.
    Errors: ValueError for a missing, zero or negative n, negative x or weights, weights that are all 0, unequal
    shapes, or frequencies that do not repeat the same bands.
    Source: Dobson, Kuulasmaa, Eberle and Scherer, Statistics in Medicine 10 (1991) 457-462; OHID, Technical guide:
    confidence intervals (2018); for frequencies Stukel, Glynn, Fisher et al., Statistics in Medicine 13 (1994).
    Where PHEindicatormethods differs: an input column called `multiplier` makes it return one row per input row.
    """
    scale, z = validation.scale(multiplier), normal_deviate(confidence)
    events = np.nan_to_num(validation.counts("x", x))
    exposure = validation.complete("n", validation.positive("n", n))
    weight = validation.complete("weights", validation.counts("weights", weights))
    _bands(x=events, n=exposure, weights=weight)
    times: FloatArray = np.ones(1)
    whole = weight.sum(axis=-1)
    if event_frequency is not None:
        times = validation.complete("event_frequency", validation.positive("event_frequency", event_frequency))
        whole = weight[_rows_of_one_frequency(events, exposure, weight, times)].sum()
    if np.any(whole <= 0):
        raise ValueError("weights are all 0: at least one age band must weigh something")
    total = np.asarray((events * times).sum(axis=-1))
    value = (weight * events * times / exposure).sum(axis=-1) / whole
    variance = ((weight * times / exposure) ** 2 * events).sum(axis=-1) / whole**2
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = np.sqrt(variance / total)
        answer = [value, *(value + spread * (limit - total) for limit in byar_limits(total, z))]
    return as_given(*(np.where(total < FEWEST_EVENTS, np.nan, part * scale) for part in answer))


def _bands(**arrays: FloatArray) -> None:
    bands = {name: array.shape[-1] if array.ndim else 0 for name, array in arrays.items()}
    if len(set(bands.values())) > 1 or 0 in bands.values():
        listed = ", ".join(f"{name} has {count}" for name, count in bands.items())
        raise ValueError(f"all must hold one number for each age band: {listed}")
    np.broadcast_shapes(*(array.shape for array in arrays.values()))


def _rows_of_one_frequency(x: FloatArray, n: FloatArray, weights: FloatArray, times: FloatArray) -> NDArray[np.intp]:
    # The weights of the bands may be added only once, however many frequencies repeat them.
    validation.one_dimension("x", x)
    _bands(x=x, event_frequency=times)
    listed = {frequency: np.flatnonzero(times == frequency) for frequency in np.unique(times)}
    first, *others = listed.values()
    for frequency, rows in zip(list(listed)[1:], others, strict=True):
        same = len(rows) == len(first) and (n[rows] == n[first]).all() and (weights[rows] == weights[first]).all()
        if not same:
            raise ValueError(f"event_frequency {frequency:g} must repeat the n and weights of every age band, in order")
    return first


def isr(
    x: Any,
    n: Any,
    reference_x: Any,
    reference_n: Any,
    *,
    kind: Literal["rate", "ratio"] = "rate",
    confidence: float = 0.95,
    multiplier: float = 100_000,
) -> Estimate[Any]:
    """The indirectly standardised rate or ratio, with exact limits below 10 events and Byar's from 10.

    Shapes: one number an age band each, and the answer is one estimate; x and n may have leading axes (areas by
    bands), which the answer keeps; x may also be the total alone.
    Units: rate per multiplier; ratio of observed to expected events, with reference 100 when multiplier is 100.
    NaN: where no event is expected. A missing x counts as 0, as in the reference package.
    Errors: ValueError for missing or negative n, missing reference events, a reference_n that is missing or not
    above zero, unequal shapes, or a kind other than "rate" and "ratio".
    Source: Breslow and Day, Statistical methods in cancer research II (1987) ch. 2; OHID, Technical guide:
    confidence intervals (2018).
    """
    validation.one_of("kind", kind, ("rate", "ratio"))
    level, scale = validation.confidence_level(confidence), validation.scale(multiplier)
    events = np.nan_to_num(validation.counts("x", x))
    exposure = validation.complete("n", validation.counts("n", n))
    base_x = validation.complete("reference_x", validation.counts("reference_x", reference_x))
    base_n = validation.complete("reference_n", validation.positive("reference_n", reference_n))
    _bands(n=exposure, reference_x=base_x, reference_n=base_n, **({"x": events} if events.ndim else {}))
    observed = np.asarray(events.sum(axis=-1))
    expected = (exposure * base_x / base_n).sum(axis=-1)
    base = base_x.sum(axis=-1) / base_n.sum(axis=-1) if kind == "rate" else 1.0
    with np.errstate(divide="ignore", invalid="ignore"):
        answer = [part / expected * base * scale for part in (observed, *poisson_limits(observed, level))]
    return as_given(*(np.where(expected == 0, np.nan, part) for part in answer))
