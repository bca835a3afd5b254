"""The answer of most methods: a value with the limits of its confidence interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Numbers = Sequence[Any] | NDArray[Any]
T = TypeVar("T", float, FloatArray)


@dataclass(frozen=True, slots=True)
class Estimate(Generic[T]):
    """A value with its lower and upper confidence limits: floats, or arrays of one shape; NaN where undefined."""

    value: T
    lower: T
    upper: T


def as_given(*arrays: FloatArray) -> Estimate[Any]:
    """Wrap value, lower and upper; arrays of no dimension become plain floats, so scalars in give scalars out."""
    if arrays[0].ndim == 0:
        return Estimate(*(float(array) for array in arrays))
    return Estimate(*(np.asarray(array) for array in arrays))
