"""Throw-away databases: migrated, or filled with a demonstration, once; then copied in a twentieth of a second."""

from __future__ import annotations

import fcntl
import hashlib
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from kith.kernel import clock
from local.postgres import letters
from local.postgres.use import serving

ROOT = Path(__file__).resolve().parent.parent
# The server of the tests keeps its data between runs; it does not wait for the disk, for nothing in it is of worth.
WORKSHOP = ROOT / "var" / "workshop"


def environment(database_url: str, var: Path, *, place: str = "milton-keynes") -> dict[str, str]:
    """What a demonstration place in this database needs in its environment."""
    return {
        "DJANGO_SETTINGS_MODULE": "kith.config.settings",
        "DATABASE_URL": database_url,
        "KITH_DEMONSTRATION": "true",
        "KITH_SECRET_KEY": "for-throw-away-databases-only-" + "0" * 32,
        "KITH_AUDIT_KEY": "for-throw-away-databases-only-" + "1" * 32,
        "KITH_VAR": str(var),
        "KITH_EVEN_ANSWER_SECONDS": "0",  # F42 sets it: every test that signs in would wait
        "PLACE": place,
    }


@contextmanager
def server(*, durable: bool = False) -> Iterator[str]:
    """The address of a server for throw-away databases: KITH_TEST_DATABASE_URL's if set, else the workshop's own.

    A durable one waits for the disk at every commit, as a real place does: for measuring.
    """
    own = os.environ.get("KITH_TEST_DATABASE_URL")
    if own:
        if letters.are_dropped(own):
            raise RuntimeError(
                f"KITH_TEST_DATABASE_URL names a database that does not know all letters. {letters.WORDS}"
            )
        yield own
        return
    with serving(WORKSHOP / "durable" if durable else WORKSHOP, durable=durable, of_worth=False) as url:
        yield url


@contextmanager
def database(server_url: str, name: str, wanted: Demonstration | None = None) -> Iterator[str]:
    """The address of a fresh database of this name, migrated or with this demonstration, dropped at the end."""
    if wanted:
        copy_demonstration(server_url, name, wanted)
    else:
        copy(server_url, name)
    try:
        yield at(server_url, name)
    finally:
        drop(server_url, name)


@contextmanager
def without_letters(server_url: str, name: str) -> Iterator[str]:
    """The address of an empty database with the fault of old ones: trigrams drop all letters outside ASCII."""
    making = "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' STRATEGY = file_copy"
    with psycopg.connect(at(server_url, "postgres"), autocommit=True) as connection:
        connection.execute(sql.SQL(making).format(sql.Identifier(name)))
    try:
        yield at(server_url, name)
    finally:
        drop(server_url, name)


def copy(server_url: str, name: str) -> None:
    """Make the database of this name a fresh copy of the migrated template, whatever it was before."""
    _copy(server_url, name, _template(server_url))


@dataclass(frozen=True)
class Demonstration:
    """Which invented place: how many families, from which seed."""

    families: int
    seed: int


def copy_demonstration(server_url: str, name: str, wanted: Demonstration) -> None:
    """Make the database of this name a copy of this demonstration as it is built today."""
    kind = f"demonstration_{wanted.families}_{wanted.seed}"
    today = clock.SystemClock().now().date()
    copy_filled(server_url, name, kind=kind, day=today, fill=lambda url: _build(url, wanted))


def copy_filled(server_url: str, name: str, *, kind: str, day: date, fill: Callable[[str], None]) -> None:
    """Make the database of this name a copy of one that was filled; filled anew for another day or another package."""

    def make(unfinished: str) -> None:
        copy(server_url, unfinished)
        fill(at(server_url, unfinished))

    _copy(server_url, name, _kept(server_url, kind, _fingerprint_of_package(day), make))


