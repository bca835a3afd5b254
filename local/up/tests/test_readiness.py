"""A start skips the preparation only for the very database and release that were prepared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from local.up import readiness
from local.up.readiness import Readiness
from testing import database


@pytest.fixture
def url(database_server: str) -> Iterator[str]:
    name = database.fresh_name("readiness")
    database.copy(database_server, name)
    yield database.at(database_server, name)
    database.drop(database_server, name)


@pytest.fixture
def noted(url: str, tmp_path: Path) -> Readiness:
    one = Readiness(tmp_path, url, demonstration=True)
    assert not one.is_noted()
    one.note()
    assert one.is_noted()
    return one


def test_a_new_migration_asks_for_preparation(noted: Readiness, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "_release", lambda: "the next release")
    assert not noted.is_noted()


def test_a_database_that_has_lost_a_migration_asks_for_preparation(noted: Readiness, url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("DELETE FROM django_migrations WHERE id = (SELECT max(id) FROM django_migrations)")
    assert not noted.is_noted()


def test_another_database_asks_for_preparation(noted: Readiness, database_server: str, tmp_path: Path) -> None:
    with database.database(database_server, database.fresh_name("other")) as other:
        assert not Readiness(tmp_path, other, demonstration=True).is_noted()


def test_an_installation_that_becomes_a_demonstration_asks_for_preparation(
    noted: Readiness, url: str, tmp_path: Path
) -> None:
    assert not Readiness(tmp_path, url, demonstration=False).is_noted()


def test_a_database_that_cannot_be_reached_asks_for_preparation(noted: Readiness, tmp_path: Path) -> None:
    nowhere = Readiness(tmp_path, "postgresql://nobody@127.0.0.1:1/none", demonstration=True)
    assert not nowhere.is_noted()
