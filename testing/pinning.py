"""Tables of counts after suppression, under attack: is a small count pinned, and is each as free as it could be?"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from kith.methods import CannotProtect, suppress
from testing.attack import ranges

PINNED = 1e-4
FREE = 0.5


def random_table(seed: int) -> NDArray[np.int64]:
    """A table of a shape and sparsity of its own."""
    random = np.random.default_rng(seed)
    if seed % 10 == 9:
        return random.poisson(random.uniform(5, 14), (2, 3, 3))
    shape = random.integers(3, 5, 2)
    table = random.poisson(random.uniform(4, 30) * random.lognormal(0, 0.8, shape))
    table[random.uniform(size=shape) < 0.1] = 0
    return table


def faults(seed: int) -> list[str] | None:
    """What the attacker learns of this table, in words; None where its margins give it away whatever is hidden."""
    counts = random_table(seed)
    try:
        got = suppress(counts, time_limit=60)
    except CannotProtect:
        low, high = ranges(counts, np.ones(counts.shape, bool))
        small = ((counts >= 1) & (counts <= 7)).ravel()
        return None if (high - low < PINNED)[small].any() else [f"table {seed}: refused, though hiding all would help"]
    said = [] if got.optimal else [f"table {seed}: not the cheapest way"]
    if got.hidden[got.primary].sum() < got.primary.sum():
        said.append(f"table {seed}: a small count is shown")
    if got.primary.any():
        low, high = ranges(counts, got.hidden)
        said += [f"table {seed}: a hidden count is pinned"] * bool((high - low <= FREE).any())
        if seed % 4 == 0 and not promise(counts, got.primary)(got.hidden):
            said.append(f"table {seed}: a small count is less free than it could be")
    return said


def is_broken_without_company(seed: int) -> bool:
    """Whether the same attacker learns a count where only the small ones are hidden: the control."""
    counts = random_table(seed)
    small = (counts >= 1) & (counts <= 7)
    if not small.any():
        return False
    low, high = ranges(counts, small)
    return bool((high - low < PINNED).any())


def room(
    counts: NDArray[np.int64], hidden: NDArray[np.bool_], least: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How far each cell of a table can go, within 1 and 8, under attack; one that cannot rise from 1 may fall to 0."""
    low, high = np.array(counts, float).ravel(), np.array(counts, float).ravel()
    low[hidden.ravel()], high[hidden.ravel()] = ranges(counts, hidden, least)
    low = np.where((high < 1.1) & (low < 1), low, np.maximum(low, 1))
    return low.reshape(hidden.shape), np.minimum(high, 8).reshape(hidden.shape)


def promise(counts: NDArray[np.int64], primary: NDArray[np.bool_]) -> Callable[[NDArray[np.bool_]], bool]:
    """The promise, by a second hand: each small count from 1 to 8, or as far as hiding everything would leave open."""
    modes = [(counts > 0, 1), (np.ones(counts.shape, bool), 0)]
    best = [room(counts, everything, least) for everything, least in modes]
    zeros_help = ((best[1][1] - best[1][0])[primary] > (best[0][1] - best[0][0])[primary] + 0.5).any()
    wanted_low, wanted_high = best[int(zeros_help)]

    def kept(hidden: NDArray[np.bool_]) -> bool:
        low, high = room(counts, hidden, modes[int(zeros_help)][1])
        return bool((low <= wanted_low + 1e-4)[primary].all() and (high >= wanted_high - 1e-4)[primary].all())

    return kept
