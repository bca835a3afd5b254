"""A mean of measurements with its confidence interval."""

from typing import Any

import numpy as np
import scipy

from kith.methods import validation
from kith.methods.estimate import Estimate, as_given


def mean(values: Any, *, confidence: float = 0.95) -> Estimate[Any]:
    """The arithmetic mean with Student's t limits, from the standard deviation with n - 1.

    Shapes: values in one dimension give plain numbers; in more, the last axis is averaged and the others stay.
    Units: those of the values.
    NaN: everything where a value is missing (NaN, None) or there is none; the limits alone where there is only one.
    Errors: ValueError for a single number, text, infinite values or confidence outside 0 to 1.
    Source: Student, Biometrika 6 (1908) 1-25; OHID, Technical guide: confidence intervals (2018).
    """
    level = validation.confidence_level(confidence)
    array = validation.numbers("values", values)
    if array.ndim == 0:
        raise ValueError("values is a single number: it must be a list of numbers")
    size = array.shape[-1]
    if size == 0:
        nothing = np.full(array.shape[:-1], np.nan)
        return as_given(nothing, nothing, nothing)
    value = np.asarray(array.mean(axis=-1))
    if size == 1:
        return as_given(value, np.full(value.shape, np.nan), np.full(value.shape, np.nan))
    half = scipy.special.stdtrit(size - 1, level + (1 - level) / 2) * array.std(axis=-1, ddof=1) / np.sqrt(size)
    return as_given(value, np.asarray(value - half), np.asarray(value + half))
