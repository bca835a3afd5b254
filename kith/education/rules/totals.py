"""People at work beside local births, by language or community: shares of totals, small numbers hidden. Pure."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from kith.methods import hidden_counts

SECONDS_TO_HIDE = 0.5
MOST_GROUPS = 11
"""Beside each other on one page; the others stand together."""
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class BesideRow(Generic[Key]):
    """People at work and births of one group (None: all groups with few births); None where a number is hidden."""

    key: Key | None
    at_work: int | None
    births: int | None


def beside(at_work: Mapping[Key, int], births: Mapping[Key, int], *, smallest_shown: int) -> tuple[BesideRow[Key], ...]:
    """The groups with the most births first; groups with fewer births than may be shown stand together as the last.

    The totals of both are known elsewhere: what would give a small number away is hidden with it. A person who speaks
    two languages counts in both: those totals are of languages spoken, not of people.
    """
    large = sorted(
        (key for key, count in births.items() if count >= smallest_shown), key=lambda key: (-births[key], str(key))
    )
    large = large[:MOST_GROUPS]
    rest = ({*at_work} | {*births}) - {*large}
    keys: list[Key | None] = [*large, *([None] if any(at_work.get(key) or births.get(key) for key in rest) else [])]
    counts = [
        [sum(of.get(each, 0) for each in (rest if key is None else [key])) for key in keys] for of in (at_work, births)
    ]
    shown = [_shown(column, smallest_shown) for column in counts]
    return tuple(BesideRow(*row) for row in zip(keys, *shown, strict=True))


def _shown(column: list[int], smallest_shown: int) -> list[int | None]:
    """The counts of one list whose total is known, without small ones and those that would give them away."""
    if all(not 0 < count < smallest_shown for count in column):
        return [*column]
    # Beside each count stands one that is never told, so that no sum over a row is known: the total alone is.
    table = np.array([[count, 2 * smallest_shown] for count in column])
    hidden = hidden_counts(table, threshold=smallest_shown - 1, time_limit=SECONDS_TO_HIDE)[:, 0]
    return [None if is_hidden else count for count, is_hidden in zip(column, hidden, strict=True)]
