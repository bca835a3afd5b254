"""A list that a person has sent: a CSV file or a spreadsheet, read row by row."""

import csv
import io
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from kith.imports.rows import Row
from kith.imports.tables import Heading, open_table

MOST_BYTES = 2_000_000
MOST_ROWS = 2_000
MOST_UNPACKED = 60_000_000
"""A spreadsheet is a packed file: what it unpacks to is looked at before it is read."""


@dataclass(frozen=True)
class SentFile:
    """A file as it was sent: what it is called, and what is in it."""

    name: str
    content: bytes


class FileFault(StrEnum):
    """Why a file is no list."""

    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    MERGED_HEADINGS = "merged_headings"


class NoList(ValueError):
    """The file is no list; the caller words why."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def rows_sent(file: SentFile, columns: Mapping[str, Sequence[Heading]], *, optional: Sequence[str] = ()) -> list[Row]:
    """The rows under our own column names; NoList where it is no such file, BadRows where headings are missing."""
    if len(file.content) > MOST_BYTES:
        raise NoList(FileFault.TOO_LARGE)
    content = _as_csv(file.content) if file.content[:2] == b"PK" else file.content
    with tempfile.TemporaryDirectory(prefix="kith-list-") as folder:
        path = Path(folder) / (Path(file.name).name or "list.csv")
        path.write_bytes(content)
        found = list(open_table(path).rows(columns, optional=optional))
    if not found:
        raise NoList(FileFault.EMPTY)
    if len(found) > MOST_ROWS:
        raise NoList(FileFault.TOO_LARGE)
    return found


def _as_csv(content: bytes) -> bytes:
    """The first sheet of a spreadsheet as a CSV file; days as 2026-03-27."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
                raise NoList(FileFault.TOO_LARGE)
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        rows = sheet.to_python()
    except (CalamineError, zipfile.BadZipFile, IndexError) as error:
        raise NoList(FileFault.UNREADABLE) from error
    if _are_headings_merged(sheet):
        raise NoList(FileFault.MERGED_HEADINGS)
    out = io.StringIO()
    csv.writer(out).writerows([[str(cell) for cell in row] for row in rows])
    return out.getvalue().encode()


def _are_headings_merged(sheet: CalamineSheet) -> bool:
    """Whether one heading lies over several columns: which of them it means, no program can know."""
    first = sheet.start[0] if sheet.start else 0
    return any(begin[0] <= first and begin[1] != end[1] for begin, end in sheet.merged_cell_ranges or ())
