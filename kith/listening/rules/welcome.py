"""What may be said of how welcome people felt, by venue and community, before and after a change. Pure."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from kith.listening.rules.codes import Felt
from kith.listening.rules.promises import shown
from kith.methods import hidden_counts

SECONDS_TO_HIDE = 1.0
FELT = tuple(Felt)
Key = TypeVar("Key", bound=Hashable)
Counts = Mapping[Key, Counter[Felt]]


@dataclass(frozen=True)
class Shown:
    """The answers of one group of people: each count, None where it is hidden; and all, None where few answered."""

    counts: tuple[int | None, ...]
    total: int | None


HIDDEN = Shown((None,) * len(FELT), None)


def rows_shown(rows: Counts[Key], *, others: Key, least: int) -> dict[Key, Shown]:
    """The rows without small counts and those that would give them away; rows of few people stand as ``others``.

    A reader may know how many answered in each row, and each answer's sum: a hidden count stays in the dark all the
    same. Where even all together are few, there is no row.
    """
    kept = _merged(rows, others, least)
    while len(kept) > 1:
        table = np.array([[counts[felt] for felt in FELT] for counts in kept.values()])
        hidden = hidden_counts(table, threshold=least - 1, time_limit=SECONDS_TO_HIDE)
        if not hidden.all() or not table.any():
            return {
                key: Shown(
                    tuple(None if flag else int(n) for n, flag in zip(line, flags, strict=True)), int(line.sum())
                )
                for key, line, flags in zip(kept, table, hidden, strict=True)
            }
        kept = _coarser(kept, others)
    return {key: _line(counts, least) for key, counts in kept.items()}


@dataclass(frozen=True)
class Everywhere(Generic[Key]):
    """The answers of each community everywhere, what is shown of them, and what those that are not shown stand as."""

    whole: Counts[Key]
    rows: Mapping[Key, Shown]
    others: Key
    least: int

    def within(self, part: Counts[Key], row: Shown) -> dict[Key, Shown]:
        """One row taken apart: the answers of each community at one venue, which stand as ``row`` among the venues.

        Nothing is shown that is hidden in either table, nor a count whose rest elsewhere is small.
        """
        if row.total is None:
            return {}
        here, all_over = self._by_row(part), self._by_row(self.whole)
        return {
            key: Shown(
                tuple(
                    None if of_venue is None or self._tells(key, felt, all_over[key][felt] - here[key][felt]) else count
                    for felt, count, of_venue in zip(FELT, line.counts, row.counts, strict=True)
                ),
                line.total,
            )
            for key, line in rows_shown(here, others=self.others, least=self.least).items()
        }

    def _tells(self, key: Key, felt: Felt, rest: int) -> bool:
        """Whether a count would tell of few people: it is hidden of all of them, or few of them answered elsewhere."""
        return self.rows.get(key, HIDDEN).counts[FELT.index(felt)] is None or 0 < rest < self.least

    def _by_row(self, counts: Counts[Key]) -> dict[Key, Counter[Felt]]:
        """By the rows that are shown of all; what is in none of them belongs to the others."""
        found: dict[Key, Counter[Felt]] = defaultdict(Counter)
        for key, each in counts.items():
            found[key if key in self.rows else self.others] += each
        return found


def _merged(rows: Counts[Key], others: Key, least: int) -> dict[Key, Counter[Felt]]:
    """The rows, those of fewer than ``least`` people in one, which takes in the next larger until it is not few."""
    by_size = sorted((row for row in rows.items() if row[1].total()), key=lambda row: row[1].total())
    few: Counter[Felt] = Counter()
    kept: dict[Key, Counter[Felt]] = {}
    for key, counts in by_size:
        if counts.total() < least or 0 < few.total() < least:
            few += counts
        else:
            kept[key] = counts
    if few.total() >= least:
        kept[others] = kept.get(others, Counter()) + few
    # Few who are left over would be the difference between all and what is shown; nothing says how many all are.
    return kept


def _coarser(rows: Counts[Key], others: Key) -> dict[Key, Counter[Felt]]:
    """One row less: of a table that shows nothing the smallest row goes to the others, or makes them with the next."""
    by_size = sorted(rows, key=lambda key: (key != others, rows[key].total()))
    gone = set(by_size[: 2 if len(rows) > 1 else 1])
    together: Counter[Felt] = Counter()
    for key in gone:
        together += rows[key]
    return {**{key: counts for key, counts in rows.items() if key not in gone}, others: together}


def _line(counts: Counter[Felt], least: int) -> Shown:
    said = shown({felt: counts[felt] for felt in FELT}, least=least)
    return Shown(tuple(said[felt] for felt in FELT), counts.total())
