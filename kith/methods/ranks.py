"""Areas ordered into equal groups, such as deprivation deciles."""

from typing import Any

import numpy as np

from kith.methods import validation
from kith.methods.estimate import FloatArray


def quantiles(values: Any, k: int, *, highest_first: bool = True) -> FloatArray:
    """The quantile, 1 to k, of each area by its value; with `highest_first`, quantile 1 holds the highest values.

    Shapes: values in one dimension; as many quantiles, as floats so that they can be missing.
    Equal values share the lowest of their ranks and so one quantile; rank r of n falls in quantile
    k + 1 - ceil((n + 1 - r) k / n), which fills the last quantiles first when n is not a multiple of k.
    NaN: where the value is missing, and everywhere if there are fewer values than quantiles.
    Errors: ValueError for text, more than one dimension, or a k that is not a whole number above zero.
    Source: PHEindicatormethods' published rule for phe_quantile (there `invert`, default TRUE); recomputed here in
    whole numbers, so that no rounding of n / k can push an area over a boundary.
    """
    array = validation.numbers("values", values)
    validation.one_dimension("values", array)
    if isinstance(k, bool) or int(k) != k or k < 1:
        raise ValueError(f"k is {k}: it must be a whole number above zero")
    answer = np.full(array.shape, np.nan)
    known = ~np.isnan(array)
    n = int(known.sum())
    if n >= k:
        order = -array[known] if highest_first else array[known]
        ranks = np.searchsorted(np.sort(order), order) + 1  # equal values share the lowest of their ranks
        answer[known] = k + 1 + -(n + 1 - ranks) * k // n  # minus, floor, is minus the ceiling
    return answer
