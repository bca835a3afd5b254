"""A place that is up, seen from outside: it comes up, survives what can be killed, and leaves nothing behind."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import TextIO
from urllib.error import HTTPError, URLError

import psycopg
import pytest

from local.place import ROOT
from local.postgres.process import is_alive
from testing import database
from testing.shared import USUAL

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="watches processes through /proc")


class Up:
    """`kith up` on a folder and a port of its own, over an own database that is already laid out and not empty."""

    def __init__(self, var: Path, database_url: str) -> None:
        self.var = var
        self.port = free_port()
        keys = dict.fromkeys(("KITH_SECRET_KEY", "KITH_AUDIT_KEY"), "only-for-this-test-" + "0" * 32)
        plain = {name: value for name, value in os.environ.items() if not name.startswith(("KITH_", "MAKE"))}
        self.environment = plain | keys
        self.environment |= {"KITH_VAR": str(var), "PORT": str(self.port), "KITH_DEMONSTRATION": "true"}
        self.environment |= {"PLACE": "milton-keynes", "DATABASE_URL": database_url}
        self.process: subprocess.Popen[str] | None = None
        self.said = ""

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kith.config.cli", "up"],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        # Read to the end: what is said last tells why a place went, and a full pipe would stop it from speaking.
        self.listener = Thread(target=self._listen, args=[self.process.stdout])
        self.listener.start()

    def _listen(self, spoken: TextIO) -> None:
        for line in spoken:
            self.said += line

    def until_ready(self) -> str:
        assert eventually(lambda: "Ctrl-C" in self.said or not self.listener.is_alive(), seconds=120), self.said
        assert "Ctrl-C" in self.said, f"it did not come up:\n{self.said}"
        return self.said

    def health(self) -> int:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5) as answer:
                return int(answer.status)
        except HTTPError as error:
            return error.code
        except (URLError, OSError):
            return 0

    def family(self) -> dict[int, str]:
        """Every process that this place has started, by number."""
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if f"KITH_VAR={self.var}\0" in (folder / "environ").read_text(errors="replace"):
                    found[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
        return {pid: command for pid, command in found.items() if is_alive(pid)}

    def all(self, words: str) -> set[int]:
        return {pid for pid, command in self.family().items() if words in command}

    def one(self, words: str) -> int:
        return min(self.all(words))

    def end(self, how: signal.Signals) -> int:
        assert self.process
        self.process.send_signal(how)
        return self.process.wait(timeout=40)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def eventually(happens: Callable[[], bool], seconds: float = 30) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if happens():
            return True
        time.sleep(0.1)
    return False


@pytest.fixture(scope="module")
def small_place(database_server: str) -> Iterator[tuple[Path, str]]:
    """A folder and a database with families in it, so that coming up need not build thousands."""
    var = Path(tempfile.mkdtemp(prefix="kith up ", dir="/var/tmp"))
    with database.database(database_server, database.fresh_name("up"), USUAL) as url:
        yield var, url
    shutil.rmtree(var)


@pytest.fixture
def up(small_place: tuple[Path, str]) -> Iterator[Up]:
    one = Up(*small_place)
    yield one
    for pid in one.family():
        os.kill(pid, signal.SIGKILL)
    eventually(lambda: not one.family())
    if one.process and one.process.stdout:
        one.process.wait()
        one.listener.join()
        one.process.stdout.close()


def test_a_place_comes_up_is_watched_and_leaves_nothing_behind(up: Up) -> None:
    up.start()
    said = up.until_ready()
    assert f"http://127.0.0.1:{up.port}/demo/" in said
    assert "invented" in said
    assert up.health() == 200
    assert f"already runs: http://127.0.0.1:{up.port}/" in refused(up, PORT=str(free_port()))

    killed = up.one("kith.config.worker")
    os.kill(killed, signal.SIGKILL)
    # The killed one is still to be seen for a moment: another must come.
    assert eventually(lambda: bool(up.all("kith.config.worker") - {killed})), f"{up.said}\n{up.family()}"

    assert up.end(signal.SIGINT) == 0
    assert up.family() == {}


def test_what_the_keeper_started_ends_when_the_keeper_is_killed(up: Up) -> None:
    up.start()
    up.until_ready()
    up.end(signal.SIGKILL)
    assert eventually(lambda: not up.family()), up.family()


def test_unsafe_and_mistaken_settings_are_refused_in_words(up: Up) -> None:
    assert "KITH_BIND lets other machines in" in refused(up, KITH_BIND="0.0.0.0")
    assert "DATABASE_URL cannot be reached" in refused(up, DATABASE_URL="postgres://nobody@127.0.0.1:1/none")
    assert "PORT=many is not a port" in refused(up, PORT="many")
    with another_release(up):
        assert "was laid out by another release of Kith, and is left as it is" in refused(up)


@contextmanager
def another_release(up: Up) -> Iterator[None]:
    """The database has seen a migration that this release does not have."""
    with psycopg.connect(up.environment["DATABASE_URL"], autocommit=True) as connection:
        planted = ("care", "9999_of_another_release")
        connection.execute("INSERT INTO django_migrations (app, name, applied) VALUES (%s, %s, now())", planted)
        yield
        connection.execute("DELETE FROM django_migrations WHERE app = %s AND name = %s", planted)


def refused(up: Up, **changed: str) -> str:
    answer = subprocess.run(
        [sys.executable, "-m", "kith.config.cli", "up"],
        cwd=ROOT,
        env=up.environment | changed,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,  # one that was not refused would stay up
    )
    assert answer.returncode == 1
    return answer.stderr
