"""The least costly choice of cells to hide: a small master programme, and the attacker's objections as cuts."""

import math
import time
from dataclasses import dataclass, replace

import numpy as np
import scipy

from kith.methods.estimate import FloatArray
from kith.methods.suppression.attack import SLACK, Attacker, Cut, OutOfTime
from kith.methods.suppression.fallback import Task, fallback, without_idle
from kith.methods.suppression.model import Flags, Model, Target

RELAXED_ROUNDS = 6
LEAST_ROOM = 0.1  # a number that can move less is as good as known
SLOW = 0.5  # seconds for one round, after which relaxed rounds pay
SEARCH_SHARE = 0.75  # of the time limit; the rest is for a good answer without a proof


@dataclass(frozen=True, slots=True)
class Choice:
    """What to hide, and whether that is proved to be the least costly way."""

    hidden: Flags
    optimal: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What each decision costs, which are already taken, and models of what the attacker knows, sharpest first.

    Each model comes with the targets that must stay open in it; `implies` lists pairs: hiding one hides the other.
    """

    cost: FloatArray
    forced: Flags
    options: list[tuple[Model, list[Target]]]
    implies: tuple[tuple[int, int], ...] = ()


class StuckError(Exception):
    """A number that its margins give away, whatever is hidden."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def protect(question: Question, started: float, time_limit: float) -> Choice:
    """Answer the question with the first model in which the targets are as open as in any."""
    tried: list[tuple[Task, Attacker]] = []
    for model, targets in question.options:
        attacker = Attacker(model.system(), question.cost.size, started + time_limit / 3)
        task = Task(attacker.system, question.cost, question.forced, targets, question.implies)
        try:
            tried.append((_within_reach(task, attacker), attacker))
        except OutOfTime:
            return _everything(task, attacker)
        if all(now.need >= wanted.need for now, wanted in zip(tried[-1][0].targets, targets, strict=False)):
            return least_cost(*tried[-1], started, time_limit)
    rooms = [_rooms(task.targets) for task, _ in tried]
    best = next((i for i, room in enumerate(rooms) if any(room[n] > rooms[0][n] + 0.5 for n in room)), 0)
    stuck = [number for number, room in rooms[best].items() if room < LEAST_ROOM]
    if stuck:
        raise StuckError(stuck[0])
    return least_cost(*tried[best], started, time_limit)


def _rooms(targets: list[Target]) -> dict[int, float]:
    rooms: dict[int, float] = {}
    for target in targets:
        rooms[target.number] = rooms.get(target.number, 0.0) + target.need
    return rooms


def _within_reach(task: Task, attacker: Attacker) -> Task:
    """The same task, each target asking no more than hiding everything could give."""
    everything = np.ones(attacker.decisions, bool)
    short = {breach.target: breach.reach for breach in attacker.breaches(task.targets, everything)}
    targets = [Target(t.number, t.way, min(t.need, short.get(t, t.need))) for t in task.targets]
    shut = [number for number, room in _rooms(targets).items() if room < LEAST_ROOM]
    # A count of 1 that cannot rise must at least be able to be 0.
    down = [Target(number, -1, min(1.0, float(task.system.fall[number]))) for number in shut]
    reach = {breach.target: breach.reach for breach in attacker.breaches(down, everything)}
    return replace(task, targets=targets + [Target(t.number, t.way, reach.get(t, t.need)) for t in down])


def _everything(task: Task, attacker: Attacker) -> Choice:
    """Everything hidden, when there is no time even to see how far hiding helps."""
    everything = np.ones(task.cost.size, bool)
    attacker.deadline = math.inf  # whether it protects is no question of time
    stuck = attacker.stuck(sorted({target.number for target in task.targets}), everything)
    if stuck:
        raise StuckError(stuck[0])
    attacker.deadline = time.monotonic() + 1.0
    return Choice(without_idle(task, attacker, everything), optimal=False)


def least_cost(task: Task, attacker: Attacker, started: float, time_limit: float) -> Choice:
    """The cheapest protected choice; at the time limit the best protected one at hand, everything at worst."""
    targets = [target for target in task.targets if target.need > SLACK]
    attacker.deadline = started + SEARCH_SHARE * time_limit
    try:
        return Choice(_proved(task, attacker, targets), optimal=True)
    except OutOfTime:
        attacker.deadline = started + time_limit
        return Choice(fallback(task, attacker, targets), optimal=False)


def _proved(task: Task, attacker: Attacker, targets: list[Target]) -> Flags:
    cuts = attacker.first_cuts(targets)
    relaxed = False
    while True:
        began = time.monotonic()
        hidden = _solved(task, cuts, attacker.deadline, whole=True) > 0.5
        breaches = attacker.breaches(targets, hidden)
        if not breaches:
            return hidden
        cuts += [breach.cut for breach in breaches]
        if not relaxed and time.monotonic() - began > SLOW:
            relaxed = True
            cuts += _relaxed_cuts(task, attacker, targets, cuts)


def _relaxed_cuts(task: Task, attacker: Attacker, targets: list[Target], first: list[Cut]) -> list[Cut]:
    """Cuts that the relaxed master breaks: cheap to find, and they spare the whole-number master many rounds."""
    cuts: list[Cut] = []
    for _ in range(RELAXED_ROUNDS):
        breaches = attacker.objections(targets, _solved(task, first + cuts, attacker.deadline, whole=False))
        targets = [breach.target for breach in breaches]
        cuts += [breach.cut for breach in breaches]
        if not breaches:
            break
    return cuts


def _solved(task: Task, cuts: list[Cut], deadline: float, *, whole: bool) -> FloatArray:
    left = deadline - time.monotonic()
    if left <= 0:
        raise OutOfTime
    rows = [cut.weights for cut in cuts] + [np.zeros(task.cost.size) for _ in task.implies]
    for row, (first, second) in zip(rows[len(cuts) :], task.implies, strict=True):
        row[first], row[second] = -1.0, 1.0
    need = np.array([cut.need - SLACK for cut in cuts] + [0.0] * len(task.implies))
    constraints = scipy.optimize.LinearConstraint(scipy.sparse.csr_array(np.array(rows)), need, np.inf) if rows else ()
    answer = scipy.optimize.milp(
        task.cost,
        integrality=np.full(task.cost.size, int(whole)),
        bounds=scipy.optimize.Bounds(task.forced.astype(np.float64), np.ones(task.cost.size)),
        constraints=constraints,
        options={"time_limit": left, "mip_rel_gap": 0.0},
    )
    if answer.status != 0:
        raise OutOfTime
    return np.asarray(answer.x)
