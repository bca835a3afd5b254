"""Reading a staff list: a CSV file or a spreadsheet, a person a row."""

from collections.abc import Mapping, Sequence

from kith.imports.rows import Row
from kith.imports.sent import FileFault, NoList, SentFile, rows_sent
from kith.imports.tables import Heading
from kith.kernel.refusal import Refusal

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
StaffFile = SentFile


def rows_of(file: SentFile) -> list[Row]:
    """The rows of a staff list; a Refusal where it is no such file, BadRows where headings are missing."""
    try:
        return rows_sent(file, COLUMNS, optional=OPTIONAL)
    except NoList as bad:
        raise _REFUSALS[bad.fault] from bad


_REFUSALS = {
    FileFault.TOO_LARGE: Refusal("staff_list_too_large"),
    FileFault.UNREADABLE: Refusal("staff_list_unreadable"),
    FileFault.EMPTY: Refusal("staff_list_empty"),
    FileFault.MERGED_HEADINGS: Refusal("list_headings_merged"),
}
