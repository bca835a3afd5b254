"""Reading a table whatever wrote it: by column names, with row numbers, never half."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SHOWN_FAULTS = 20


@dataclass(frozen=True)
class Row:
    """A row of a file and its number there, as a spreadsheet shows it (the headings are row 1)."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def get(self, column: str) -> str:
        """The cell, or an empty text where the file has no such column."""
        return self.cells.get(column, "")


class BadRows(ValueError):
    """The file cannot be loaded: each fault says which row, which column and what to do."""

    def __init__(self, path: Path, faults: Sequence[str]) -> None:
        self.path = path
        self.faults = tuple(faults)
        shown = list(self.faults[:SHOWN_FAULTS])
        if len(self.faults) > SHOWN_FAULTS:
            shown.append(f"… and {len(self.faults) - SHOWN_FAULTS} more")
        super().__init__(f"{path.name}: nothing was loaded.\n  " + "\n  ".join(shown))


def read_rows(path: Path, columns: Mapping[str, Sequence[str]], *, optional: Sequence[str] = ()) -> Iterator[Row]:
    """The rows of a CSV file with its columns renamed.

    ``columns`` gives, for each name we use, the headings publishers use (any case); the first one found counts.
    Raises BadRows where the file cannot be read as text, a heading is missing, or a row has too many or few cells.
    """
    lines = _decoded(path).splitlines(keepends=True)
    reader = csv.reader(lines, strict=True)
    try:
        headings = [heading.strip() for heading in next(reader, [])]
        places = _places(path, headings, columns, optional)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(headings):
                raise BadRows(
                    path, [f"row {reader.line_num}: {len(cells)} cells where the headings have {len(headings)}"]
                )
            yield Row(reader.line_num, {name: cells[place].strip() for name, place in places.items()})
    except csv.Error as error:
        raise BadRows(path, [f"row {reader.line_num}: not readable as CSV ({error})"]) from error


def _decoded(path: Path) -> str:
    raw = path.read_bytes()
    if not raw.strip():
        raise BadRows(path, ["the file is empty: download it again"])
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise BadRows(path, ["this is not a text file: save it as CSV (UTF-8) first"])
    return text


def _places(
    path: Path, headings: Sequence[str], columns: Mapping[str, Sequence[str]], optional: Sequence[str]
) -> dict[str, int]:
    at = {heading.lower(): place for place, heading in reversed(list(enumerate(headings)))}
    found: dict[str, int] = {}
    faults = []
    for name, known in columns.items():
        place = next((at[heading.lower()] for heading in known if heading.lower() in at), None)
        if place is not None:
            found[name] = place
        elif name not in optional:
            faults.append(f"row 1: no column for {name}; expected a heading like {' or '.join(map(repr, known))}")
    if faults:
        raise BadRows(path, faults)
    return found