def _copy(server_url: str, name: str, template: str) -> None:
    with psycopg.connect(at(server_url, "postgres"), autocommit=True) as connection:
        _drop_by_force(connection, name)
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY = file_copy").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        # A copy takes over the rights to everything in a database, not those to the database itself.
        connection.execute(sql.SQL("REVOKE TEMPORARY ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)))


def steps_down(server_url: str) -> bool:
    """Whether this server's owner of databases may act in the web server's role; a foreign one may lack it."""
    with psycopg.connect(at(server_url, "postgres")) as connection:
        question = "SELECT 1 FROM pg_roles WHERE rolname = 'kith_web' AND pg_has_role(oid, 'MEMBER')"
        return connection.execute(question).fetchone() is not None


def drop(server_url: str, name: str) -> None:
    """Drop the database, even while in use."""
    with psycopg.connect(at(server_url, "postgres"), autocommit=True) as connection:
        _drop_by_force(connection, name)


def _drop_by_force(connection: psycopg.Connection[tuple[object, ...]], name: str) -> None:
    """Drop it even while in use; the server's own cleaner may not be sent away by us, so it is waited for."""
    for tries_left in reversed(range(300)):  # it may be busy with a hundred thousand families
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
    """A database name no other process uses."""
    return f"{purpose}_{os.getpid()}_{secrets.token_hex(3)}"


@contextmanager
def template_beside(server_url: str, root: Path, lay_out: Callable[[str], None]) -> Iterator[None]:
    """The template that the tests of another tree look for: a copy of ours, made to fit its migrations."""
    name = fresh_name("beside")
    copy(server_url, name)
    try:
        lay_out(at(server_url, name))
        fitting = f"template_{_fingerprint(root)}"
        with psycopg.connect(at(server_url, "postgres"), autocommit=True) as connection:
            if fitting != _template(server_url):
                _rename(connection, name, fitting)
                name = fitting
        yield
    finally:
        drop(server_url, name)


def _template(server_url: str) -> str:
    """The name of the migrated template, made when a migration, what it brings in or a locked package has changed."""

    def make(unfinished: str) -> None:
        with psycopg.connect(at(server_url, "postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unfinished)))
        _migrate(at(server_url, unfinished))

    return _kept(server_url, "template", _fingerprint(), make)


def _kept(server_url: str, kind: str, fingerprint: str, make: Callable[[str], None]) -> str:
    """The name of the template of this kind and fingerprint, made where it is not there; older ones are dropped."""
    name, unfinished = f"{kind}_{fingerprint}", f"making_{kind}"
    (ROOT / "var").mkdir(exist_ok=True)
    with (ROOT / "var" / f"{kind}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with psycopg.connect(at(server_url, "postgres"), autocommit=True) as connection:
            known = {row[0] for row in connection.execute("SELECT datname FROM pg_database")}
            if name in known:
                return name
            for old in known:
                if old == unfinished or (old.startswith(f"{kind}_") and len(old) == len(name)):
                    _drop_by_force(connection, old)
            make(unfinished)
            _rename(connection, unfinished, name)
    return name


def _rename(connection: psycopg.Connection[tuple[object, ...]], name: str, to: str) -> None:
    connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(name), sql.Identifier(to)))


def _migrate(url: str) -> None:
    said = _run(url, "-m", "django", "migrate", "--verbosity=0", "--skip-checks")
    if said.returncode:
        raise RuntimeError(f"The migrations failed:\n{said.stdout}{said.stderr}")


def _build(url: str, wanted: Demonstration) -> None:
    size, seed = str(wanted.families), str(wanted.seed)
    said = _run(url, "-m", "kith.config.cli", "demo", "build", "--families", size, "--seed", seed)
    if said.returncode:
        raise RuntimeError(f"The demonstration could not be built:\n{said.stdout}{said.stderr}")


def _run(url: str, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        env=_without_steering(os.environ) | environment(url, ROOT / "var" / "workshop"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def _without_steering(environ: Mapping[str, str]) -> dict[str, str]:
    # A developer's own settings must not reach into a throw-away place.
    return {name: value for name, value in environ.items() if not name.startswith(("KITH_", "PG"))}


def _fingerprint(root: Path = ROOT) -> str:
    digest = hashlib.sha256((root / "requirements" / "run.txt").read_bytes())
    for migration in sorted((root / "kith").glob("*/migrations/*.py")):
        digest.update(str(migration.relative_to(root)).encode() + migration.read_bytes())
    walls = [*(root / "kith").glob("*/walls.py"), *(root / "kith/walls").glob("*.py")]
    for brought_in in sorted([*(root / "kith/front/helplines").glob("*.toml"), *walls]):
        digest.update(brought_in.name.encode() + brought_in.read_bytes())
    return digest.hexdigest()[:12]


def _fingerprint_of_package(day: date) -> str:
    """The day, the locked packages and every file that could change what is built."""
    digest = hashlib.sha256(f"{day} {_fingerprint()}".encode())
    for path in sorted(each for kind in ("*.py", "*.toml", "*.po") for each in (ROOT / "kith").rglob(kind)):
        if "tests" not in path.parts:
            digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()[:12]
