"""Rows for tables that the demonstration leaves empty, so that a sign can be planted there too."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import DatabaseError, connection, models, transaction
from django.db.models import F

from kith.kernel import clock
from tests.canary.planting import SHORTEST, tables, texts

# What the database demands of a row and nobody can guess from its columns.
DEMANDED: dict[str, dict[str, Any]] = {
    "bundles.HousingNotice": {"taken_at": clock.now(), "request_id": None},
    "safeguarding.Concern": {"about": ["baby"]},
    "tasks.NextStep": {"ended_as": "done", "ended_at": clock.now(), "outcome": "Said"},
}
# Tables of which the demonstration has rows, and none of the kind in which a column takes words.
ADDED = {"bundles.HousingNotice", "tasks.NextStep"}


def fill(families: list[UUID]) -> set[str]:
    """One row about each family in every empty table of texts; the names of those where the database refused it."""
    refused = set()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table, path in sorted(tables(), key=lambda each: each[1].count("__")):
        if not texts(table) or (table._base_manager.exists() and table._meta.label not in ADDED):
            continue
        if not sum(_is_added(table, family) for family in families):
            refused.add(f"{table._meta.label} (by {path})")
    return refused


def _is_added(table: type[models.Model], family: UUID) -> bool:
    """Whether a row could be made: first with what must be there, then with all keys, then with all texts too."""
    return any(_is_added_with(table, family, keys=keys, texts=texts) for keys, texts in WAYS)


WAYS = ((False, False), (True, False), (False, True), (True, True))


def _is_added_with(table: type[models.Model], family: UUID, *, keys: bool, texts: bool) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {table._meta.db_table} DISABLE TRIGGER USER")
            demanded = DEMANDED.get(table._meta.label, {})
            free = [each for each in table._meta.concrete_fields if each.attname not in demanded]
            wanted = [each for each in free if _asks(each, keys=keys, texts=texts)]
            row = table(**{str(each.attname): _value(each, family) for each in wanted} | demanded)
            models.Model.save_base(row, force_insert=True)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {table._meta.db_table} ENABLE TRIGGER USER")
    except (DatabaseError, LookupError, TypeError, ValueError):
        return False
    return True


def _asks(column: models.Field[Any, Any], *, keys: bool, texts: bool) -> bool:
    if column.generated or isinstance(column, models.AutoField):
        return False
    if isinstance(column, models.ForeignKey) and column.null:
        return keys and column.related_model is not column.model
    if isinstance(column, models.CharField | models.TextField) and column.blank:
        return texts and not column.choices
    return not (column.null or column.has_default())


def _value(column: models.Field[Any, Any], family: UUID) -> Any:
    if isinstance(column, models.ForeignKey):
        return _key(column.related_model, family)  # type: ignore[arg-type]
    if column.choices:
        return next(iter(column.flatchoices))[0]
    for kind, value in (
        (models.DateTimeField, clock.now()),
        (models.DateField, clock.today()),
        (models.BooleanField, False),
        (models.JSONField, {}),
        (ArrayField, []),
        (models.IntegerField, 1),
        (models.UUIDField, family),
    ):
        if isinstance(column, kind):
            return value
    if "language" in column.name:
        return "en"
    return "en" if (column.max_length or SHORTEST) < SHORTEST else f"text {family.hex[:8]}"


def _key(other: type[models.Model], family: UUID) -> Any:
    if other._meta.label == "families.Family":
        return family
    ways = dict(tables())
    rows = other._base_manager.order_by("pk")
    if other in ways:
        rows = rows.annotate(whose=F(ways[other])).filter(whose=family)
    found = rows.values_list("pk", flat=True).first()
    if found is None and _is_added(other, family):
        found = rows.values_list("pk", flat=True).first()
    if found is None:
        raise LookupError(other._meta.label)
    return found
