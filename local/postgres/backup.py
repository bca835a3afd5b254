"""A consistent copy of a database in one file, its return into an empty one, and the proof that both are equal."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from local.postgres.binaries import Binaries
from local.postgres.problem import PostgresProblem

Connection = psycopg.Connection[tuple[object, ...]]


@dataclass(frozen=True)
class Checksum:
    """How many rows a table has, and a number that changes when any of them does; for a sequence, where it stands."""

    rows: int
    digest: str


def back_up(url: str, binaries: Binaries, file: Path) -> dict[str, Checksum]:
    """Write the database to a file that only its owner can read; the checksums of exactly what was written."""
    with _one_view(url) as (connection, snapshot):
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        run(binaries, "pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={file}", f"--dbname={url}")
        return _checksums(connection)


def restore(url: str, binaries: Binaries, file: Path, *, as_it_was: bool = False) -> None:
    """Fill the empty database from the file; stops at the first fault.

    All belongs to the role of the address, or, as it was, to the roles that owned it.
    """
    options = ["--exit-on-error", "--jobs=2", *([] if as_it_was else ["--no-owner", "--no-comments"])]
    run(binaries, "pg_restore", *options, f"--dbname={url}", str(file))


def checksums(url: str) -> dict[str, Checksum]:
    """The checksum of every table and sequence by name."""
    with _one_view(url) as (connection, _snapshot):
        return _checksums(connection)


@contextmanager
def _one_view(url: str) -> Iterator[tuple[Connection, str]]:
    """One unchanging view of the database, which pg_dump can share."""
    with psycopg.connect(url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        for setting in ("DateStyle TO 'ISO'", "TimeZone TO 'UTC'", "extra_float_digits TO 3", "bytea_output TO 'hex'"):
            connection.execute(sql.SQL("SET ") + sql.SQL(setting))
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        yield connection, str(row[0]) if row else ""


_RELATIONS = """
SELECT n.nspname, c.relname, c.relkind::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'S') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
ORDER BY 1, 2
"""
# A sum does not depend on the order in which rows lie, which a restore changes.
_TABLE = "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text FROM {} AS t"
_SEQUENCE = "SELECT 1, last_value || ' ' || is_called FROM {}"


def _checksums(connection: Connection) -> dict[str, Checksum]:
    found: dict[str, Checksum] = {}
    for schema, name, kind in connection.execute(_RELATIONS).fetchall():
        question = sql.SQL(_TABLE if kind == "r" else _SEQUENCE).format(sql.Identifier(str(schema), str(name)))
        row = connection.execute(question).fetchone()
        if row:
            found[f"{schema}.{name}"] = Checksum(int(str(row[0])), str(row[1]))
    return found


def run(binaries: Binaries, program: str, *arguments: str) -> str:
    """Run one of PostgreSQL's programs to its end: what it said; its complaint becomes a PostgresProblem."""
    answer = subprocess.run(
        [binaries.program(program), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
    )
    if answer.returncode:
        raise PostgresProblem(f"{program} failed:\n{answer.stderr.strip()[-2000:]}")
    return answer.stdout
