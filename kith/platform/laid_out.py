"""A database that another release of Kith has laid out is left as it is, and said so in words."""

from __future__ import annotations

from django.core.management import CommandError
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader

FORMER_ROOMS = {"care"}
REFUSAL = (
    "This database was laid out by another release of Kith ({first} and {others_count} more are not of this one). "
    "Nothing in it has been changed. Start the release that laid it out, or give this one an empty database: "
    "DATABASE_URL=postgres://…"
)


def laid_out_by_another(connection: BaseDatabaseWrapper) -> list[str]:
    """The migrations of Kith that this database has seen and this release does not have, as ``room.name``."""
    loader = MigrationLoader(connection)
    rooms = {key[0] for key, each in loader.disk_migrations.items() if each.__module__.startswith("kith.")}
    seen = {key for key in loader.applied_migrations if key[0] in rooms | FORMER_ROOMS}
    return sorted(f"{room}.{name}" for room, name in seen - set(loader.disk_migrations))


def refuse_anothers(*, using: str, **_signal: object) -> None:
    """Refuse to migrate such a database, before its first table is touched."""
    if unknown := laid_out_by_another(connections[using]):
        raise CommandError(REFUSAL.format(first=unknown[0], others_count=len(unknown) - 1))
