"""What a reader of files hands on: rows with their numbers, and faults that say where and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SHOWN_FAULTS = 20
MOST_FAULTS = 1_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file and its number there, as a spreadsheet shows it (the headings are row 1)."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def get(self, column: str) -> str:
        """The cell, or an empty text where the file has no such column."""
        return self.cells.get(column, "")


class NothingLoaded(ValueError):
    """What was to be loaded cannot be; the words say what is wrong with it, and nothing has changed."""


class BadRows(NothingLoaded):
    """The file cannot be loaded: each fault says which row, which column and what to do."""

    def __init__(self, path: Path, faults: Sequence[str]) -> None:
        self.path = path
        self.faults = tuple(faults)
        shown = list(self.faults[:SHOWN_FAULTS])
        if len(self.faults) > SHOWN_FAULTS:
            shown.append(f"… and {len(self.faults) - SHOWN_FAULTS} more")
        super().__init__(f"{path.name}: nothing was loaded.\n  " + "\n  ".join(shown))


@dataclass
class Faults:
    """The faults found so far in one file; raised together, so that all can be mended at once."""

    path: Path
    unit: str = "row"
    found: list[str] = field(default_factory=list)

    def add(self, number: int, words: str) -> None:
        """Note what is wrong in this row; gives up on a file that is wrong throughout."""
        self.found.append(f"{self.unit} {number}: {words}")
        if len(self.found) >= MOST_FAULTS:
            self.raise_any()

    def raise_any(self) -> None:
        """BadRows with everything found, if anything was."""
        if self.found:
            raise BadRows(self.path, self.found)
