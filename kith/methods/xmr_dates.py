"""Dates as they come: date objects, datetime64, ISO text or plain numbers."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from kith.methods import validation


def moments(given: Any) -> list[Any]:
    """One date or several, as a list."""
    return [given] if np.ndim(given) == 0 else list(given)


def read_dates(name: str, given: Any) -> NDArray[Any]:
    """The dates as datetime64 (days, or seconds where a time of day is given), or as numbers if they are numbers."""
    raw = np.asarray(given)
    validation.one_dimension(name, raw)
    if raw.dtype.kind in "iuf":
        return validation.complete(name, validation.numbers(name, raw))
    try:
        exact = raw.astype("datetime64[s]")
    except (ValueError, TypeError) as error:
        raise ValueError(f"{name} must be dates or ISO text such as 2025-04-01: {error}") from error
    validation.refuse(name, raw, np.isnat(exact), "must not be missing")
    days = exact.astype("datetime64[D]")
    return days if (days == exact).all() else exact
