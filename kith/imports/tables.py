"""Reading a table whatever wrote it: by column names, with row numbers, a row at a time."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from kith.imports.rows import BadRows, Row

Heading = str | re.Pattern[str]
Progress = Callable[[int, int | None], None]
"""Told how much is done, and of how much where that is known."""

ROWS_BETWEEN_NEWS = 5_000
LONGEST_CELL = 1_000_000
_STRAY_BYTES = re.compile("[\udc80-\udcff]")


def plain_heading(heading: str) -> str:
    """The heading as it compares: lower case, letters and digits only ("LSOA code (2021)" → "lsoacode2021")."""
    return re.sub(r"[^a-z0-9]", "", heading.casefold())


@dataclass(frozen=True)
class Table:
    """A file of rows under headings, not yet read beyond them."""

    path: Path
    headings: tuple[str, ...]
    encoding: str
    delimiter: str

    def heading_of(self, known: Sequence[Heading]) -> int | None:
        """Where the first of these headings stands; a pattern must fit the whole plain heading."""
        plain = [plain_heading(heading) for heading in self.headings]
        for wanted in known:
            fits = wanted.fullmatch if isinstance(wanted, re.Pattern) else plain_heading(wanted).__eq__
            for place, heading in enumerate(plain):
                if heading and fits(heading):
                    return place
        return None

    def rows(
        self,
        columns: Mapping[str, Sequence[Heading]],
        *,
        optional: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> Iterator[Row]:
        """The rows with the columns under our own names; BadRows for a missing heading or a row of another length."""
        places = self._places(columns, optional)
        width = len(self.headings)
        for number, cells in self._records(progress):
            if len(cells) < width or any(cell.strip() for cell in cells[width:]):
                raise BadRows(self.path, [f"row {number}: {len(cells)} cells where the headings have {width}"])
            yield Row(number, {name: cells[place].strip() for name, place in places.items()})

    def _records(self, progress: Progress | None) -> Iterator[tuple[int, list[str]]]:
        size = self.path.stat().st_size
        with _opened(self.path, self.encoding) as lines:
            reader = csv.reader(_clean(self.path, lines), delimiter=self.delimiter, strict=True)
            number = 1
            try:
                next(reader, None)
                for number, cells in enumerate(reader, start=2):
                    if progress and number % ROWS_BETWEEN_NEWS == 0:
                        progress(min(lines.buffer.tell(), size), size)
                    if any(cell.strip() for cell in cells):
                        yield number, cells
            except csv.Error as error:
                raise BadRows(self.path, [f"row {number + 1}: not readable as CSV ({error})"]) from error
        if progress:
            progress(size, size)

    def _places(self, columns: Mapping[str, Sequence[Heading]], optional: Sequence[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        faults = []
        for name, known in columns.items():
            if (place := self.heading_of(known)) is not None:
                found[name] = place
            elif name not in optional:
                names = [repr(heading) for heading in known if isinstance(heading, str)]
                faults.append(f"row 1: no column for {name}; expected a heading like {' or '.join(names)}")
        if faults:
            raise BadRows(self.path, faults)
        return found


def open_table(path: Path) -> Table:
    """The table in a CSV file (commas, semicolons or tabs; UTF-8, UTF-16 or Windows letters); BadRows if it is none."""
    csv.field_size_limit(LONGEST_CELL)
    encoding = _encoding(path)
    with _opened(path, encoding) as lines:
        clean = _clean(path, lines)
        first = next(clean, "")
        delimiter = max(",;\t", key=first.count)
        try:
            headings = next(csv.reader([first, *(clean if first.count('"') % 2 else ())], delimiter=delimiter), [])
        except csv.Error as error:
            raise BadRows(path, [f"row 1: not readable as CSV ({error})"]) from error
    if not any(heading.strip() for heading in headings):
        raise BadRows(path, ["row 1: there are no headings"])
    return Table(path, tuple(heading.strip() for heading in headings), encoding, delimiter)


def _encoding(path: Path) -> str:
    with path.open("rb") as raw:
        head = raw.read(64)
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise BadRows(path, ["the file is empty: download it again"])
    return "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"


@contextmanager
def _opened(path: Path, encoding: str) -> Iterator[TextIO]:
    # Bytes that are not UTF-8 come through as marks, which _clean reads as the Windows letters they are.
    errors = "replace" if encoding == "utf-16" else "surrogateescape"
    with path.open(encoding=encoding, errors=errors, newline="") as lines:
        yield lines


def _clean(path: Path, lines: TextIO) -> Iterator[str]:
    for line in lines:
        if "\x00" in line:
            raise BadRows(path, ["this is not a text file: save it as CSV (UTF-8) first"])
        if not line.isascii() and _STRAY_BYTES.search(line):
            yield _STRAY_BYTES.sub(lambda stray: bytes([ord(stray[0]) - 0xDC00]).decode("cp1252", "replace"), line)
        else:
            yield line
