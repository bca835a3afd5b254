"""Writing new rows of several tables in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection, models

from kith.platform.action import put_down


def add(*rows: models.Model) -> None:
    """Insert these unsaved rows at the end of the action under way, with all others; at once outside an action.

    Until then a query does not see them.
    """
    for row in rows:
        put_down(insert, row)


def insert(rows: Sequence[models.Model]) -> None:
    """Insert these unsaved rows together, whatever tables they belong to. Numbers given by the database are not read.

    Keys between tables are looked at when the transaction ends, so the order of the tables does not matter.
    """
    by_table: dict[type[models.Model], list[models.Model]] = {}
    for row in rows:
        by_table.setdefault(type(row), []).append(row)
    *before, last = [_insert(table, each) for table, each in by_table.items()]
    parts = [f"t{number} AS ({sql})" for number, (sql, _) in enumerate(before)]
    together = f"WITH {', '.join(parts)} {last[0]}" if parts else last[0]
    with connection.cursor() as cursor:
        cursor.execute(together, [value for _, values in (*before, last) for value in values])
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def _insert(table: type[models.Model], rows: list[models.Model]) -> tuple[str, list[Any]]:
    start, one = _shape(table)
    values = [
        field.get_db_prep_save(field.pre_save(row, add=True), connection) for row in rows for field in _fields(table)
    ]
    return start + ", ".join([one] * len(rows)), values


@cache
def _shape(table: type[models.Model]) -> tuple[str, str]:
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in _fields(table))
    places = ", ".join(["%s"] * len(_fields(table)))
    return f"INSERT INTO {quote(table._meta.db_table)} ({columns}) VALUES ", f"({places})"


@cache
def _fields(table: type[models.Model]) -> list[models.Field[Any, Any]]:
    given_by_database = (models.AutoField, models.BigAutoField)
    return [
        field
        for field in table._meta.concrete_fields
        if not field.generated and not isinstance(field, given_by_database)
    ]
