"""The one place where a linear programme meets its solver."""

from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import scipy

from kith.methods.estimate import FloatArray

SMALL = 500  # factors


@dataclass(frozen=True, slots=True)
class Optimum:
    """The best point of a linear programme, its worth, and the multipliers of its equations."""

    point: FloatArray
    worth: float
    multipliers: FloatArray


def maximise(gain: FloatArray, equations: Any, low: FloatArray, high: FloatArray, below: Any = None) -> Optimum:
    """Maximise gain @ x where equations @ x = 0, below @ x <= 0 and low <= x <= high, which some x must."""
    rows = None if below is None else np.zeros(below.shape[0])
    programme = cast("Any", scipy.optimize.linprog)
    answer = programme(
        -gain,
        A_ub=below,
        b_ub=rows,
        A_eq=equations.toarray() if equations.size < SMALL else equations,  # less to unpack, and quicker
        b_eq=np.zeros(equations.shape[0]),
        bounds=np.column_stack([low, high]),
        method="highs",
    )
    if answer.x is None:
        raise ArithmeticError(f"the linear programme of an attack was not solved: {answer.message}")
    return Optimum(np.asarray(answer.x), -float(answer.fun), -np.asarray(answer.eqlin.marginals))
