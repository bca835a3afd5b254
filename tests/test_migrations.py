"""A migration that a running place could not bear is named before it is merged."""

from __future__ import annotations

import pytest
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader

from proof.migrations import BEFORE_THE_FIRST_PLACE, after_the_first_place, complaints, sql_of

PLANTED = ("groups", "9999_planted")
A_WORD = models.CharField(max_length=20, default="")


def with_planted(*operations: object) -> MigrationLoader:
    """Kith's migrations, and one more of the groups room."""
    loader = MigrationLoader(connection)
    planted = migrations.Migration(PLANTED[1], PLANTED[0])
    planted.operations = list(operations)
    planted.__class__ = type(
        "Migration", (migrations.Migration,), {"__module__": "kith.groups.migrations.9999_planted"}
    )
    last = (PLANTED[0], BEFORE_THE_FIRST_PLACE[PLANTED[0]])
    loader.disk_migrations[PLANTED] = planted
    loader.graph.add_node(PLANTED, planted)
    loader.graph.add_dependency(planted, PLANTED, last)
    return loader


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("operation", "named"),
    [
        (migrations.AddIndex("booking", models.Index(fields=["state"], name="planted")), "require-concurrent-index"),
        (migrations.RemoveField("booking", "state"), "ban-drop-column"),
        (migrations.RenameField("booking", "state", "standing"), "renaming-column"),
    ],
)
def test_a_planted_migration_that_locks_or_breaks_is_named(operation: object, named: str) -> None:
    loader = with_planted(operation)
    assert PLANTED in after_the_first_place(loader)
    (complaint,) = complaints({"planted": sql_of(loader, PLANTED)})
    assert complaint.startswith("planted.sql:")
    assert named in complaint


@pytest.mark.django_db
def test_a_new_table_may_have_its_indexes_at_once() -> None:
    fields = [
        ("id", models.BigAutoField(primary_key=True)),
        ("word", A_WORD),
        ("made_on", models.DateField(db_index=True)),
    ]
    assert complaints({"planted": sql_of(with_planted(migrations.CreateModel("Planted", fields)), PLANTED)}) == []


def test_every_room_that_stood_before_the_first_place_is_named_with_a_migration_that_exists() -> None:
    known = set(MigrationLoader(None).graph.nodes)
    assert set(BEFORE_THE_FIRST_PLACE.items()) <= known


def unnamed_needs(loader: MigrationLoader) -> list[str]:
    """Rooms whose tables a migration of Kith's refers to without leading to the migration that makes them."""
    return [
        f"{app}.{name} needs {room}"
        for (app, name), node in loader.graph.nodes.items()
        if node.__module__.startswith("kith.")
        for room in sorted(rooms_referred_to(node) - {app for app, _ in loader.graph.forwards_plan((app, name))})
    ]


def rooms_referred_to(migration: migrations.Migration) -> set[str]:
    """The rooms that the fields of the migration point to."""
    fields = [field for each in migration.operations for _, field in getattr(each, "fields", ())]
    fields += [each.field for each in migration.operations if isinstance(each, migrations.AddField)]
    pointed = [field.remote_field.model for field in fields if field.remote_field]
    return {to.split(".")[0] for to in pointed if isinstance(to, str) and "." in to}


def test_a_migration_names_the_rooms_whose_tables_it_refers_to() -> None:
    assert unnamed_needs(MigrationLoader(None)) == []


def test_a_planted_need_that_is_not_named_is_found() -> None:
    loader = MigrationLoader(None)
    key = ("places", "9999_planted")
    planted = type("Migration", (migrations.Migration,), {"__module__": "kith.places.migrations.9999_planted"})(
        *key[::-1]
    )
    planted.operations = [migrations.AddField("hub", "booking", models.ForeignKey("groups.booking", models.CASCADE))]
    loader.graph.add_node(key, planted)
    assert unnamed_needs(loader) == ["places.9999_planted needs groups"]


def test_where_there_is_nothing_to_judge_there_is_no_complaint() -> None:
    assert complaints({}) == []
