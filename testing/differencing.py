"""Sequences of releases under attack: who keeps every release of every quarter, and subtracts, learns no small count.

The attacker is written apart from the rules that defend: it reads the frozen texts as any reader can.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kith.insight.rules.figures import Counts, Figure, PublicationRules, publish
from kith.insight.rules.frozen import frozen
from kith.insight.rules.releases import Release, first_or_next
from kith.kernel.quarter import Quarter
from kith.kernel.refusal import Refusal
from testing.attack import Numbers, possible

PINNED, MOST = 1e-4, 7
ROLLING = 4
FIRST, QUARTERS = Quarter(2024, 1), 5
RULES = PublicationRules()
# What stands for itself in a quarter: each set of the parts fed, not fed and not known, by which of them it adds up.
SETS = np.array([(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, 0, 1), (0, 1, 1), (1, 1, 1)], float)
TIED = np.hstack([SETS, -np.eye(len(SETS))])

Truth = tuple[int, int, int]
Decide = Callable[[Figure, "list[Shown]"], "Release | Refusal"]
Shown = dict[Quarter, Figure]


@dataclass(frozen=True)
class Made:
    """One release: the text that the public has, and the counts that only the record has."""

    quarter: Quarter
    text: str
    truth: Truth


def with_memory(fresh: Figure, seen: list[Shown]) -> Release | Refusal:
    """As the house decides."""
    return first_or_next(fresh, seen, smallest_shown=RULES.smallest_shown)


def without_memory(fresh: Figure, _seen: list[Shown]) -> Release | Refusal:
    """As if each release were the first: the control."""
    return Release(fresh)


def faults(seed: int, decide: Decide = with_memory) -> list[str]:
    """What the attacker learns of one sequence of releases, in words."""
    made = list(_releases(seed, decide))
    looks = _ranges(made)
    return [*_pinned_in_one(seed, made, looks), *_pinned_by_differences(seed, made, looks)]


def _releases(seed: int, decide: Decide) -> Iterator[Made]:
    """Quarters released one after another, with corrections of any of them between, as the record moves."""
    random = np.random.default_rng(seed)
    size = random.choice([30, 90, 300, 900])
    record: dict[Quarter, Truth] = {}
    seen: list[Shown] = []
    newest = FIRST
    for _ in range(QUARTERS):
        record[newest] = _counts(random, size)
        for quarter in [newest, *random.choice(sorted(record), random.integers(0, 3))]:
            if quarter in (seen[-1] if seen else {}):
                record[quarter] = _moved(random, record[quarter])
            found = decide(_fresh(quarter, record[quarter]), seen)
            if not isinstance(found, Refusal):
                seen.append({**(seen[-1] if seen else {}), quarter: found.figure})
                yield Made(quarter, frozen(found.figure, ()), record[quarter])
        newest = newest.next()


def _counts(random: np.random.Generator, size: int) -> Truth:
    due = int(random.poisson(size))
    fed, not_fed, unknown = random.multinomial(due, _shares(random))
    return int(fed), int(not_fed), int(unknown)


def _shares(random: np.random.Generator) -> Numbers:
    unknown, fed = random.uniform(0, 0.07), random.uniform(0.1, 0.9)
    return np.array([(1 - unknown) * fed, (1 - unknown) * (1 - fed), unknown])


def _moved(random: np.random.Generator, truth: Truth) -> Truth:
    """The counts after more was recorded: answers that came late, babies added or taken out, few or many."""
    most = int(random.choice([2, 12, 40]))
    fed, not_fed, unknown = (max(0, each + int(random.integers(-most, most + 1))) for each in truth)
    late = int(random.integers(0, unknown + 1))
    return (fed + late, not_fed, unknown - late) if random.random() < 0.5 else (fed, not_fed + late, unknown - late)


def _fresh(quarter: Quarter, truth: Truth) -> Figure:
    fed, not_fed, _unknown = truth
    return publish(quarter, Counts(sum(truth), fed, not_fed), RULES, is_over=True, births_expected=sum(truth))


def _ranges(made: list[Made]) -> list[Numbers]:
    """By linear programming, between which numbers each set of parts can lie: for each release a row a set."""
    known = [_known(json.loads(each.text)) for each in made]
    # Of each release three parts, and each set as a number of its own, so that all are asked for at once.
    blocks = [np.vstack([TIED, *(np.r_[row, np.zeros(len(SETS))] for row, _ in sums)]) for sums in known]
    totals = np.concatenate([np.r_[np.zeros(len(SETS)), [total for _, total in sums]] for sums in known])
    size = TIED.shape[1] * len(made)
    wanted = np.arange(size).reshape(len(made), -1)[:, 3:].T  # of one set, every release's: nothing ties them together
    low, high = possible(sparse.block_diag(blocks), totals, np.zeros(size), np.full(size, 1e6), wanted)
    return list(np.stack([low.T, high.T], axis=-1))


def _known(said: dict[str, Any]) -> list[tuple[Numbers, float]]:
    """Which sums one release gives."""
    share, due = said["share_unknown"], said["due"]
    sums = [(SETS[6], due), (SETS[0], said["fed"]), (SETS[2], said["unknown"]), (SETS[3], said["known"])]
    sums.append((SETS[2], None if share is None else round(share * due)))
    return [(row, total) for row, total in sums if total is not None]


def _pinned_in_one(seed: int, made: list[Made], looks: list[Numbers]) -> Iterator[str]:
    for number, (each, look) in enumerate(zip(made, looks, strict=True)):
        true = SETS @ each.truth
        if _is_pinned(true, look[:, 0], look[:, 1]).any():
            yield f"sequence {seed}: release {number} gives a small count of {each.quarter} away"


def _pinned_by_differences(seed: int, made: list[Made], looks: list[Numbers]) -> Iterator[str]:
    """Subtract what stood after one release from what stood after another, quarter by quarter and in rolling sums."""
    stands, standing = [], dict[Quarter, int]()
    for number, each in enumerate(made):
        standing = {**standing, each.quarter: number}
        stands.append(standing)
    for (first, old), (second, new) in combinations(enumerate(stands), 2):
        for row in _rows(sorted(old)):
            if any(old[quarter] != new[quarter] for quarter in row):
                true, low, high = _difference([(old[quarter], new[quarter]) for quarter in row], made, looks)
                if _is_pinned(np.abs(true), low, high).any():
                    yield f"sequence {seed}: releases {first} and {second} differ by a few in {row[0]} to {row[-1]}"


def _rows(quarters: list[Quarter]) -> Iterator[list[Quarter]]:
    """Every row of one to four neighbouring quarters; they were first released in order, so none is missing."""
    for size in range(1, ROLLING + 1):
        yield from (quarters[at : at + size] for at in range(len(quarters) - size + 1))


def _difference(
    pairs: list[tuple[int, int]], made: list[Made], looks: list[Numbers]
) -> tuple[Numbers, Numbers, Numbers]:
    """The true change of each set over these quarters, and the least and greatest that the attacker must allow."""
    moved = [(old, new) for old, new in pairs if old != new]
    true = sum((SETS @ made[new].truth - SETS @ made[old].truth for old, new in moved), np.zeros(len(SETS)))
    low = sum((looks[new][:, 0] - looks[old][:, 1] for old, new in moved), np.zeros(len(SETS)))
    high = sum((looks[new][:, 1] - looks[old][:, 0] for old, new in moved), np.zeros(len(SETS)))
    return true, low, high


def _is_pinned(true: Numbers, low: Numbers, high: Numbers) -> NDArray[np.bool_]:
    return (high - low < PINNED) & (true >= 1) & (true <= MOST)
