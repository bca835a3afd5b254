"""A table of numbers whose columns are read by name."""

from typing import Any

import numpy as np

from kith.methods.estimate import FloatArray

Records = np.recarray[Any, np.dtype[Any]]


def records(columns: dict[str, FloatArray]) -> Records:
    """A record array of the columns: `table["baseline"]` and `table.baseline` are the same."""
    return np.rec.fromarrays(list(columns.values()), dtype=[(name, np.float64) for name in columns])
