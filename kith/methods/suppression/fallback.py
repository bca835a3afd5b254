"""A protected choice of cells without a proof that it is the cheapest: quick, and always there."""

from dataclasses import dataclass

import numpy as np
import scipy

from kith.methods.estimate import FloatArray
from kith.methods.suppression.attack import SLACK, Attacker, OutOfTime
from kith.methods.suppression.linear import maximise
from kith.methods.suppression.model import UNKNOWN, Flags, System, Target


@dataclass(frozen=True, slots=True)
class Task:
    """Decisions with their costs, those already taken, orderings (first implies second), and what must stay open."""

    system: System
    cost: FloatArray
    forced: Flags
    targets: list[Target]
    implies: tuple[tuple[int, int], ...] = ()


def fallback(task: Task, attacker: Attacker, targets: list[Target]) -> Flags:
    """Cells along cheap paths if there is time to find them, else everything; nothing that is hidden in vain."""
    hidden = np.ones(task.cost.size, bool)
    try:
        hidden = _by_paths(task, attacker, targets)
        hidden = _thinned(task, attacker, targets, hidden)
    except OutOfTime:
        attacker.deadline += 1.0  # to look once more for cells that are hidden in vain
    return without_idle(task, attacker, hidden)


def _by_paths(task: Task, attacker: Attacker, targets: list[Target]) -> Flags:
    """Protect one target after the other along its cheapest way through the table, reusing what is hidden."""
    hidden = closed(task, task.forced)
    for target in targets:
        if attacker.breaches([target], hidden):
            hidden = closed(task, hidden | _cheapest_path(task, target, hidden))
    return np.ones(task.cost.size, bool) if attacker.breaches(targets, hidden) else hidden


def _thinned(task: Task, attacker: Attacker, targets: list[Target], hidden: Flags) -> Flags:
    """Show again, dearest first, what later paths have made needless; the last protected choice stands."""
    for decision in np.argsort(-task.cost):
        if hidden[decision] and not task.forced[decision]:
            fewer = hidden.copy()
            fewer[decision] = False
            try:
                if (closed(task, fewer) == fewer).all() and not attacker.breaches(targets, fewer):
                    hidden = fewer
            except OutOfTime:
                return hidden
    return hidden


def closed(task: Task, hidden: Flags) -> Flags:
    """The choice with everything hidden that it implies."""
    hidden = hidden.copy()
    for first, second in task.implies:
        hidden[second] |= hidden[first]
    return hidden


def _cheapest_path(task: Task, target: Target, hidden: Flags) -> Flags:
    system, size = task.system, task.system.rise.size
    chosen = system.decision >= 0
    price = np.zeros(size)
    price[chosen] = np.where(hidden, 0.0, task.cost)[system.decision[chosen]]
    open_to_all = chosen | (system.decision == UNKNOWN)
    high = np.r_[np.where(open_to_all, system.rise, 0.0), np.where(open_to_all, system.fall, 0.0)]
    low = np.zeros(2 * size)
    forward, back = (target.number, size + target.number) if target.way > 0 else (size + target.number, target.number)
    low[forward], high[back] = target.need - SLACK, 0.0
    both = scipy.sparse.hstack([system.matrix, -system.matrix])
    way = maximise(-np.r_[price, price], both, low, high).point
    path = np.zeros(task.cost.size, bool)
    path[system.decision[(way[:size] + way[size:] > SLACK / 10) & chosen]] = True
    return path


def without_idle(task: Task, attacker: Attacker, hidden: Flags) -> Flags:
    """The choice less what it hides in vain, because the published sums give it away; unchanged if time is up."""
    decision = task.system.decision
    numbers = np.flatnonzero(task.system.open(hidden) & (decision >= 0))
    try:
        moving = np.setdiff1d(numbers, attacker.stuck([int(i) for i in numbers], hidden))
    except OutOfTime:
        return hidden
    useful = np.zeros(hidden.size, bool)
    useful[decision[moving]] = True
    return closed(task, task.forced | (hidden & useful))
