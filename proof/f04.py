"""F04: one owner, no message after the word is taken back, and histories that agree with their reference models."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

from proof.elsewhere import counted_by
from proof.figures import DEFAULT_SEED, Outcome, figure

HISTORIES = {"consent": 1500, "lead": 1500, "referral": 7000, "booking": 10_000}
RACES = {"accepting": 50, "sending": 25}
PIECE = 375
Piece = tuple[str, int, int]


@figure(
    "F04",
    claim="one owner where two accept; no message after consent is withdrawn; 20,000 histories agree with their models",
)
def run() -> Outcome:
    """Every kind in pieces, each in a process and a database of its own; then each with a fault planted in it."""
    pieces = [
        (kind, min(PIECE, count - start), DEFAULT_SEED + start)
        for kind, count in (HISTORIES | RACES).items()
        for start in range(0, count, PIECE)
    ]
    controls = [(kind, 0, DEFAULT_SEED) for kind in HISTORIES | RACES]
    with ThreadPoolExecutor(os.cpu_count()) as side_by_side:
        found = list(side_by_side.map(_count, [*pieces, *controls]))
    return Outcome(
        n=sum(each.n for each in found),
        failed=sum(each.failed for each in found),
        control=all(each.control for each in found[len(pieces) :]),
    )


def _count(piece: Piece) -> Outcome:
    kind, count, seed = piece
    return counted_by("tests.histories", kind, str(count), str(seed))
