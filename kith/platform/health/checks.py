"""The three things without which a place cannot serve."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from kith.kernel import clock

# Procrastinate's worker writes its heartbeat every ten seconds; three missed ones mean that nobody works.
WORKER_SILENCE = timedelta(seconds=30)
OK = "ok"

_fully_migrated = False
_QUESTION = """
SELECT max(last_heartbeat), pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE relname = 'django_migrations'
       AND relnamespace = current_schema()::regnamespace), 'MEMBER'),
       (SELECT fault_count FROM platform_auditcheck ORDER BY id DESC LIMIT 1)
FROM procrastinate_workers
"""


@dataclass(frozen=True)
class Health:
    """What each check found: `ok`, or a few plain words without any detail of the installation."""

    checks: dict[str, str]
    warnings: dict[str, str] = field(default_factory=dict)
    """What an operator must look at, although the place serves."""

    @property
    def is_ready(self) -> bool:
        """Whether the place can serve."""
        return all(found == OK for found in self.checks.values())


def health() -> Health:
    """Ask the database, its migrations and the worker, in that order; two small statements once all is well."""
    try:
        connection.ensure_connection()
        migrations = OK if _is_migrated() else "not all applied"
        worker, warnings = _ask() if migrations == OK else ("not asked", {})
    except DatabaseError:
        connection.close()
        return Health({"database": "cannot be reached", "migrations": "not asked", "worker": "not asked"})
    return Health({"database": OK, "migrations": migrations, "worker": worker}, warnings)


def _is_migrated() -> bool:
    """Whether every migration of this release is applied; once true it stays true for this process."""
    global _fully_migrated
    if not _fully_migrated:
        loader = MigrationLoader(connection)
        _fully_migrated = set(loader.graph.nodes) <= set(loader.applied_migrations)
    return _fully_migrated


def _ask() -> tuple[str, dict[str, str]]:
    """How the worker is, and what of the database's walls and of the audit must be looked at."""
    with connection.cursor() as cursor:
        cursor.execute(_QUESTION)
        last, is_owner, faults = cursor.fetchone()
    warnings = {"wall": "missing: the web server owns the database"} if is_owner else {}
    return _verdict(last, clock.now()), warnings | ({"audit": "not as it was written and sealed"} if faults else {})


def _verdict(last: datetime | None, now: datetime) -> str:
    if last is None:
        return "none has started"
    return OK if now - last < WORKER_SILENCE else "has been silent for too long"
