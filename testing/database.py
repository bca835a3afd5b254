"""Throw-away databases: migrated once, then copied in a twentieth of a second."""

from __future__ import annotations

import fcntl
import hashlib
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from local.postgres import serving

ROOT = Path(__file__).resolve().parent.parent
# The server of the tests keeps its data between runs; it does not wait for the disk, for nothing in it is of worth.
WORKSHOP = ROOT / "var" / "workshop"


def environment(database_url: str, var: Path, *, place: str = "milton-keynes") -> dict[str, str]:
    """What a demonstration place in this database needs in its environment."""
    return {
        "DJANGO_SETTINGS_MODULE": "kith.config.settings",
        "DATABASE_URL": database_url,
        "KITH_DEMONSTRATION": "true",
        "KITH_MATERNITY_NAME": "Maternity unit",
        "KITH_MATERNITY_PHONE": "01632 960911",
        "KITH_MATERNITY_FROM_WEEK": "16",
        "KITH_SECRET_KEY": "for-throw-away-databases-only-" + "0" * 32,
        "KITH_AUDIT_KEY": "for-throw-away-databases-only-" + "1" * 32,
        "KITH_VAR": str(var),
        "PLACE": place,
    }


@contextmanager
def server(*, durable: bool = False) -> Iterator[str]:
    """The address of a server for throw-away databases: KITH_TEST_DATABASE_URL's if set, else the workshop's own.

    A durable one waits for the disk at every commit, as a real place does: for measuring.
    """
    own = os.environ.get("KITH_TEST_DATABASE_URL")
    if own:
        yield own
        return
    with serving(WORKSHOP / "durable" if durable else WORKSHOP, durable=durable) as url:
        yield url


@contextmanager
def database(server_url: str, name: str) -> Iterator[str]:
    """The address of a fresh migrated database of this name, dropped at the end."""
    copy(server_url, name)
    try:
        yield at(server_url, name)
    finally:
        drop(server_url, name)


def copy(server_url: str, name: str) -> None:
    """Make the database of this name a fresh copy of the migrated template, whatever it was before."""
    template = _template(server_url)
    strategy = sql.SQL("STRATEGY = file_copy")
    with psycopg.connect(at(server_url, "postgres"), autocommit=True) as connection:
        _drop_by_force(connection, name)
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} {}").format(
                sql.Identifier(name), sql.Identifier(template), strategy
            )
        )


def drop(server_url: str, name: str) -> None:
    """Drop the database, whoever is still in it."""
    with psycopg.connect(at(server_url, "postgres"), autocommit=True) as connection:
        _drop_by_force(connection, name)


def _drop_by_force(connection: psycopg.Connection[tuple[object, ...]], name: str) -> None:
    """Drop it whoever is in it; the server's own cleaner may not be sent away by us, so it is waited for."""
    for tries_left in reversed(range(50)):
        try:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
            return
        except psycopg.errors.InsufficientPrivilege:
            if not tries_left:
                raise
            time.sleep(0.2)


def at(server_url: str, name: str) -> str:
    """The address of another database on the same server."""
    return urlunsplit(urlsplit(server_url)._replace(path=f"/{name}"))


def fresh_name(purpose: str) -> str:
    """A database name that nobody else uses."""
    return f"{purpose}_{os.getpid()}_{secrets.token_hex(3)}"


def _template(server_url: str) -> str:
    """The name of the migrated template, made when a migration, what it brings in or a locked package has changed."""
    name = f"template_{_fingerprint()}"
    (ROOT / "var").mkdir(exist_ok=True)
    with (ROOT / "var" / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with psycopg.connect(at(server_url, "postgres"), autocommit=True) as connection:
            known = {row[0] for row in connection.execute("SELECT datname FROM pg_database")}
            if name in known:
                return name
            for old in (each for each in known if each.startswith(("template_", "making_")) and len(each) > 12):
                _drop_by_force(connection, old)
            unfinished = f"making_{_fingerprint()}"
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unfinished)))
            _migrate(at(server_url, unfinished))
            connection.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(unfinished), sql.Identifier(name))
            )
    return name


def _migrate(url: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity=0", "--skip-checks"],
        env=_without_steering(os.environ) | environment(url, ROOT / "var" / "workshop"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode:
        raise RuntimeError(f"The migrations failed:\n{answer.stdout}{answer.stderr}")


def _without_steering(environ: Mapping[str, str]) -> dict[str, str]:
    # A developer's own settings must not reach into a throw-away place.
    return {name: value for name, value in environ.items() if not name.startswith(("KITH_", "PG"))}


def _fingerprint() -> str:
    digest = hashlib.sha256((ROOT / "requirements" / "run.txt").read_bytes())
    for migration in sorted((ROOT / "kith").glob("*/migrations/*.py")):
        digest.update(str(migration.relative_to(ROOT)).encode() + migration.read_bytes())
    for brought_in in sorted((ROOT / "kith/front/helplines").glob("*.toml")):
        digest.update(brought_in.name.encode() + brought_in.read_bytes())
    return digest.hexdigest()[:12]
