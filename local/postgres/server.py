"""Start, attach to, recover and stop the server of one place; how long it lives, its users say (`use`)."""

from __future__ import annotations

import copy
import fcntl
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from local.postgres import cluster
from local.postgres.account import own_name
from local.postgres.binaries import Binaries, find_binaries
from local.postgres.layout import Layout, layout_for, reachable
from local.postgres.problem import PostgresProblem
from local.postgres.process import end, end_with_parent, is_alive, living, postmaster
from local.postgres.settings import DATABASE, OWNER, ROLE, STEPPED_DOWN, ServerSettings

PATIENCE_SECONDS = 60.0
KEPT = "data.kept-"
LONGEST_LOG_BYTES = 5_000_000
# What a server says while the memory or the note of a killed predecessor is still held.
_TRANSIENT = ("pre-existing shared memory block", "lock file", "is still in use")

# A child that is forgotten while it runs could not be laid to rest when it ends.
_children: list[subprocess.Popen[bytes]] = []


def lay_to_rest() -> None:
    """Take note of the end of the servers and watchers that we started: dead ones do not pile up."""
    _children[:] = [child for child in _children if child.poll() is None]


def remember(child: subprocess.Popen[bytes]) -> None:
    """Lay this child to rest, too, when it has ended."""
    _children.append(child)


def _silent(words: str) -> None:
    pass


def free_name(folder: Path) -> Path:
    """Where in this folder something can be kept aside."""
    number = 1
    while (kept := folder / f"{KEPT}{number}").exists():
        number += 1
    return kept


class Server:
    """The PostgreSQL server of one place's folder."""

    def __init__(
        self, place: Path, *, durable: bool = True, of_worth: bool = True, say: Callable[[str], None] | None = None
    ) -> None:
        """Find the programs and the folders; nothing is started or written but empty folders.

        Data that are of no worth are thrown away where they would have to be rebuilt.
        """
        found = find_binaries()
        self.layout: Layout = layout_for(place)
        self.binaries: Binaries = reachable(found, self.layout.account)
        self.durable = durable
        self.of_worth = of_worth
        self.say: Callable[[str], None] = say or _silent
        self._child: subprocess.Popen[bytes] | None = None
        self._log_position = 0

    @property
    def url(self) -> str:
        """The address of the place's database, for DATABASE_URL."""
        return self.layout.url(DATABASE, ROLE)

    @property
    def is_running(self) -> bool:
        """Whether a server answers on the socket."""
        return _answers(self.layout)

    def url_of(self, database: str, *, as_owner: bool = False) -> str:
        """The address of another database on this server."""
        return self.layout.url(database, OWNER if as_owner else ROLE)

    def beside(self, layout: Layout) -> Server:
        """A server of the same programs over other folders."""
        other = copy.copy(self)
        other.layout, other._child = layout, None
        return other

    def start(self, *, guarded: bool = True) -> str:
        """Make the server answer and return the address; safe to call when it runs. A guarded one ends with us."""
        self.layout.prepare()
        lay_to_rest()
        with _one_at_a_time(self.layout.lock_file("start.lock")):
            if not self.is_running:
                cluster.make(self.layout, self.binaries, durable=self.durable, say=self.say)
                cluster.refuse_other_major(self.layout, self.binaries)
                self._start_patiently(guarded)
            self._make_database()
        return self.url

    def stop(self) -> None:
        """Stop in order: sessions are ended, everything is written down; after a while without waiting for it."""
        pid = postmaster(self.layout.data)
        if pid is None:
            return
        end(pid, lambda: self._is_over(pid))
        lay_to_rest()

    def set_data_aside(self) -> Path:
        """Stop, and rename the data folder to the one returned; the next start makes a new one. Nothing is deleted."""
        self.stop()
        return self.layout.data.rename(free_name(self.layout.base))

    def throw_data_away(self) -> None:
        """Stop, and delete the data; the next start makes new ones."""
        self.stop()
        shutil.rmtree(self.layout.data)

    def _is_over(self, pid: int) -> bool:
        if self._child and self._child.pid == pid:
            return self._child.poll() is not None
        return not is_alive(pid)

    def _write_settings(self) -> None:
        account = self.layout.account
        settings = ServerSettings(self.layout.socket, (own_name(), account.name), self.durable)
        for name, text in settings.files().items():
            path = self.layout.data / name
            path.write_text(text)
            path.chmod(0o600)
            account.give(path)

    def _start_patiently(self, guarded: bool) -> None:
        self._write_settings()
        self._child = None
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not _answers(self.layout):
            if time.monotonic() > deadline:
                raise PostgresProblem(
                    f"PostgreSQL did not answer within {PATIENCE_SECONDS:.0f} s; see {self.layout.log}."
                )
            if self._has_ended():
                self._refuse_unless_it_will_pass()
                self._child = None
                time.sleep(0.3)
            if self._child is None and not postmaster(self.layout.data) and not living(self.layout.socket_lock):
                self._spawn(guarded)
            time.sleep(0.03)

    def _has_ended(self) -> bool:
        return self._child is not None and self._child.poll() is not None

    def _spawn(self, guarded: bool) -> None:
        log = self.layout.log
        if log.exists() and log.stat().st_size > LONGEST_LOG_BYTES:
            log.replace(log.with_suffix(".old.log"))
        log.touch(mode=0o600)
        self.layout.account.give(log)
        self._log_position = log.stat().st_size
        self._child = self.layout.account.start(
            [self.binaries.program("postgres"), "-D", str(self.layout.data)],
            log=log,
            folder=self.layout.base,
            before=end_with_parent(signal.SIGINT) if guarded else None,
        )
        remember(self._child)

    def _refuse_unless_it_will_pass(self) -> None:
        with self.layout.log.open("rb") as log:
            log.seek(self._log_position)
            last_words = log.read().decode(errors="replace").strip()[-2000:]
        if not any(words in last_words for words in _TRANSIENT):
            raise PostgresProblem(f"PostgreSQL did not start; it said ({self.layout.log}):\n{last_words}")

    def _make_database(self) -> None:
        with psycopg.connect(self.url_of("postgres", as_owner=True), autocommit=True) as owner:
            if not owner.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone():
                owner.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(sql.Identifier(ROLE)))
            for name in STEPPED_DOWN:
                if not owner.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone():
                    owner.execute(sql.SQL("CREATE ROLE {} NOINHERIT").format(sql.Identifier(name)))
                    owner.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(name), sql.Identifier(ROLE)))
            if not owner.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                owner.execute(
                    sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(DATABASE), sql.Identifier(ROLE))
                )


def _answers(layout: Layout) -> bool:
    try:
        psycopg.connect(layout.url("postgres", OWNER), connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    with path.open("r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
