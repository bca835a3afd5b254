"""What may be said of why families could not come, without pointing at one. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kith.kernel.barriers import Barrier
from kith.methods import hidden_counts

Counted = Counter[tuple[str, Barrier]]


@dataclass(frozen=True)
class Barriers:
    """How often each reason stood in each group, the most often first; None where a small count is hidden."""

    reasons: tuple[Barrier, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]

    @property
    def is_empty(self) -> bool:
        """Whether no family has said why."""
        return not self.rows


def barriers_shown(counted: Counted, *, smallest_shown: int) -> Barriers:
    """The counts by group and reason, without the small ones and those that would give them away."""
    reasons = tuple(each for each in Barrier if any(reason == each for _, reason in counted))
    totals: Counter[str] = Counter()
    for (group, _), count in counted.items():
        totals[group] += count
    groups = sorted(totals, key=lambda group: (-totals[group], group))
    if not groups:
        return Barriers((), ())
    table = np.array([[counted[group, reason] for reason in reasons] for group in groups])
    shown = _protected(table, smallest_shown)
    return Barriers(reasons, tuple(zip(groups, shown, strict=True)))


def _protected(table: NDArray[np.int64], smallest: int) -> list[tuple[int | None, ...]]:
    if len(table) == 1:
        return [line_shown([int(each) for each in table[0]], smallest)]
    hidden = hidden_counts(table, threshold=smallest - 1)
    return [
        tuple(None if flag else int(count) for count, flag in zip(counts, flags, strict=True))
        for counts, flags in zip(table, hidden, strict=True)
    ]


def line_shown(counts: Sequence[int], smallest: int) -> tuple[int | None, ...]:
    """One line whose total is known: small counts hidden, and as many more that what is hidden stays in the dark."""
    by_size = sorted(range(len(counts)), key=lambda at: (counts[at] == 0, counts[at]))
    hidden: list[int] = [at for at in by_size if 0 < counts[at] < smallest]
    for at in by_size:
        is_enough = len(hidden) != 1 and (not hidden or sum(counts[each] for each in hidden) >= 2 * smallest)
        if is_enough:
            break
        hidden += [at] if at not in hidden else []
    return tuple(None if at in hidden else count for at, count in enumerate(counts))


def share_shown(part: int, whole: int, *, smallest_shown: int) -> tuple[int, int] | None:
    """A part of a whole, or None where few stand on either side and could tell of one family."""
    if whole < smallest_shown or any(0 < count < smallest_shown for count in (part, whole - part)):
        return None
    return part, whole
