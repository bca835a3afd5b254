"""Taking the demonstration away: every table of its database goes, and is laid out anew and empty."""

from __future__ import annotations

import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from kith.kernel.refusal import Refusal
from kith.places.chosen import kind_here, renew_choices
from kith.places.rules import PlaceKind
from kith.walls.roles import lay_roles

# Messages of the demonstration, copies of what it says, and what was noted of its database and its backups.
LEFT_BEHIND = ("messages", "lasting", "ready.json", "backups.json")
_AT_WORK = "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '30 seconds'"
_OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
# What belongs to an extension stays: pg_trgm and btree_gist may have been made by a superuser.
_EVERYTHING = """
DO $$
DECLARE found record;
BEGIN
    FOR found IN
        SELECT CASE c.relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END AS kind,
               quote_ident(c.relname) AS name
        FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'S')
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
        ORDER BY c.relkind = 'S'
    LOOP
        EXECUTE format('DROP %s IF EXISTS %s CASCADE', found.kind, found.name);
    END LOOP;
    FOR found IN
        SELECT p.oid::regprocedure::text AS name, CASE p.prokind WHEN 'a' THEN 'AGGREGATE' ELSE 'FUNCTION' END AS kind
        FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    LOOP
        EXECUTE format('DROP %s IF EXISTS %s CASCADE', found.kind, found.name);
    END LOOP;
    FOR found IN
        SELECT quote_ident(t.typname) AS name FROM pg_type t
        WHERE t.typnamespace = current_schema()::regnamespace
        AND (t.typtype IN ('e', 'd') OR EXISTS (SELECT 1 FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')
    LOOP
        EXECUTE format('DROP TYPE IF EXISTS %s CASCADE', found.name);
    END LOOP;
END $$
"""


def remove_demonstration() -> None:
    """Empty the database of a demonstration that is not running, and lay it out anew; refuses any other database."""
    if kind_here() is not PlaceKind.DEMONSTRATION:
        raise Refusal("no_demonstration_there")
    if _count(_AT_WORK) or _count(_OTHERS):
        raise Refusal("place_is_running")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_EVERYTHING)
    connection.close()
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    lay_roles(connection)
    _forget(settings.KITH.place_var)
    renew_choices()


def _forget(folder: Path) -> None:
    for name in LEFT_BEHIND:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _count(question: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(question)
        (count,) = cursor.fetchone()
    return int(count)
