"""Many rows at once into a table, by COPY."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.db import connection, models

Cells = dict[str, object]
"""One row by the names of its columns."""
Tables = tuple[tuple[type[models.Model], Callable[[Any], Iterator[Cells]]], ...]
"""Which tables one kind of entry fills, and how it becomes their rows."""


def copy_rows(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Append rows to the model's table by COPY, in the order of the fields; returns how many."""
    table = _quoted(model._meta.db_table)
    return _copy(table, _columns(model, fields), rows, _json(model, fields))


def upsert_rows(
    model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]], *, key: Sequence[str]
) -> int:
    """Insert rows, or replace those with the same key, through a temporary table; keys must not repeat.

    Returns how many rows are new or different: loading the same rows again returns 0 and writes nothing.
    """
    table = _quoted(model._meta.db_table)
    columns, keys = _columns(model, fields), _columns(model, key)
    names = ", ".join(map(_quoted, columns))
    others = [column for column in columns if column not in keys]
    now, new = (", ".join(f"{side}.{_quoted(c)}" for c in others) for side in ("present", "excluded"))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE arriving ON COMMIT DROP AS SELECT {names} FROM {table} WITH NO DATA")
        _copy("arriving", columns, rows, _json(model, fields))
        cursor.execute(
            f"INSERT INTO {table} AS present ({names}) SELECT {names} FROM arriving "
            f"ON CONFLICT ({', '.join(map(_quoted, keys))}) DO UPDATE SET "
            + ", ".join(f"{_quoted(c)} = excluded.{_quoted(c)}" for c in others)
            + f" WHERE ({now}) IS DISTINCT FROM ({new})"
        )
        changed: int = cursor.rowcount
        cursor.execute("DROP TABLE arriving")
    return changed


def _copy(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], in_json: frozenset[int]) -> int:
    count = 0
    connection.ensure_connection()
    statement = f"COPY {table} ({', '.join(map(_quoted, columns))}) FROM STDIN"
    with connection.connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row([_text(cell) if at in in_json else cell for at, cell in enumerate(row)] if in_json else row)
            count += 1
    return count


def _text(cell: Any) -> Any:
    return json.dumps(cell) if isinstance(cell, dict | list) else cell


def _json(model: type[models.Model], fields: Sequence[str]) -> frozenset[int]:
    """Which of the columns hold JSON; every other list is an array of PostgreSQL's own."""
    return frozenset(at for at, name in enumerate(fields) if isinstance(model._meta.get_field(name), models.JSONField))


def _columns(model: type[models.Model], fields: Sequence[str]) -> list[str]:
    concrete = {name: field.column for field in model._meta.concrete_fields for name in (field.name, field.attname)}
    return [concrete[name] or name for name in fields]


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
