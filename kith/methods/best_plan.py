"""The best whole plan for all rows at once, where each column has few places, and a proof that no plan is better."""

import numpy as np
import scipy
from numpy.typing import NDArray

from kith.methods.estimate import FloatArray

Whole = NDArray[np.int64]
ALONE = -1
MOST_EXACT = 2**53
"""Up to here a float holds each whole number, so that the solver's sums of costs are exact."""


def best_plan(gain: Whole, places: Whole) -> Whole:
    """For each row the column that it goes to, or ALONE, so that the sum of gains is the largest there is.

    Shapes: gain has a row for each who asks and a column for each who is asked, places one entry a column.
    Units: whole numbers; a gain of 0 or less says that this row may never go to that column.
    A column takes at most so many rows as it has places. The same input gives the same plan, also where plans tie.
    Errors: ValueError for shapes that do not fit, negative places, gains whose sum a float cannot hold exactly.
    Source: Crouse, IEEE Transactions on Aerospace and Electronic Systems 52 (2016) 1679-1696 (as in SciPy).
    """
    _valid(gain, places)
    plan = np.full(len(gain), ALONE, np.int64)
    column = np.repeat(np.arange(len(places)), np.minimum(places, (gain > 0).sum(axis=0)))
    if not len(column):
        return plan
    # The solver copies what has more rows than columns, or what it is to make the most of: here it need not.
    if len(column) < len(gain):
        place, row = scipy.optimize.linear_sum_assignment(_costs(gain.T, column, axis=0))
    else:
        row, place = scipy.optimize.linear_sum_assignment(_costs(gain, column, axis=1))
    chosen = column[place]
    may = gain[row, chosen] > 0
    plan[row[may]] = chosen[may]
    return plan


def is_best(gain: Whole, places: Whole, plan: Whole) -> bool:
    """Whether no other plan has a larger sum of gains, told without the solver.

    A plan is best exactly when no chain of moves, each of a row from its column to another, to none or from none,
    gains anything: there is no circle of negative length in the network of moves.
    Shapes and units: see `best_plan`; plan has one entry a row, a column or ALONE.
    Errors: ValueError for shapes that do not fit, and for a plan that breaks a rule or has too many in one column.
    Source: Klein, Management Science 14 (1967) 205-220; circles found as by Bellman and Ford.
    """
    _valid(gain, places)
    rows, columns = gain.shape
    used = np.bincount(plan[plan != ALONE], minlength=columns)
    if plan.shape != (rows,) or len(used) > columns or (used > places).any() or (_own(gain, plan) < 0).any():
        raise ValueError("plan: it puts a row where it may not go, or more rows into a column than that has places")
    length = _moves(gain, places, plan, used)
    reached = np.zeros(len(length))
    for _ in range(len(length) + 1):
        nearer = np.minimum(reached, (reached[:, None] + length).min(axis=0))
        if (nearer == reached).all():
            return True
        reached = nearer
    return False


def _moves(gain: Whole, places: Whole, plan: Whole, used: Whole) -> FloatArray:
    """The cheapest move from each column to each other; last but one is to go to none, last is a place that is free."""
    columns = gain.shape[1]
    alone, free = columns, columns + 1
    length = np.full((columns + 2, columns + 2), np.inf)
    at = np.where(plan == ALONE, alone, plan)
    lost = _own(gain, plan)[:, None] - np.where(gain > 0, gain, 0)
    may = np.where(gain > 0, lost, np.inf)
    for here in np.unique(at):
        those = at == here
        length[here, :columns] = may[those].min(axis=0)
        length[here, alone] = _own(gain, plan)[those].min()
    # Whoever takes a free place leaves one fewer; where rows are, a place may become free.
    length[:columns, free][used < places] = 0
    length[free, :columns][used > 0] = 0
    length[alone, free] = 0
    length[free, alone] = 0 if (plan == ALONE).any() else np.inf
    return length


def _own(gain: Whole, plan: Whole) -> Whole:
    """What each row has of its place: 0 in none, less than nothing where it may not be."""
    if not gain.shape[1]:
        return np.zeros(len(gain), np.int64)
    there = gain[np.arange(len(gain)), np.maximum(plan, 0)]
    return np.where(plan == ALONE, 0, np.where(there > 0, there, -1))


def _costs(gain: Whole, column: Whole, *, axis: int) -> FloatArray:
    """Gains below nothing, so that least is best, with each column once for each of its places; 0 where none may be."""
    return np.take(np.minimum(-gain, 0).astype(np.float64), column, axis=axis)


def _valid(gain: Whole, places: Whole) -> None:
    if gain.ndim != 2 or places.shape != (gain.shape[1],):
        raise ValueError(f"gain has shape {gain.shape}, places {places.shape}: places needs one entry a column of gain")
    if (places < 0).any():
        raise ValueError(f"places: {places.min()} at position {int(places.argmin())} must be 0 or more")
    if gain.size and int(gain.max()) * len(gain) > MOST_EXACT:
        raise ValueError(f"gain: {gain.max()} for each of {len(gain)} rows is more than can be added up exactly")
