"""The database's three roles: the owner lays tables out; the web server and the worker read and write rows, no more.

The owner is the role of DATABASE_URL. Its web server and its worker step down as they connect: they act in a role that
owns nothing and can create nothing. Where the owner may not make these roles Kith says so, and runs with one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from kith.walls.raising import declarations

WEB, WORKER = "kith_web", "kith_worker"
ROLE_OF = {"web": WEB, "worker": WORKER}
MISSING = (
    f"The database has no roles {WEB} and {WORKER}, and this one may not make them. Kith runs with one role and "
    "without its second wall. Let a superuser of the database do this once, then start Kith again:\n"
    f'    CREATE ROLE {WEB} NOINHERIT; CREATE ROLE {WORKER} NOINHERIT; GRANT {WEB}, {WORKER} TO "{{owner}}";'
)
STEP_DOWN = (
    "SELECT set_config('role', rolname, false) FROM pg_roles "
    "WHERE rolname = %s AND rolname <> current_user AND pg_has_role(oid, 'MEMBER')"
)
_KNOWN = """
SELECT current_user, count(r.rolname), bool_and(pg_has_role(r.oid, 'MEMBER')),
       (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user)
FROM (SELECT 1) AS one LEFT JOIN pg_roles r ON r.rolname IN (%s, %s)
"""
# Guarded histories: the columns that may change are the trigger's own arguments; with none a row never changes.
_GUARDED = """
SELECT c.relname, t.tgnargs FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE t.tgfoid = 'kith_only_grows'::regproc
"""
NEVER_CHANGED = ("platform_auditentry", "platform_auditseal", "platform_auditcheck")


def listen() -> None:
    """Have the web server's and the worker's connections step down as they are made; safe to run twice."""
    connection_created.connect(_step_down, dispatch_uid="kith.walls.roles")


def lay_roles(connection: BaseDatabaseWrapper) -> str:
    """Give both roles their rights in this database, as its owner; the words to say where they cannot be had.

    Safe to run twice: after every migration it covers the new tables.
    """
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(_KNOWN, [WEB, WORKER])
            owner, count, is_member, may_create = cursor.fetchone()
            if count < 2 and may_create:
                for role in (WEB, WORKER):
                    cursor.execute(_created(role))
            elif count < 2 or not is_member:
                return MISSING.format(owner=owner)
            for statement in _rights(cursor):
                cursor.execute(statement)
    except DatabaseError as refused:
        return f"{MISSING.format(owner='the owner')}\n({str(refused).strip().splitlines()[0]})"
    return ""


def missing_roles(connection: BaseDatabaseWrapper) -> str:
    """The words to say where one of the two roles is missing, or its owner may not act in it; changes nothing."""
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, [WEB, WORKER])
        owner, count, is_member, _ = cursor.fetchone()
    return "" if count == 2 and is_member else MISSING.format(owner=owner)


def after_migrating(using: str, **_signal: object) -> None:
    """Cover what a migration has made; the preparation of the place says what is missing."""
    lay_roles(connections[using])


def wall_stands(connection: BaseDatabaseWrapper) -> bool:
    """Whether this connection acts in a role that owns nothing, so that the walls hold."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user = ANY (%s)", [[WEB, WORKER]])
        (stands,) = cursor.fetchone()
    return bool(stands)


def _created(role: str) -> str:
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{role}') THEN "
        f"CREATE ROLE {role} NOLOGIN NOINHERIT; END IF; END $$; GRANT {role} TO CURRENT_USER"
    )


def _rights(cursor: Any) -> Iterator[str]:
    """Rights by table: rows are read and written, the audit is added to, what is loaded at the desk's back is read."""
    both = f"{WEB}, {WORKER}"
    cursor.execute("SELECT quote_ident(current_schema()), quote_ident(current_database())")
    schema, database = cursor.fetchone()
    yield f"REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC, {both}"
    yield f"REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC, {both}"
    yield f"GRANT USAGE ON SCHEMA {schema} TO {both}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {both}"
    yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {both}"
    yield f"GRANT EXECUTE ON FUNCTION kith_audit_settled() TO {WORKER}"
    yield f"REVOKE INSERT, UPDATE, DELETE ON platform_auditseal, platform_auditcheck FROM {WEB}"
    yield f"REVOKE UPDATE, DELETE ON {', '.join(NEVER_CHANGED)} FROM {both}"
    yield f"REVOKE INSERT, UPDATE, DELETE ON {', '.join(['django_migrations', *_loaded()])} FROM {both}"
    cursor.execute(_GUARDED)
    for table, argument_count in cursor.fetchall():
        yield f"REVOKE {'DELETE' if argument_count else 'UPDATE, DELETE'} ON {table} FROM {both}"


def _loaded() -> list[str]:
    """The tables that rooms say are loaded by the owner alone, and their views."""
    kinds = ("LOADED", "VIEWS")
    return [table for _, room in declarations() for kind in kinds for table in getattr(room, kind, ())]


def _step_down(connection: BaseDatabaseWrapper, **_signal: object) -> None:
    if role := ROLE_OF.get(settings.KITH.part):
        with connection.cursor() as cursor:
            cursor.execute(STEP_DOWN, [role])
