"""Reading a list of training that people have had: a CSV file or a spreadsheet, a person and a training a row."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from kith.imports.rows import Row
from kith.imports.sent import FileFault, NoList, SentFile, rows_sent
from kith.imports.tables import Heading
from kith.kernel.refusal import Refusal

COLUMNS: Mapping[str, Sequence[Heading]] = {
    "email": ("Email", "E-mail address", "Email address", "Work email"),
    "training": ("Training", "Course", "Subject"),
    "on": ("Date", "Day", "Attended on", "Date attended"),
    "provider": ("Provider", "Given by", "Trainer"),
}


def rows_of(file: SentFile) -> list[Row]:
    """The rows of a training list; a Refusal where it is no such file, BadRows where headings are missing."""
    try:
        return rows_sent(file, COLUMNS)
    except NoList as bad:
        raise _REFUSALS[bad.fault] from bad


def rows_at(path: Path) -> list[Row]:
    """The same of a file that the operator names."""
    return rows_of(SentFile(path.name, path.read_bytes()))


_REFUSALS = {
    FileFault.TOO_LARGE: Refusal("training_list_too_large"),
    FileFault.UNREADABLE: Refusal("training_list_unreadable"),
    FileFault.EMPTY: Refusal("training_list_empty"),
    FileFault.MERGED_HEADINGS: Refusal("list_headings_merged"),
}
