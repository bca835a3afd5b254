"""What may be said of who came: sums by group, time, language or community, with small numbers hidden. Pure."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, TypeVar

import numpy as np

from kith.cafes.rules.footfall import KINDS, People
from kith.methods import hidden_counts
from kith.whats_on.rules.codes import PartOfDay
from kith.whats_on.rules.times import HOURS

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Totals(Generic[Key]):
    """People by row, in the order of their kinds; None where a small count is hidden."""

    rows: tuple[tuple[Key, tuple[int | None, ...]], ...]


def added(one: People, other: People) -> People:
    """Both together."""
    return replace(one, **{kind: getattr(one, kind) + getattr(other, kind) for kind in KINDS})


def shown(counted: Mapping[Key, People], *, smallest_shown: int) -> Totals[Key]:
    """The rows with the most people first, without small counts and those that would give them away."""
    found = {key: people for key, people in counted.items() if people.count}
    if not found:
        return Totals(())
    keys = sorted(found, key=lambda key: -found[key].count)
    table = np.array([[getattr(found[key], kind) for kind in KINDS] for key in keys])
    hidden = hidden_counts(table, threshold=smallest_shown - 1)
    rows = (
        tuple(None if is_hidden else int(count) for count, is_hidden in zip(counts, flags, strict=True))
        for counts, flags in zip(table, hidden, strict=True)
    )
    return Totals(tuple(zip(keys, rows, strict=True)))


def part_of_day(local_start: datetime) -> PartOfDay:
    """In which part of the day a session begins, by the clocks of the place."""
    return next(part for part, (first, under) in HOURS.items() if first <= local_start.hour < under)
