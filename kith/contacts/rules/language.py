"""What may be said of how often families that need an interpreter had one. Pure."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from kith.contacts.rules.contacts import TalkReason
from kith.methods import Estimate, hidden_counts, proportion


@dataclass(frozen=True)
class Met:
    """The share of contacts in which the need was met, with Wilson's interval, out of how many."""

    share: Estimate[float]
    contacts: int


def share_met(contacts: int, met: int, *, smallest_shown: int) -> Met | None:
    """The share, or None where few contacts stand on either side and could tell of one family."""
    rest = contacts - met
    if contacts < smallest_shown or any(0 < count < smallest_shown for count in (met, rest)):
        return None
    return Met(proportion(met, contacts), contacts)


@dataclass(frozen=True)
class Whys:
    """How often each reason stood against each group, the most often first; None where a small count is hidden."""

    reasons: tuple[TalkReason, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]


def whys_shown(counted: Counter[tuple[str, TalkReason]], *, smallest_shown: int) -> Whys:
    """The counts by group and reason, without the small ones and those that would give them away."""
    reasons = tuple(each for each in TalkReason if any(reason is each for _, reason in counted))
    totals: Counter[str] = Counter()
    for (group, _), count in counted.items():
        totals[group] += count
    groups = sorted(totals, key=lambda group: (-totals[group], group))
    if not groups:
        return Whys((), ())
    table = np.array([[counted[group, reason] for reason in reasons] for group in groups])
    hidden = hidden_counts(table, threshold=smallest_shown - 1)
    rows = (
        tuple(None if is_hidden else int(count) for count, is_hidden in zip(counts, flags, strict=True))
        for counts, flags in zip(table, hidden, strict=True)
    )
    return Whys(reasons, tuple(zip(groups, rows, strict=True)))
