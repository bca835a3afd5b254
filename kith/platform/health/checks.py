"""The three things without which a place cannot serve."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from kith.kernel import clock

# Procrastinate's worker writes its heartbeat every ten seconds; three missed ones mean that nobody works.
WORKER_SILENCE = timedelta(seconds=30)
OK = "ok"

_fully_migrated = False


@dataclass(frozen=True)
class Health:
    """What each check found: `ok`, or a few plain words without any detail of the installation."""

    checks: dict[str, str]

    @property
    def is_ready(self) -> bool:
        """Whether everything is well."""
        return all(found == OK for found in self.checks.values())


def health() -> Health:
    """Ask the database, its migrations and the worker, in that order; two small statements once all is well."""
    try:
        connection.ensure_connection()
        migrations = OK if _is_migrated() else "not all applied"
        worker = _worker() if migrations == OK else "not asked"
    except DatabaseError:
        connection.close()
        return Health({"database": "cannot be reached", "migrations": "not asked", "worker": "not asked"})
    return Health({"database": OK, "migrations": migrations, "worker": worker})


def _is_migrated() -> bool:
    """Whether every migration of this release is applied; once true it stays true for this process."""
    global _fully_migrated
    if not _fully_migrated:
        loader = MigrationLoader(connection)
        _fully_migrated = set(loader.graph.nodes) <= set(loader.applied_migrations)
    return _fully_migrated


def _worker() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(last_heartbeat) FROM procrastinate_workers")
        (last,) = cursor.fetchone()
    return _verdict(last, clock.now())


def _verdict(last: datetime | None, now: datetime) -> str:
    if last is None:
        return "none has started"
    return OK if now - last < WORKER_SILENCE else "has been silent for too long"
