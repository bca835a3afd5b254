"""An attacker who knows what is shown and every margin; written for the tests, apart from the solver's own code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse
from scipy.optimize import linprog

Numbers = NDArray[np.float64]


def sums_along_every_axis(shape: Sequence[int]) -> Any:
    """One row for each published margin of a table, over its cells in order."""
    size = int(np.prod(shape))
    cells = np.arange(size).reshape(shape)
    lines = [line for axis in range(len(shape)) for line in np.moveaxis(cells, axis, -1).reshape(-1, shape[axis])]
    rows = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
    return sparse.csr_array((np.ones(rows.size), (rows, np.concatenate(lines))), shape=(len(lines), size))


def possible(
    matrix: Any, totals: Numbers, low: Numbers, high: Numbers, wanted: NDArray[np.int64]
) -> tuple[Numbers, Numbers]:
    """The least and greatest possible value of each wanted number: all attacks as blocks of one linear programme.

    Numbers that no equation ties to each other may stand in one row of ``wanted``: they are asked for together.
    """
    if not len(wanted):
        return np.empty(0), np.empty(0)
    copies, size = 2 * len(wanted), matrix.shape[1]
    rows = np.arange(len(wanted)).reshape(-1, *[1] * (wanted.ndim - 1))
    gain = np.zeros((copies, size))
    gain[rows, wanted] = 1
    gain[len(wanted) + rows, wanted] = -1
    answer: Any = linprog(  # type: ignore[call-overload]  # its types know no sparse matrix
        gain.ravel(),
        A_eq=sparse.kron(sparse.eye_array(copies), matrix, format="csr"),
        b_eq=np.tile(totals, copies),
        bounds=np.column_stack([np.tile(low, copies), np.tile(high, copies)]),
    )
    assert answer.status == 0, answer.message
    values = answer.x.reshape(copies, size)
    return values[rows, wanted], values[len(wanted) + rows, wanted]


def ranges(
    counts: ArrayLike, hidden: NDArray[np.bool_], least: int = 0, more: Sequence[tuple[Numbers, float]] = ()
) -> tuple[Numbers, Numbers]:
    """What the attacker can say of each hidden cell; `more` holds further known sums as (row, total)."""
    cells, matrix = np.asarray(counts, float).ravel(), sums_along_every_axis(np.shape(counts))
    totals = matrix @ cells
    if more:
        matrix = sparse.vstack([matrix, sparse.csr_array(np.array([row for row, _ in more]))], format="csr")
        totals = np.r_[totals, [total for _, total in more]]
    unknown = hidden.ravel()
    low = np.where(unknown, np.minimum(least, cells), cells)
    high = np.where(unknown, np.inf, cells)
    return possible(matrix, totals, low, high, np.flatnonzero(unknown))
