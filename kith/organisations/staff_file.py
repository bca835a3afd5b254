"""Reading a staff list: a CSV file or a spreadsheet, a person a row."""

import csv
import io
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from kith.imports.rows import Row
from kith.imports.tables import Heading, open_table
from kith.kernel.refusal import Refusal

MOST_BYTES = 2_000_000
MOST_ROWS = 2_000
MOST_UNPACKED = 60_000_000
"""A spreadsheet is a packed file: what it unpacks to is looked at before it is read."""
COLUMNS: Mapping[str, Sequence[Heading]] = {
    "name": ("Name", "Full name"),
    "email": ("Email", "E-mail address", "Email address", "Work email"),
    "role": ("Role", "Job"),
    "organisation": ("Organisation", "Employer"),
    "team": ("Team",),
    "from": ("From", "Start", "Start date"),
    "until": ("Until", "End", "End date", "To"),
}
OPTIONAL = ("organisation", "team", "from", "until")


@dataclass(frozen=True)
class StaffFile:
    """A file as it was sent: what it is called, and what is in it."""

    name: str
    content: bytes


def rows_of(file: StaffFile) -> list[Row]:
    """The rows of a staff list; a Refusal where it is no such file, BadRows where headings are missing."""
    if len(file.content) > MOST_BYTES:
        raise Refusal("staff_list_too_large")
    content = _as_csv(file.content) if file.content[:2] == b"PK" else file.content
    with tempfile.TemporaryDirectory(prefix="kith-staff-") as folder:
        path = Path(folder) / (Path(file.name).name or "staff.csv")
        path.write_bytes(content)
        found = list(open_table(path).rows(COLUMNS, optional=OPTIONAL))
    if not found:
        raise Refusal("staff_list_empty")
    if len(found) > MOST_ROWS:
        raise Refusal("staff_list_too_large")
    return found


def _as_csv(content: bytes) -> bytes:
    """The first sheet of a spreadsheet as a CSV file; days as 2026-03-27."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
                raise Refusal("staff_list_too_large")
        rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    except (CalamineError, zipfile.BadZipFile, IndexError) as error:
        raise Refusal("staff_list_unreadable") from error
    out = io.StringIO()
    csv.writer(out).writerows([[str(cell) for cell in row] for row in rows])
    return out.getvalue().encode()
