"""What to hide of a table that stands alone, everything where no less protects; the same table is worked out once."""

from functools import lru_cache
from typing import Any

import numpy as np

from kith.methods.estimate import FloatArray
from kith.methods.suppression.model import CannotProtect, Flags
from kith.methods.suppression.proportions import suppress_proportion
from kith.methods.suppression.tables import suppress, whole_counts

REMEMBERED = 512
"""So many tables of each kind: a page asks for the same few again and again, for each of its readers."""


def hidden_counts(counts: Any, *, threshold: int = 7, time_limit: float = 2.0) -> Flags:
    """The cells to hide of a table of counts whose margins are published: see `suppress`.

    Where the margins themselves give a small count away, all cells are hidden: publish no margin then. The answer
    cannot be written to, because the next who asks for the same table is given it too.
    Shapes, units, source: see `suppress`. Errors: its ValueErrors, but never `CannotProtect`.
    """
    table = whole_counts("counts", counts)
    return _hidden_counts(table.tobytes(), table.shape, threshold, time_limit)


def hidden_shares(numerator: Any, denominator: Any, *, threshold: int = 7) -> tuple[Flags, Flags]:
    """The shares to hide, and the denominators to hide with them: see `suppress_proportion`.

    Where nothing less protects, everything is hidden. The answers cannot be written to.
    Shapes, units, source: see `suppress_proportion`. Errors: its ValueErrors, but never `CannotProtect`.
    """
    x, n = whole_counts("numerator", numerator), whole_counts("denominator", denominator)
    return _hidden_shares(x.tobytes(), x.shape, n.tobytes(), n.shape, threshold)


@lru_cache(REMEMBERED)
def _hidden_counts(raw: bytes, shape: tuple[int, ...], threshold: int, time_limit: float) -> Flags:
    try:
        return _kept(suppress(_table(raw, shape), threshold=threshold, time_limit=time_limit).hidden)
    except CannotProtect:
        return _kept(np.ones(shape, bool))


@lru_cache(REMEMBERED)
def _hidden_shares(
    x: bytes, x_shape: tuple[int, ...], n: bytes, n_shape: tuple[int, ...], threshold: int
) -> tuple[Flags, Flags]:
    try:
        found = suppress_proportion(_table(x, x_shape), _table(n, n_shape), threshold=threshold)
    except CannotProtect:
        return _kept(np.ones(x_shape, bool)), _kept(np.ones(x_shape, bool))
    return _kept(found.hidden), _kept(found.hidden_denominator)


def _table(raw: bytes, shape: tuple[int, ...]) -> FloatArray:
    return np.frombuffer(raw, np.float64).reshape(shape)


def _kept(flags: Flags) -> Flags:
    kept = flags.copy()
    kept.setflags(write=False)
    return kept


def forget_tables() -> None:
    """Forget what was worked out: for a measure of the work itself."""
    _hidden_counts.cache_clear()
    _hidden_shares.cache_clear()
