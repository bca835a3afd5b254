"""Tables as files that a spreadsheet opens, in which no cell can become a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

# A spreadsheet takes what begins so for a formula (OWASP, CSV injection); a quotation mark before it is shown as text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
# Excel takes a file without it for one of its own country's letters.
_MARK = "\ufeff"


def csv_text(headings: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """The table as comma-separated values, each cell guarded."""
    text = StringIO()
    text.write(_MARK)
    csv.writer(text).writerows([_guarded(cell) for cell in row] for row in (headings, *rows))
    return text.getvalue()


def _guarded(cell: object) -> str:
    said = "" if cell is None else str(cell)
    return f"'{said}" if said.lstrip().startswith(_FORMULA) or said.startswith(_FORMULA) else said
