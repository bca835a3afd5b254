"""Shares of families by group and period, shown only where they cannot point at a family. Pure."""

from dataclasses import dataclass

import numpy as np

from kith.methods import Estimate, hidden_shares, proportion


@dataclass(frozen=True)
class ShownShare:
    """A share of families: hidden where small numbers stand in it; a hidden one has no counts."""

    count: int | None
    total: int | None
    share: Estimate[float] | None
    is_hidden: bool


def shown_shares(counts: list[list[int]], totals: list[list[int]], *, smallest: int) -> list[list[ShownShare]]:
    """Each cell of the table of groups by periods with Wilson's interval, or hidden with what would give it away."""
    x, n = np.array(counts), np.array(totals)
    if not x.size:
        return []
    hidden, hidden_total = hidden_shares(x, n, threshold=smallest - 1)
    return [
        [
            _cell(int(x[row, at]), int(n[row, at]), bool(hidden[row, at]), bool(hidden_total[row, at]))
            for at in range(x.shape[1])
        ]
        for row in range(x.shape[0])
    ]


def _cell(count: int, total: int, is_hidden: bool, is_total_hidden: bool) -> ShownShare:
    if is_hidden:
        return ShownShare(None, None if is_total_hidden else total, None, is_hidden=True)
    return ShownShare(count, total, proportion(count, total) if total else None, is_hidden=False)
