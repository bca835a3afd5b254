"""Walls as SQL: a room's migration names the tables whose walls it raises, and a test finds one that is not raised."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.apps import apps
from django.db import migrations

from kith.walls.shapes import Shape

# Created by the platform's own migration; a room's migration depends on it.
WALLS_SINCE = ("platform", "0004_walls")


def declarations() -> Iterator[tuple[str, ModuleType]]:
    """Each room that declares walls, by its label, with its module ``walls``."""
    for each in apps.get_app_configs():
        if each.name.startswith("kith.") and find_spec(f"{each.name}.walls"):
            yield each.label, import_module(f"{each.name}.walls")


def raised(room: str, *tables: str) -> migrations.RunSQL:
    """Raise the room's walls around these tables, as they are declared; raised again they replace what stood.

    A wall that is declared anew needs a migration that names its table once more.
    """
    walls: dict[str, Shape] = import_module(f"kith.{room}.walls").WALLS
    return migrations.RunSQL(
        "\n".join(statements(room, table, walls[table]) for table in tables),
        "\n".join(_torn_down(room, table) for table in tables),
    )


def question(name: str, argument: str, body: str, *, answer: str = "boolean") -> migrations.RunSQL:
    """Make a function that a wall asks about the value of a column; it reads as the owner, behind no wall.

    It keeps its plan, which a subquery in a wall would need anew for every question. ``said`` holds the words about the
    viewer: kind, account, membership, organisations, teams, families, permissions, now, today.
    """
    kind = argument.partition(" ")[2]
    return migrations.RunSQL(_made(name, argument, body, answer), f"DROP FUNCTION {name}({kind});")


def question_anew(name: str, argument: str, body: str, *, answer: str = "boolean") -> migrations.RunSQL:
    """The same function with other words: walls that ask it stay as they are. It is not taken back."""
    return migrations.RunSQL(_made(name, argument, body, answer), migrations.RunSQL.noop)


def _made(name: str, argument: str, body: str, answer: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {name}({argument}) RETURNS {answer} LANGUAGE plpgsql STABLE PARALLEL SAFE "
        f"SECURITY DEFINER SET search_path FROM CURRENT AS $$\n"
        f"DECLARE said text[] := string_to_array(current_setting('kith.viewer', true), '|');\n"
        f"BEGIN\n{body}\nEND $$;"
    )


def sees_all(*functions: str) -> migrations.RunSQL:
    """Let these trigger functions see every row: what must never be false is not judged by what a viewer may see.

    A deferred one fires at the end of the transaction, whichever viewer was said last.
    """
    return migrations.RunSQL(
        "".join(f"ALTER FUNCTION {each}() SECURITY DEFINER SET search_path FROM CURRENT;\n" for each in functions),
        "".join(f"ALTER FUNCTION {each}() SECURITY INVOKER RESET search_path;\n" for each in functions),
    )


def statements(room: str, table: str, shape: Shape) -> str:
    """What raises one wall."""
    adding = f"CREATE POLICY {room}_adds ON {table} FOR INSERT WITH CHECK (true);\n" if shape.may_add else ""
    return (
        f"DROP POLICY IF EXISTS {room}_wall ON {table};\n"
        f"DROP POLICY IF EXISTS {room}_adds ON {table};\n"
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;\n"
        f"CREATE POLICY {room}_wall ON {table} USING (\n    {shape.on(table)}\n);\n"
        f"{adding}"
        f"COMMENT ON POLICY {room}_wall ON {table} IS '{mark(table, shape)}';\n"
    )


def mark(table: str, shape: Shape) -> str:
    """By what a raised wall is known to be the one that is declared."""
    return sha256(f"{shape.on(table)} {shape.may_add}".encode()).hexdigest()[:16]


def _torn_down(room: str, table: str) -> str:
    return (
        f"DROP POLICY IF EXISTS {room}_adds ON {table};\nDROP POLICY {room}_wall ON {table};\n"
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;"
    )
