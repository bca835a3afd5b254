"""`kith up`: start a place with all it needs, watch over it, and stop all of it together."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import TextIO

from local import place
from local.postgres import letters
from local.postgres.problem import PostgresProblem
from local.postgres.process import adopt_orphans, comes_true, end_with_parent
from local.postgres.server import Server
from local.postgres.use import Use
from local.postgres.users import UP_LOCK, try_lock
from local.up import words
from local.up.asking import database_now, health, refuse_unreachable, worker_has_come
from local.up.children import Child, Children
from local.up.ports import refuse_taken_port
from local.up.readiness import Readiness
from local.up.trouble import LAID_OUT_BY_ANOTHER, Stopped, Trouble

SECONDS_TO_BE_READY = 60
# What a killed `kith up` has started is told to end by the kernel, and may finish what it does.
SECONDS_TO_LEAVE = 10.0
SECONDS_TO_LOOK = 0.2
FEWEST_WORKERS, MOST_WORKERS = 2, 8


def main() -> int:
    """Run the place until it is told to stop; 0 after an orderly stop."""
    started = time.monotonic()
    try:
        _end_with_make()
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(each, _stop)
        place.fill(os.environ)
        _Place(started).run()
    except Stopped:
        words.say("Stopped. Nothing is lost; make run starts it again.")
        return 0
    except (Trouble, PostgresProblem, ValueError) as trouble:
        sys.stdout.flush()
        sys.stderr.write(f"\nKith did not start: {trouble}\n\n")
        return 1
    return 0


def usage() -> int:
    """Say what `kith up` does, and start nothing."""
    words.say(words.USAGE)
    return 0


class _Place:
    """One place being up: its database, its worker and its web server."""

    def __init__(self, started: float) -> None:
        self.started = started
        self.port = _port()
        self.bind = os.environ.get("KITH_BIND") or "127.0.0.1"
        self.folder = place.folder_of_place(os.environ)
        self.address = f"http://{self.bind}:{self.port}/"
        self.use: Use | None = None
        os.environ["KITH_SITE_URL"] = os.environ.get("KITH_SITE_URL") or self.address.rstrip("/")

    def run(self) -> None:
        """Start everything in order, then watch; always stops what it started.

        Only a database that another `kith` command still uses goes on until that has ended.
        """
        with _only_one(self.folder, self.address) as follows_a_killed_one:
            refuse_taken_port(self.bind, self.port, patience=SECONDS_TO_LEAVE if follows_a_killed_one else 0)
            adopt_orphans()
            children = Children()
            try:
                self._start_database()
                self._make_ready(children)
                before = database_now(os.environ["DATABASE_URL"])
                children.start(Child("worker", ["-m", "kith.config.worker"]))
                children.start(Child("web server", ["-m", "gunicorn", *_web_options(self.bind, self.port)]))
                self._wait_until_ready(children, before)
                words.say_ready(self.address, self.folder, time.monotonic() - self.started)
                children.watch(meanwhile=self._keep_database)
            finally:
                _quiet_signals()
                children.stop()
                self._leave_database()

    def _start_database(self) -> None:
        if given := os.environ.get("DATABASE_URL"):
            with words.step("Reaching the database of DATABASE_URL"):
                refuse_unreachable(given)
            if letters.are_dropped(given):
                words.say(f"  About the database of DATABASE_URL. {letters.WORDS}")
            return
        server = Server(self.folder, say=lambda text: words.say(f"    {text}"))
        self.use = Use(server)
        with words.step(f"Starting PostgreSQL {server.binaries.version} ({server.layout.account.name})"):
            self.use.begin()
        os.environ["DATABASE_URL"] = server.url
        if server.layout.is_elsewhere:
            words.say(f"  Its data is in {server.layout.base}: {self.folder} can be entered by root only.")

    def _make_ready(self, children: Children) -> None:
        demonstration = words.is_demonstration()
        readiness = Readiness(self.folder, os.environ["DATABASE_URL"], demonstration=demonstration)
        if readiness.is_noted():
            return
        preparation = ["-m", "kith.config.ready"]
        if children.run_to_end(Child("preparation", preparation), may_end_with=LAID_OUT_BY_ANOTHER):
            self._begin_anew()
            children.run_to_end(Child("preparation", preparation))
        readiness.note()

    def _begin_anew(self) -> None:
        """Keep a demonstration of another release aside; real records, and databases of others, are left alone."""
        another = "was laid out by another release of Kith, and is left as it is"
        if not self.use:
            raise Trouble(
                f"the database of DATABASE_URL {another}. Start the release that laid it out, or name an empty one."
            )
        if not words.is_demonstration():
            raise Trouble(f"the database in {self.folder} {another}. Start the release that laid it out.")
        with self.use.alone() as alone:
            if not alone:
                raise Trouble(f"the demonstration here {another}. Wait until no other kith command uses it.")
            kept = self.use.server.set_data_aside()
            beside = place.set_aside(self.folder)
            words.say(f"  The demonstration here {another}, in {kept} and {beside}. Delete them when you like.")
            self.use.keep()

    def _keep_database(self) -> None:
        if self.use:
            if not self.use.server.is_running:
                words.say("PostgreSQL has gone: starting it again.")
            self.use.keep()

    def _leave_database(self) -> None:
        if self.use:
            self.use.end()
            if not self.use.was_last:
                words.say("Another kith command still uses the database, which stops when that has ended.")

    def _wait_until_ready(self, children: Children, before: datetime) -> None:
        with words.step("Starting the worker and the web server"):
            deadline = time.monotonic() + SECONDS_TO_BE_READY
            while True:
                children.refuse_dead()
                status, said = health(self.bind, self.port)
                if status == 200 and worker_has_come(os.environ["DATABASE_URL"], before):
                    return
                if time.monotonic() > deadline:
                    raise Trouble(
                        f"it was not ready within {SECONDS_TO_BE_READY} s; {self.address}healthz said: {said}"
                    )
                time.sleep(0.1)


def _web_options(bind: str, port: int) -> list[str]:
    # Drawing a page keeps one processor busy: more workers than processors would only take turns.
    workers = min(max(FEWEST_WORKERS, os.cpu_count() or 1), MOST_WORKERS)
    options = ["kith.config.wsgi:application", "--bind", f"{bind}:{port}", "--workers", str(workers), "--threads", "4"]
    options += ["--preload", "--no-control-socket", "--log-level", "warning", "--graceful-timeout", "8"]
    return [*options, "--worker-tmp-dir", "/dev/shm"] if Path("/dev/shm").is_dir() else options  # noqa: S108


def _port() -> int:
    given = os.environ.get("PORT") or "8000"
    if not given.isdecimal() or not 0 < int(given) < 65536:
        raise Trouble(f"PORT={given} is not a port: give a number from 1 to 65535, for example PORT=8123 make run")
    return int(given)


@contextmanager
def _only_one(folder: Path, address: str) -> Iterator[bool]:
    """One `kith up` for each place; whether the one before was killed, for then it has left its note."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / UP_LOCK).open("a+") as lock:
        # A command looks at this lock for an instant: only one that is held goes on being held.
        if not comes_true(lambda: try_lock(lock, fcntl.LOCK_EX), SECONDS_TO_LOOK):
            raise Trouble(
                f"this place already runs: {_note(lock)}. Stop that one first, or start another place: "
                "PLACE=coventry PORT=8123 make run"
            )
        lock.seek(0)
        was_killed = bool(lock.read())
        lock.truncate(0)
        json.dump({"process": os.getpid(), "address": address}, lock)
        lock.flush()
        try:
            yield was_killed
        finally:
            lock.truncate(0)


def _note(lock: TextIO) -> str:
    lock.seek(0)
    try:
        note = json.load(lock)
    except ValueError:
        return "it is just starting or stopping"
    return f"{note['address']} (process {note['process']})"


def _end_with_make() -> None:
    # Killing `make` alone must not leave the place running with nobody to stop it.
    if os.environ.get("MAKELEVEL") and (tie := end_with_parent(signal.SIGTERM, parent=os.getppid())):
        tie()


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped


def _quiet_signals() -> None:
    # While everything is being stopped another Ctrl-C must not interrupt the stopping.
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
