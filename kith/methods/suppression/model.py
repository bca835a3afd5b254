"""The published table as an attacker sees it: numbers, the sums that bind them, and what hiding leaves open."""

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import scipy
from numpy.typing import NDArray

from kith.methods.estimate import FloatArray

Flags = NDArray[np.bool_]
Places = NDArray[np.intp]
KNOWN, UNKNOWN = -2, -1  # instead of a decision: known to everybody, or hidden by an earlier release


class CannotProtect(ValueError):
    """No choice of cells protects this count while the margins are published."""


@dataclass(frozen=True, slots=True)
class Target:
    """A number that must be able to lie `need` above (way 1) or below (way -1) its true value."""

    number: int
    way: int
    need: float


@dataclass(slots=True)
class Model:
    """Numbers with bounds known to all, equations between them, and the hide-or-show decision each hangs on."""

    value: list[float] = field(default_factory=list)
    lowest: list[float] = field(default_factory=list)
    highest: list[float] = field(default_factory=list)
    decision: list[int] = field(default_factory=list)
    equations: list[tuple[list[int], list[float]]] = field(default_factory=list)

    def add(self, value: float, decision: int, highest: float, lowest: float = 0.0) -> int:
        """A new number; the answer is its place."""
        self.value.append(value)
        self.decision.append(decision)
        self.lowest.append(min(lowest, value))
        self.highest.append(max(highest, value))
        return len(self.value) - 1

    def bind_lines(self, places: Places) -> None:
        """One equation for each published margin: the sums along every axis of a table of numbers."""
        for axis in range(places.ndim):
            for line in np.moveaxis(places, axis, -1).reshape(-1, places.shape[axis]):
                numbers = [int(i) for i in line if i >= 0]  # below 0: a number that is known and not in the model
                if numbers:
                    self.equations.append((numbers, [1.0] * len(numbers)))

    def system(self) -> "System":
        """The model in arrays, ready to be attacked."""
        value, decision = np.array(self.value), np.array(self.decision)
        starts = np.cumsum([0, *(len(numbers) for numbers, _ in self.equations)])
        rows = np.repeat(np.arange(len(self.equations)), [b - a for a, b in pairwise(starts)])
        columns = [number for numbers, _ in self.equations for number in numbers]
        weights = [weight for _, factors in self.equations for weight in factors]
        matrix = scipy.sparse.csr_array((weights, (rows, columns)), shape=(len(self.equations), value.size))
        known = decision == KNOWN
        rise = np.where(known, 0.0, np.array(self.highest) - value)
        fall = np.where(known, 0.0, value - np.array(self.lowest))
        return System(matrix, decision, rise, fall)


@dataclass(frozen=True, slots=True)
class System:
    """What moves may be tried on the true table: matrix @ move = 0, each number within its rise and fall."""

    matrix: "scipy.sparse.csr_array"
    decision: NDArray[np.int_]
    rise: FloatArray
    fall: FloatArray

    def open(self, hidden: Flags) -> Flags:
        """The numbers that are not known when these decisions are to hide."""
        choosable = self.decision >= 0
        return np.asarray((self.decision == UNKNOWN) | (choosable & hidden[np.where(choosable, self.decision, 0)]))

    def share_open(self, hidden: FloatArray) -> FloatArray:
        """The same for decisions taken in part, as a relaxed programme takes them: 0 is known, 1 is open."""
        choosable = self.decision >= 0
        return np.where(
            choosable, hidden[np.where(choosable, self.decision, 0)], np.where(self.decision == UNKNOWN, 1, 0)
        )


def line_totals(table: FloatArray) -> FloatArray:
    """The smallest published margin above each cell: no attacker believes more than that."""
    margins = [np.broadcast_to(table.sum(axis=axis, keepdims=True), table.shape) for axis in range(table.ndim)]
    return np.asarray(np.min(margins, axis=0))
