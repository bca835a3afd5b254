"""Signs in every text column of every table that leads to a family, found through the registry of tables."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.db.models import F

FURTHEST = 3
SHORTEST = 30  # a shorter column holds a code, but for those named below
CODES = re.compile(r"[a-z0-9_]*")
NOT_TEXTS = re.compile(r"(_hash|digest|mac|_key|kind|language|locale|reference|series)$")
SIGN = re.compile(r"zq[0-9a-f]{6}")
PHONE_SIGN = re.compile(r"75555\d{5}")
POSTCODE_SIGN = re.compile(r"zq\d{2}\d[a-z]{2}(?![a-z0-9])")
CHUNK = 500


@dataclass
class Planted:
    """Whose every sign is and where it stands; and the columns that took none, with the reason."""

    owners: dict[str, tuple[UUID, str]] = field(default_factory=dict)
    columns: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    empty: set[str] = field(default_factory=set)

    def found_in(self, text: str) -> set[str]:
        """The signs in a text, however it is spaced or written."""
        low = text.lower()
        bare = re.sub(r"[^a-z0-9]", "", low) if "75555" in low.replace(" ", "") else ""
        found = {*SIGN.findall(low), *PHONE_SIGN.findall(bare), *POSTCODE_SIGN.findall(low.replace(" ", ""))}
        return found & self.owners.keys()


def plant() -> Planted:
    """Write the signs over what stands there; what must have a shape gets a sign of that shape."""
    planted = Planted()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table, path in tables():
            rows = [(pk, owner) for pk, owner in _owners(table, path) if owner]
            # Tables that only grow are written over too: this is a database for throwing away.
            cursor.execute(f"ALTER TABLE {table._meta.db_table} DISABLE TRIGGER USER")
            for column in texts(table):
                name = f"{table._meta.label}.{column.name}"
                if not rows:
                    planted.empty.add(name)
                elif not _plant(planted, table, column, rows):
                    planted.refused.add(name)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {table._meta.db_table} ENABLE TRIGGER USER")
    return planted


def tables() -> Iterator[tuple[type[models.Model], str]]:
    """Every table from which keys lead to a family, with the way there."""
    for table in apps.get_models():
        path = _way(table)
        if path is not None:
            yield table, path


def texts(table: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The columns in which people can have written about a family."""
    return [column for column in table._meta.concrete_fields if _is_text(column)]


def _is_text(column: models.Field[Any, Any]) -> bool:
    if column.choices or column.generated or column.primary_key or isinstance(column, models.SlugField):
        return False
    if column.name in ("phone", "postcode"):
        return True
    if NOT_TEXTS.search(column.name) or not isinstance(column, models.CharField | models.TextField):
        return False
    return column.max_length is None or column.max_length >= SHORTEST


def _way(table: type[models.Model]) -> str | None:
    waiting: deque[tuple[type[models.Model], tuple[str, ...]]] = deque([(table, ())])
    while waiting:
        at, way = waiting.popleft()
        if at._meta.label == "families.Family":
            return "__".join((*way, "pk")) if way else "pk"
        if len(way) < FURTHEST:
            keys = [each for each in at._meta.concrete_fields if isinstance(each, models.ForeignKey)]
            waiting.extend((each.related_model, (*way, each.name)) for each in keys)  # type: ignore[arg-type]
    return None


def _owners(table: type[models.Model], path: str) -> list[tuple[Any, UUID]]:
    return list(table._base_manager.annotate(whose=F(path)).values_list("pk", "whose").order_by("pk"))


def _plant(
    planted: Planted, table: type[models.Model], column: models.Field[Any, Any], rows: list[tuple[Any, UUID]]
) -> bool:
    if _holds_codes(table, column):
        return True
    shapes = SHAPES.get(column.name, (_plain, _address))
    if any(_signed(planted, table, column, rows, shape) for shape in shapes):
        return True
    # A column may take words in some rows alone: what was found, in the steps that are done.
    taking = [row for row in rows if _written(table, column, [(row[0], "Words")])]
    return bool(taking) and _signed(planted, table, column, taking, shapes[0])


def _signed(
    planted: Planted,
    table: type[models.Model],
    column: models.Field[Any, Any],
    rows: list[tuple[Any, UUID]],
    shape: Callable[[int], tuple[str, str]],
) -> bool:
    signs = [_sign(len(planted.owners) + number, shape) for number in range(len(rows))]
    if not _written(table, column, [(pk, text) for (pk, _), (_, text) in zip(rows, signs, strict=True)]):
        return False
    name = f"{table._meta.label}.{column.name}"
    planted.columns.add(name)
    planted.owners |= {sign: (owner, name) for (_, owner), (sign, _) in zip(rows, signs, strict=True)}
    return True


def _holds_codes(table: type[models.Model], column: models.Field[Any, Any]) -> bool:
    """Whether all that stands there is lower-case words of the program's own."""
    if column.unique or column.name in SHAPES:
        return False
    held = set(table._base_manager.exclude(**{column.name: ""}).values_list(column.name, flat=True).distinct()[:50])
    held.discard(None)
    return bool(held) and all(CODES.fullmatch(each) for each in held)


def _written(table: type[models.Model], column: models.Field[Any, Any], texts: list[tuple[Any, str]]) -> bool:
    quote = connection.ops.quote_name
    name, key = quote(table._meta.db_table), quote(str(table._meta.pk.column))  # type: ignore[union-attr]
    kind = str(table._meta.pk.db_type(connection)).replace("serial", "int")  # type: ignore[union-attr]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            for part in _parts(texts):
                values = ", ".join(["(%s, %s)"] * len(part))
                cursor.execute(
                    f"UPDATE {name} SET {quote(str(column.column))} = v.text "
                    f"FROM (VALUES {values}) AS v (id, text) WHERE {name}.{key} = v.id::{kind}",
                    [each for row in part for each in row],
                )
    except DatabaseError:
        return False
    return True


def _parts(rows: list[tuple[Any, str]]) -> Iterable[list[tuple[Any, str]]]:
    return (rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK))


def _sign(number: int, shape: Callable[[int], tuple[str, str]]) -> tuple[str, str]:
    return shape(number)


def _plain(number: int) -> tuple[str, str]:
    return f"zq{number:06x}", f"Zq{number:06x}"


def _address(number: int) -> tuple[str, str]:
    sign = f"zq{number:06x}"
    return sign, f"{sign}@families.kith.invalid"


def _phone(number: int) -> tuple[str, str]:
    return f"75555{number:05d}", f"+4475555{number:05d}"


def _postcode(number: int) -> tuple[str, str]:
    letters = f"{chr(65 + number // 26 % 26)}{chr(65 + number % 26)}"
    rest = number // 676
    outward, inward = f"ZQ{rest // 10 % 90 + 10}", f"{rest % 10}{letters}"
    return f"{outward}{inward}".lower(), f"{outward} {inward}"


SHAPES: dict[str, tuple[Callable[[int], tuple[str, str]], ...]] = {
    "phone": (_phone,),
    "contact_phone": (_phone,),
    "postcode": (_postcode,),
    "email": (_address,),
    "contact_email": (_address,),
    "address": (_address,),
}
