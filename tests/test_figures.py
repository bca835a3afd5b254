"""The harness of the figures: a promise counts as kept only when something was counted and its control was heard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from proof.figures import Figure, Outcome, Result, chosen, figure, measured, write


def result(**changed: int | bool) -> Result:
    row = {"n": 10, "failed": 0, "control": True} | changed
    return measured(Figure("F00", "a claim", lambda: Outcome(**row)))  # type: ignore[arg-type]


def test_a_promise_is_kept_when_all_went_well_and_the_alarm_was_heard() -> None:
    assert result().is_kept


@pytest.mark.parametrize("broken", [{"failed": 1}, {"control": False}, {"n": 0}])
def test_a_failure_a_silent_control_or_an_empty_count_breaks_it(broken: dict[str, int | bool]) -> None:
    assert not result(**broken).is_kept


def test_the_results_file_has_exactly_the_agreed_fields(tmp_path: Path) -> None:
    write([result(failed=3)], tmp_path / "results.json")
    (row,) = json.loads((tmp_path / "results.json").read_text())
    assert list(row) == ["figure", "claim", "n", "passed", "failed", "control", "seconds", "seed"]
    assert (row["n"], row["passed"], row["failed"]) == (10, 7, 3)


def test_a_figure_that_nobody_wrote_is_refused_by_name() -> None:
    with pytest.raises(SystemExit, match="No such figure: F99"):
        chosen("F99")


def test_one_number_has_one_figure() -> None:
    chosen("")
    with pytest.raises(ValueError, match="F01 is registered twice"):
        figure("F01", claim="another")(lambda: Outcome(1, 0, True))
