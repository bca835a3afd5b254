"""Disclosure by differencing: what the difference of two releases of the same counts would give away."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from kith.methods import validation


def small_changes(before: Any, after: Any, *, window: int = 1, threshold: int = 7) -> NDArray[np.bool_]:
    """Mark the counts whose change between two releases would point at few people.

    A count that both releases give can be subtracted; so can its sum over neighbouring groups, as a rolling year is
    the sum of four quarters. A change by none says nothing and is not marked.
    Shapes: before and after are counts of one shape, groups (the quarters, in order) along the first axis and what is
    counted along the others; NaN where a release neither shows a count nor gives it away. The answer has that shape:
    True for each count that stands in a sum over 1 to `window` neighbouring groups which changed by 1 to `threshold`.
    Compare a new release with every earlier one, not the last alone: two large changes can differ by a small one.
    Units: whole counts. Errors: ValueError for negative counts, unequal shapes, no dimension, and a window or
    threshold below 1.
    Source: Hundepool et al., Statistical Disclosure Control (Wiley 2012), on disclosure by differencing.
    """
    old, new = validation.counts("before", before), validation.counts("after", after)
    if old.shape != new.shape or not old.ndim:
        raise ValueError(f"shapes must be equal, and at least one group: before has {old.shape}, after {new.shape}")
    for name, given in (("window", window), ("threshold", threshold)):
        if given < 1:
            raise ValueError(f"{name} is {given}: it must be 1 or more")
    change, marked = new - old, np.zeros(new.shape, bool)
    for size in range(1, min(window, len(change)) + 1):
        for first in range(len(change) - size + 1):
            part = slice(first, first + size)
            by = np.abs(change[part].sum(axis=0))  # NaN where one of the groups is not given, and then never marked
            marked[part] |= (by >= 1) & (by <= threshold)
    return marked
