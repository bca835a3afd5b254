"""Bringing files in: rows by column name, errors by row number, all or nothing."""

from kith.platform.imports.copying import copy_rows, upsert_rows
from kith.platform.imports.registry import (
    ImportReport,
    Loader,
    ProposingLoader,
    loader_of,
    proposing_loader_of,
    register,
    register_proposing,
    registered_kinds,
)
from kith.platform.imports.rows import BadRows, Faults, NothingLoaded, Row
from kith.platform.imports.tables import Heading, Progress, Table, open_table, plain_heading

__all__ = [
    "BadRows",
    "Faults",
    "Heading",
    "ImportReport",
    "Loader",
    "NothingLoaded",
    "Progress",
    "ProposingLoader",
    "Row",
    "Table",
    "copy_rows",
    "loader_of",
    "open_table",
    "plain_heading",
    "proposing_loader_of",
    "register",
    "register_proposing",
    "registered_kinds",
    "upsert_rows",
]
