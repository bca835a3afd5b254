"""A place's data brought into a data folder that knows all letters; the old ones stay until the new ones answer.

Older releases made data folders in which trigrams drop every letter outside ASCII (`letters`), which can only be
mended by making them anew. The old server is read out of sight, so that nothing can be written meanwhile, and the new
one takes its place only when every role, table and sequence is equal. Killed at any point, it loses nothing: the next
start finds either the old data in their place or the new ones complete (`cluster.settle`), and begins again.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psycopg
from psycopg import sql

from local.postgres import cluster, letters
from local.postgres.backup import back_up, checksums, restore, run
from local.postgres.problem import PostgresProblem
from local.postgres.server import Server
from local.postgres.users import Users

_DATABASES = """
SELECT datname, pg_get_userbyid(datdba),
       (SELECT array_agg(right_of_one::text ORDER BY right_of_one::text) FROM unnest(datacl) AS right_of_one)
FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres' ORDER BY datname
"""
_ROLES = """
SELECT rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls,
       rolconnlimit, rolpassword, rolvaliduntil,
       (SELECT array_agg(pg_get_userbyid(roleid) ORDER BY pg_get_userbyid(roleid))
        FROM pg_auth_members WHERE member = role.oid),
       (SELECT array_agg(setconfig ORDER BY setconfig) FROM pg_db_role_setting WHERE setrole = role.oid)
FROM pg_authid AS role WHERE rolname !~ '^pg_' ORDER BY rolname
"""
# What the people of the place may have set, by hand or by ALTER SYSTEM.
_OWN_SETTINGS = ("postgresql.local.conf", "postgresql.auto.conf")
# In a backup's table of contents: what belongs to the database itself, and so is no part of what is in it.
_OF_THE_DATABASE = re.compile(r"^\d+; \d+ \d+ (DATABASE PROPERTIES -|[A-Z ]+ - DATABASE) ")


def rebuild_where_needed(server: Server, users: Users) -> None:
    """Make the data of this running server anew if letters are dropped in them; where that fails the old go on."""
    if not letters.are_dropped(server.url_of("postgres", as_owner=True), by_any=True) or not letters.ctype():
        if cluster.forget_before(server.layout):
            server.say("The data folder from before was deleted: the new one answers.")
        return
    with users.alone() as alone:
        if not alone:
            server.say("This PostgreSQL does not know all letters and is to be made anew: when nothing else uses it.")
        elif server.of_worth:
            _rebuild_or_go_on(server)
        else:
            server.throw_data_away()
            server.start(guarded=False)


def _rebuild_or_go_on(server: Server) -> None:
    server.say(
        "Making this place's PostgreSQL anew, so that misspelt words in every script are found (its LC_CTYPE was C). "
        "Nothing is lost if this is interrupted."
    )
    server.stop()
    try:
        _rebuild(server)
    except (PostgresProblem, psycopg.Error, OSError) as fault:
        cluster.settle(server.layout)
        server.say(f"It could not be made anew, and goes on as it was; the next start tries again. {fault}")
    server.start(guarded=False)
    if cluster.forget_before(server.layout):
        server.say("The new one answers; the old data folder was deleted.")


def _rebuild(server: Server) -> None:
    layout = server.layout
    work = layout.base / cluster.WORK
    layout.account.take(work)
    _refuse_without_room(layout.data)
    old = server.beside(replace(layout, base=work / "old", other_data=layout.data))
    new = server.beside(replace(layout, base=work))
    with _running(old), _running(new):
        _copy_roles(old, new)
        for name, owner, _rights in _asked(old, _DATABASES):
            _copy_database(old, new, str(name), str(owner))
        if any(_asked(old, question) != _asked(new, question) for question in (_DATABASES, _ROLES)):
            raise PostgresProblem("Roles of the copy, or their rights, differ.")
    for name in _OWN_SETTINGS:
        _copy_file(server, layout.data / name, new.layout.data / name)
    cluster.exchange(layout)


def _refuse_without_room(data: Path) -> None:
    """A copy in a file and a second data folder need about twice the room of the first."""
    needed = 2 * sum(each.lstat().st_size for each in data.rglob("*"))
    free = shutil.disk_usage(data).free
    if needed > free:
        raise PostgresProblem(f"It needs {needed / 1e9:.1f} GB on the disk of {data}, where {free / 1e9:.1f} are free.")


def _copy_file(server: Server, old: Path, new: Path) -> None:
    if old.exists():
        shutil.copy(old, new)
        server.layout.account.give(new)


@contextmanager
def _running(server: Server) -> Iterator[None]:
    try:
        server.start()
        yield
    finally:
        server.stop()
        shutil.rmtree(server.layout.socket, ignore_errors=True)


def _copy_roles(old: Server, new: Server) -> None:
    file = new.layout.base / "roles.sql"
    run(old.binaries, "pg_dumpall", "--roles-only", f"--file={file}", f"--dbname={_owner(old)}")
    # Some of them are there already, which is said and passed over: afterwards all are compared.
    run(new.binaries, "psql", "--no-psqlrc", "--quiet", "--output=/dev/null", f"--file={file}", _owner(new))


def _copy_database(old: Server, new: Server, name: str, owner: str) -> None:
    file = new.layout.base / "copy.dump"
    new.say(f"  Copying {name}")
    original = back_up(old.url_of(name, as_owner=True), old.binaries, file)
    new.say(f"  Putting {name} into the new data folder: {sum(each.rows for each in original.values()):,} rows")
    names = sql.Identifier(name), sql.Identifier(owner)
    with psycopg.connect(_owner(new), autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(names[0]))
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(*names))
    _copy_properties(new, file)
    restore(new.url_of(name, as_owner=True), new.binaries, file, as_it_was=True)
    new.say(f"  Comparing {len(original)} tables and sequences")
    if checksums(new.url_of(name, as_owner=True)) != original:
        raise PostgresProblem(f"The copy of {name} differs.")
    file.unlink()


def _copy_properties(new: Server, file: Path) -> None:
    """What may be done with the database itself, and its settings."""
    contents = run(new.binaries, "pg_restore", "--create", "--list", str(file)).splitlines()
    wanted, statements = file.with_suffix(".list"), file.with_suffix(".sql")
    wanted.write_text("".join(f"{line}\n" for line in contents if _OF_THE_DATABASE.match(line)))
    said = run(new.binaries, "pg_restore", "--create", f"--use-list={wanted}", "--file=-", str(file))
    # It would make the database, too, and with the very locale that is to be left behind.
    statements.write_text("".join(line for line in said.splitlines(True) if not line.startswith("CREATE DATABASE ")))
    run(new.binaries, "psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", f"--file={statements}", _owner(new))


def _owner(server: Server) -> str:
    return server.url_of("postgres", as_owner=True)


def _asked(server: Server, question: str) -> list[tuple[object, ...]]:
    with psycopg.connect(_owner(server)) as connection:
        return connection.execute(question).fetchall()
