"""Bringing files in: rows by column name, errors by row number, all or nothing."""

from kith.platform.imports.copying import copy_rows, upsert_rows
from kith.platform.imports.registry import ImportReport, Loader, loader_of, register, registered_kinds
from kith.platform.imports.rows import BadRows, Faults, Row
from kith.platform.imports.tables import Heading, Progress, Table, open_table, plain_heading, read_rows

__all__ = [
    "BadRows",
    "Faults",
    "Heading",
    "ImportReport",
    "Loader",
    "Progress",
    "Row",
    "Table",
    "copy_rows",
    "loader_of",
    "open_table",
    "plain_heading",
    "read_rows",
    "register",
    "registered_kinds",
    "upsert_rows",
]
