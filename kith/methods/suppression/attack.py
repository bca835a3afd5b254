"""An attacker with linear programming, and the reasons why an attack succeeds as cuts for the solver."""

import math
import time
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import scipy
from numpy.typing import NDArray

from kith.methods.estimate import FloatArray
from kith.methods.suppression.linear import maximise
from kith.methods.suppression.model import Flags, System, Target

SLACK = 1e-6
WORTHWHILE = 3  # targets that one programme for many must settle to be worth another
MANY = 8  # targets from which one programme for all is worth trying


@dataclass(frozen=True, slots=True)
class Cut:
    """What every protected choice obeys: the weights of the hidden decisions add up to `need` at least."""

    weights: FloatArray
    need: float


@dataclass(frozen=True, slots=True)
class Breach:
    """How far a target can move and by which move, and the cut that says why it goes no further."""

    target: Target
    reach: float
    cut: Cut
    move: FloatArray


class OutOfTime(Exception):
    """The deadline has passed in the middle of an attack."""


@dataclass(slots=True)
class Attacker:
    """Tries the targets against a choice of hidden cells, and remembers the other tables it has found."""

    system: System
    decisions: int
    deadline: float = math.inf
    moves: list[FloatArray] = field(default_factory=list)
    touched: list[Flags] = field(default_factory=list)

    def stuck(self, numbers: list[int], hidden: Flags) -> list[int]:
        """The numbers that cannot move at all: the published sums give them away."""
        for way in (1, -1):
            numbers = [b.target.number for b in self.breaches([Target(i, way, 0.1) for i in numbers], hidden)]
        return numbers

    def breaches(self, targets: list[Target], hidden: Flags) -> list[Breach]:
        """The targets that are not protected when these decisions are to hide."""
        left = self._not_yet_shown(targets, hidden)
        for way in (1, -1):
            left = self._try_together(left, way, hidden)
        return [breach for target in left if (breach := self._try_alone(target, hidden))]

    def objections(self, targets: list[Target], hidden: FloatArray) -> list[Breach]:
        """The same for decisions taken in part: each target's cut, where the relaxed choice breaks it."""
        share = self.system.share_open(np.clip(hidden, 0.0, 1.0))
        low, high = -self.system.fall * share, self.system.rise * share
        tried = (self._reach(target, low, high) for target in targets)
        return [breach for breach in tried if breach.reach < breach.target.need - 1e-3]

    def _in_time(self) -> None:
        if time.monotonic() > self.deadline:
            raise OutOfTime

    def _reach(self, target: Target, low: FloatArray, high: FloatArray) -> Breach:
        self._in_time()
        gain = np.zeros(low.size)
        gain[target.number] = target.way
        best = maximise(gain, self.system.matrix, low, high)
        return Breach(target, max(best.worth, 0.0), self.cut(target, best.multipliers), best.point)

    def _not_yet_shown(self, targets: list[Target], hidden: Flags) -> list[Target]:
        if not self.moves:
            return targets
        usable = ~(np.array(self.touched) & ~hidden).any(axis=1)
        moves = np.array(self.moves)[usable]
        if not moves.size:
            return targets
        highest, lowest = moves.max(axis=0), moves.min(axis=0)
        return [t for t in targets if (highest[t.number] if t.way > 0 else -lowest[t.number]) < t.need - SLACK]

    def _try_together(self, targets: list[Target], way: int, hidden: Flags) -> list[Target]:
        """One programme moves as many targets as it can at once; repeated while that settles a good part."""
        mine, rest = [t for t in targets if t.way == way], [t for t in targets if t.way != way]
        while len(mine) > MANY:
            wanted = np.zeros(self.system.rise.size)
            for target in mine:
                wanted[target.number] = target.need
            self._remember(self._best_move(wanted, way, hidden))
            left = self._not_yet_shown(mine, hidden)
            if len(mine) - len(left) < WORTHWHILE:
                return left + rest
            mine = left
        return mine + rest

    def _bounds(self, hidden: Flags) -> tuple[FloatArray, FloatArray]:
        free = self.system.open(hidden)
        return np.where(free, -self.system.fall, 0.0), np.where(free, self.system.rise, 0.0)

    def _best_move(self, wanted: FloatArray, way: int, hidden: Flags) -> FloatArray:
        self._in_time()
        low, high = self._bounds(hidden)
        numbers = np.flatnonzero(wanted)
        size, gains = low.size, numbers.size
        tie = scipy.sparse.hstack(
            [
                scipy.sparse.csr_array((np.full(gains, -float(way)), (np.arange(gains), numbers)), shape=(gains, size)),
                scipy.sparse.eye_array(gains),
            ]
        )  # gain <= way x move
        equal = scipy.sparse.hstack([self.system.matrix, scipy.sparse.csr_array((self.system.matrix.shape[0], gains))])
        worth = np.r_[np.zeros(size), np.ones(gains)]
        best = maximise(worth, equal, np.r_[low, np.zeros(gains)], np.r_[high, wanted[numbers]], tie)
        return best.point[:size]

    def _try_alone(self, target: Target, hidden: Flags) -> Breach | None:
        breach = self._reach(target, *self._bounds(hidden))
        if breach.reach < target.need - SLACK:
            return breach
        self._remember(breach.move)
        return None

    def cut(self, target: Target, multipliers: FloatArray) -> Cut:
        """The weak dual of the attack, which holds for every choice of hidden cells and any multipliers."""
        gain = -(self.system.matrix.T @ multipliers)
        gain[target.number] += target.way
        room = np.maximum(gain, 0) * self.system.rise + np.maximum(-gain, 0) * self.system.fall
        return self._weighed(target, np.arange(room.size), room)

    def first_cuts(self, targets: list[Target]) -> list[Cut]:
        """A move must be made good in each sum that the number stands in, as far as its companions there can."""
        by_row, by_number = self.system.matrix, self.system.matrix.tocsc()
        cuts = []
        for target in targets:
            for place in range(by_number.indptr[target.number], by_number.indptr[target.number + 1]):
                row, factor = by_number.indices[place], by_number.data[place]
                part = slice(by_row.indptr[row], by_row.indptr[row + 1])
                numbers, gain = by_row.indices[part], -target.way * by_row.data[part] / factor
                room = np.where(gain > 0, gain * self.system.rise[numbers], -gain * self.system.fall[numbers])
                room[numbers == target.number] = 0.0
                cuts.append(self._weighed(target, numbers, room))
        return cuts

    def _weighed(self, target: Target, numbers: NDArray[Any], room: FloatArray) -> Cut:
        decision = self.system.decision[numbers]
        weights = np.zeros(self.decisions)
        np.add.at(weights, decision[decision >= 0], room[decision >= 0])
        need = target.need - float(room[decision < 0].sum())
        return Cut(np.minimum(weights, max(need, 0.0)), need)

    def _remember(self, move: FloatArray) -> None:
        move = np.where(np.abs(move) < SLACK / 10, 0.0, move)
        touched = np.zeros(self.decisions, bool)
        moved = (move != 0) & (self.system.decision >= 0)
        touched[self.system.decision[moved]] = True
        self.moves.append(move)
        self.touched.append(touched)
