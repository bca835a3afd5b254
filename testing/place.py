"""A throw-away place: a migrated database of its own, and real servers on it where they are wanted."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import django
from django.db import connection, connections

from kith.config.database import database_settings
from local.postgres.process import end_with_parent
from testing import database

ROOT = Path(__file__).resolve().parent.parent
SECONDS_TO_BE_READY = 60
SECONDS_TO_STOP = 3  # nothing of a throw-away place is worth waiting for
DEFAULT_SEED = 1


@dataclass(frozen=True)
class RunningPlace:
    """A place with a web server; `url` ends without a slash."""

    url: str
    port: int
    database_url: str
    var: Path
    web_group: int = 0
    """The process group of the web server."""

    @property
    def environment(self) -> dict[str, str]:
        """What another program of this place needs in its environment."""
        return _clean_environment() | database.environment(self.database_url, self.var) | {"KITH_SITE_URL": self.url}


@contextmanager
def running_place(
    *,
    families: int | None = None,
    seed: int = DEFAULT_SEED,
    worker: bool = True,
    web_workers: int = 2,
    threads: int = 4,
    application: str = "kith.config.wsgi:application",
    extra: dict[str, str] | None = None,
    durable: bool = False,
) -> Iterator[RunningPlace]:
    """A demonstration place with this many families (None: empty) behind real gunicorn workers on a loopback port."""
    with (
        _database_and_folder(families, seed, durable=durable) as (url, var),
        served(
            url,
            var,
            worker=worker,
            web_workers=web_workers,
            threads=threads,
            application=application,
            extra=extra,
        ) as place,
    ):
        yield place


@contextmanager
def served(
    database_url: str,
    var: Path,
    *,
    worker: bool = True,
    web_workers: int = 2,
    threads: int = 4,
    application: str = "kith.config.wsgi:application",
    extra: dict[str, str] | None = None,
) -> Iterator[RunningPlace]:
    """Web server and worker on a database that is there already."""
    port = free_port()
    place = RunningPlace(f"http://127.0.0.1:{port}", port, database_url, var)
    web = ["gunicorn", application, "--bind", f"127.0.0.1:{port}", "--no-control-socket", "--preload"]
    web += ["--workers", str(web_workers), "--threads", str(threads), "--log-level", "warning", "--keep-alive", "30"]
    running: list[subprocess.Popen[bytes]] = []
    try:
        running += [
            _start(place, command, extra or {}) for command in [web, *([["kith.config.worker"]] if worker else [])]
        ]
        _wait_until_ready(place, running, "/healthz" if worker else "/")
        yield replace(place, web_group=running[0].pid)
    finally:
        _stop(running)


@contextmanager
def working(place: RunningPlace) -> Iterator[None]:
    """A worker for a place that has none."""
    worker = _start(place, ["kith.config.worker"], {})
    try:
        yield
    finally:
        _stop([worker])


@contextmanager
def places_of(*sizes: int, seed: int = DEFAULT_SEED) -> Iterator[list[RunningPlace]]:
    """Places of these sizes on one server that waits for the disk, with nothing running on them."""
    with ExitStack() as stack, tempfile.TemporaryDirectory(prefix="kith-places-") as folder:
        server = stack.enter_context(database.server(durable=True))
        places = []
        for size in sizes:
            name = database.fresh_name(f"place_{size}")
            url = stack.enter_context(database.database(server, name, database.Demonstration(size, seed)))
            var = Path(folder) / str(size)
            var.mkdir()
            places.append(RunningPlace("http://127.0.0.1:8000", 8000, url, var))
        yield places


@contextmanager
def place_here(*, families: int | None = None, seed: int = DEFAULT_SEED) -> Iterator[str]:
    """Django in this very process on a throw-away place; the address of its database."""
    with _database_and_folder(families, seed) as (url, var):
        os.environ.update(database.environment(url, var))
        django.setup()
        connections.close_all()
        connection.settings_dict.update(database_settings(url))
        try:
            yield url
        finally:
            connections.close_all()


@contextmanager
def _database_and_folder(families: int | None, seed: int, *, durable: bool = False) -> Iterator[tuple[str, Path]]:
    wanted = None if families is None else database.Demonstration(families, seed)
    var = Path(tempfile.mkdtemp(prefix="kith-place-"))
    try:
        with (
            database.server(durable=durable) as server,
            database.database(server, database.fresh_name("place"), wanted) as url,
        ):
            yield url, var
    finally:
        shutil.rmtree(var, ignore_errors=True)


def _start(place: RunningPlace, command: Sequence[str], extra: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=place.environment | extra,
        start_new_session=True,
        preexec_fn=end_with_parent(signal.SIGTERM),  # noqa: PLW1509  # two system calls
    )


def _stop(running: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in running:
        process.terminate()
    for process in running:
        try:
            process.wait(timeout=SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait_until_ready(place: RunningPlace, running: Sequence[subprocess.Popen[bytes]], path: str) -> None:
    deadline = time.monotonic() + SECONDS_TO_BE_READY
    while status_of(place.port, path) not in (200, 302):
        if any(process.poll() is not None for process in running):
            raise RuntimeError("a server of the throw-away place ended before it was ready; its words stand above")
        if time.monotonic() > deadline:
            raise RuntimeError(f"the throw-away place was not ready within {SECONDS_TO_BE_READY} s")
        time.sleep(0.05)


def status_of(port: int, path: str) -> int:
    """What a server on this machine answers; 0 where it does not."""
    asking = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        asking.request("GET", path)
        return asking.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        asking.close()


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _clean_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("KITH_", "PG"))}
