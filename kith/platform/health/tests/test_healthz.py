"""`/healthz` says ready only when it is, and why when it is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from kith.kernel import clock
from kith.platform.health import checks

pytestmark = pytest.mark.django_db


def heartbeat(at: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", [at])


def ask() -> tuple[int, Any]:
    answer = Client().get("/healthz")
    return answer.status_code, answer.json()


@pytest.fixture
def unapplied_migration() -> Iterator[None]:
    checks._fully_migrated = False
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'platform' AND name LIKE '0002%'")
    yield
    checks._fully_migrated = False


def test_all_is_well_when_database_migrations_and_worker_are_ready() -> None:
    heartbeat(clock.now() - timedelta(seconds=9))
    assert ask() == (200, {"status": "ok", "checks": {"database": "ok", "migrations": "ok", "worker": "ok"}})


def test_a_place_without_a_worker_is_not_ready() -> None:
    status, said = ask()
    assert (status, said["checks"]["worker"]) == (503, "none has started")


def test_a_worker_that_has_been_silent_for_half_a_minute_is_not_counted() -> None:
    heartbeat(clock.now() - timedelta(seconds=30))
    status, said = ask()
    assert (status, said["checks"]["worker"]) == (503, "has been silent for too long")


def test_a_missing_migration_is_named_before_anything_is_served(unapplied_migration: None) -> None:
    heartbeat(clock.now())
    status, said = ask()
    assert (status, said["checks"]["migrations"]) == (503, "not all applied")


def test_an_unreachable_database_is_said_in_words_without_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise checks.DatabaseError("connection to /secret/socket failed")

    monkeypatch.setattr(checks.connection, "ensure_connection", refuse)
    monkeypatch.setattr(checks.connection, "close", lambda: None)
    status, said = ask()
    assert (status, said["checks"]["database"]) == (503, "cannot be reached")
    assert "secret" not in str(said)


def test_it_costs_one_statement_once_everything_is_applied(django_assert_num_queries: Any) -> None:
    ask()
    with django_assert_num_queries(1):
        ask()
