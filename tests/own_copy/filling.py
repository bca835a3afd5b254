"""A value in every column of one parent's, so that no column goes untried; the database's own checks stand aside."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from kith.families.models.people import Parent
from kith.kernel import clock
from kith.kernel.privacy import Held, Privacy
from kith.rights.tables import model_of, tables_of_copy

AT_HAND = 12


def fill_every_column(parent: Parent, untried: Collection[str]) -> None:
    """Give this parent a value in each column (``table.column``) that no parent has one in, and rows for that."""
    wanted = sorted(tables_of_copy().items(), key=lambda each: _depth(each[1]))
    for table, held in wanted:
        if not any(each.startswith(f"{table}.") for each in untried):
            continue
        _without_checks(table)
        row = _row_of(model_of(table), table, parent) or _added(model_of(table), parent)
        empty = [key for key in _columns(row, held) if f"{table}.{key.name}" in untried and _is_empty(row, key)]
        for key in empty:
            setattr(row, str(key.attname), _value(key, parent))
        if empty:
            models.Model.save_base(row)


def _columns(row: models.Model, held: Held) -> list[Any]:
    return [row._meta.get_field(name) for name in held.of(Privacy.HERS) if "__" not in name]


def _is_empty(row: models.Model, key: Any) -> bool:
    return getattr(row, str(key.attname)) in (None, "", [], {})


def _depth(held: Held) -> int:
    return max(path.count("__") for path in (held.family, held.account, held.parent))


def _without_checks(table: str) -> None:
    """This is a database for throwing away: what its rows demand of each other is tried elsewhere."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute("SELECT conname FROM pg_constraint WHERE contype = 'c' AND conrelid = %s::regclass", [table])
        for (name,) in cursor.fetchall():
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        # One open loan of a pump, and the like: a row that is made for the parent would be the second.
        cursor.execute(
            "SELECT indexrelid::regclass::text FROM pg_index"
            " WHERE indisunique AND indpred IS NOT NULL AND indrelid = %s::regclass",
            [table],
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP INDEX {name}")


def _row_of(model: type[models.Model], table: str, parent: Parent) -> models.Model | None:
    """A row of that table that is hers already."""
    if table == "families_parent":
        return Parent.objects.get(pk=parent.pk)
    held = tables_of_copy().get(table)
    if held is None:
        return None
    mine: dict[str, Any] = {held.family: parent.family_id} if held.family else {}
    if held.account:
        mine[held.account] = parent.account_id
    if held.parent:
        mine[held.parent] = _mine(parent)[held.parent.rpartition("__")[2]]
    return model._base_manager.filter(**mine).order_by("pk").first()


def _mine(parent: Parent) -> dict[str, Any]:
    """What makes a row hers, by the names that columns have for it."""
    return {
        "family": parent.family_id,
        "account": parent.account_id,
        "user": parent.account_id,
        "subject_id": str(parent.pk),
        "address": parent.phone,
        "parent_ids": [parent.pk],
    }


def _added(model: type[models.Model], parent: Parent) -> models.Model:
    columns = [
        each for each in model._meta.concrete_fields if not each.generated and not isinstance(each, models.AutoField)
    ]
    held = tables_of_copy().get(model._meta.db_table)
    ways = {path.partition("__")[0] for path in (held.family, held.account, held.parent)} if held else set()
    wanted = [each for each in columns if each.name in ways or not _may_stay_empty(each)]
    row = model(**{str(each.attname): _given(each, parent) for each in wanted})
    _without_checks(model._meta.db_table)
    models.Model.save_base(row, force_insert=True)
    return row


def _may_stay_empty(column: models.Field[Any, Any]) -> bool:
    if column.name in _mine(parent=Parent()):
        return False
    return column.null or column.has_default()


def _given(column: models.Field[Any, Any], parent: Parent) -> Any:
    return _mine(parent)[column.name] if column.name in _mine(parent) else _value(column, parent)


def _value(column: Any, parent: Parent) -> Any:
    if isinstance(column, models.ForeignKey):
        return _key(column.related_model, parent)
    if column.choices:
        return next(code for code, _ in column.flatchoices if code)
    for kind, value in (
        (models.DateTimeField, clock.now()),
        (models.DateField, clock.today()),
        (models.TimeField, clock.now().time().replace(microsecond=0)),
        (models.BooleanField, True),
        (models.JSONField, {"said": "words"}),
        (ArrayField, ["words"]),
        (models.EmailField, "she@copies.example.org"),
        (models.DecimalField, 10),
        (models.IntegerField, AT_HAND),
        (models.UUIDField, parent.pk),
        (models.BinaryField, b""),
    ):
        if isinstance(column, kind):
            return value
    return "en" if (column.max_length or AT_HAND) < AT_HAND else "words"


def _key(model: type[models.Model], parent: Parent) -> Any:
    """A row of that table, hers where the table has any of hers."""
    table = model._meta.db_table
    row = _row_of(model, table, parent) if table in tables_of_copy() else model._base_manager.order_by("pk").first()
    return (row or _added(model, parent)).pk
