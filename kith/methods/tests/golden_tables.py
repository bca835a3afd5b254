"""The reference packages' answers, read from the committed tables and, where present, from the larger shared set."""

import csv
import os
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

Row = dict[str, str]
COMMITTED = Path(__file__).parent / "golden"
PLACES = ("committed", "shared")
both_places = pytest.mark.parametrize("place", PLACES)


@cache
def shared_folder() -> Path | None:
    """The folder of the larger set: GOLDEN_TABLES, or shared/data/golden beside any folder above this file."""
    named = [Path(os.environ["GOLDEN_TABLES"])] if "GOLDEN_TABLES" in os.environ else []
    beside = [parent / "shared" / "data" / "golden" for parent in Path(__file__).resolve().parents]
    return next((folder for folder in named + beside if folder.is_dir()), None)


def rows(place: str, table: str) -> list[Row]:
    """All rows of a table; skips the test where the larger set is absent."""
    folder = COMMITTED if place == "committed" else shared_folder()
    if folder is None:
        pytest.skip("the larger golden set is not on this machine; the committed cases ran")
    path = folder / f"{table}.csv"
    if not path.exists() and place == "committed":
        pytest.skip(f"no case of {table} may be committed; it runs where the larger set is present")
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def cases(place: str, table: str) -> dict[str, list[Row]]:
    """The rows of a table under their case."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows(place, table):
        found[row["case_id"]].append(row)
    return found


def number(text: str | None) -> float:
    """A field as a number; an empty one is NaN."""
    return float(text) if text else float("nan")


def column(table: list[Row], name: str) -> list[float]:
    """A column as numbers."""
    return [number(row.get(name)) for row in table]


def joined(place: str, method: str) -> Iterator[tuple[list[Row], Row]]:
    """Each case's input rows with its expected row."""
    inputs = cases(place, f"{method}_inputs")
    for expected in rows(place, f"{method}_expected"):
        yield inputs[expected["case_id"]], expected
