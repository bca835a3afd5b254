"""Bringing files in: rows by column name, errors by row number, all or nothing."""

from kith.platform.imports.registry import ImportReport, loader_of, register, registered_kinds
from kith.platform.imports.rows import BadRows, Row, read_rows

__all__ = ["BadRows", "ImportReport", "Row", "loader_of", "read_rows", "register", "registered_kinds"]
