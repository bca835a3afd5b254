"""What is remembered of suppression is what suppression says, and cannot be changed by those who are given it."""

from __future__ import annotations

import numpy as np
import pytest

from kith.methods import CannotProtect, hidden_counts, hidden_shares, suppress, suppress_proportion
from kith.methods.suppression import remembered

TABLE = np.array([[12, 3, 40], [30, 12, 25], [18, 22, 31]])


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    remembered.forget_tables()


def test_the_cells_are_those_that_suppression_hides_by_their_threshold() -> None:
    for threshold in (4, 7, 20):
        expected = suppress(TABLE, threshold=threshold).hidden
        assert hidden_counts(TABLE, threshold=threshold).tolist() == expected.tolist()
    wide, tall = TABLE[:2], TABLE[:2].T
    assert hidden_counts(wide).tolist() == suppress(wide).hidden.tolist()
    assert hidden_counts(tall).tolist() == suppress(tall).hidden.tolist()


def test_shares_and_their_denominators_are_those_that_suppression_hides() -> None:
    x, n = [0, 118, 64, 2], [25, 120, 110, 5]
    expected = suppress_proportion(x, n)
    shares, denominators = hidden_shares(x, n)
    assert (shares.tolist(), denominators.tolist()) == (expected.hidden.tolist(), expected.hidden_denominator.tolist())


def test_where_nothing_less_protects_everything_is_hidden() -> None:
    alone = [[3]]
    with pytest.raises(CannotProtect):
        suppress(alone)
    assert hidden_counts(alone).all()


def test_the_same_table_is_worked_out_once_and_cannot_be_written_to(monkeypatch: pytest.MonkeyPatch) -> None:
    first = hidden_counts(TABLE)
    monkeypatch.setattr(remembered, "suppress", None)
    assert hidden_counts(TABLE.copy()) is first
    with pytest.raises(ValueError, match="read-only"):
        first[0, 0] = True
    with pytest.raises(TypeError):
        hidden_counts(TABLE + 1)
