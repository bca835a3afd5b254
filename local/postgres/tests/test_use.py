"""A server lives as long as its users: the first starts it, those beside it leave it, the last one out stops it."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from local.postgres.process import comes_true, is_alive, postmaster
from local.postgres.server import Server
from local.postgres.use import Use, serving
from local.postgres.users import UP_LOCK

ROOT = Path(__file__).resolve().parents[3]
A_USER = """
import sys
from pathlib import Path
from local.postgres.process import postmaster
from local.postgres.server import Server
from local.postgres.use import Use
server = Server(Path(sys.argv[1]), durable=False)
with Use(server):
    print(postmaster(server.layout.data), flush=True)
    sys.stdin.readline()
"""
A_PARENT_OF_ORPHANS = """
import os, subprocess, time
from pathlib import Path
from local.postgres.process import adopt_orphans, lay_orphans_to_rest
def dead():
    found = [path.read_text().rpartition(")")[2].split()[:2] for path in Path("/proc").glob("[0-9]*/stat")]
    return found.count(["Z", str(os.getpid())])
adopt_orphans()
subprocess.run(["/bin/sh", "-c", "sleep 0.1 &"])
time.sleep(0.3)
before = dead()
lay_orphans_to_rest(set())
print(before, dead())
"""


class User:
    """Another process that uses the server until it is told to leave."""

    def __init__(self, place: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", A_USER, str(place)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def server(self) -> int:
        assert self.process.stdout
        return int(self.process.stdout.readline())

    def leave(self) -> None:
        self.process.communicate("\n", timeout=40)

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def another(place: Path) -> Iterator[Callable[[], User]]:
    """Begins another user of the place's server."""
    users: list[User] = []

    def begin() -> User:
        users.append(User(place))
        return users[-1]

    yield begin
    for user in users:
        if user.process.poll() is None:
            user.kill()


def pid_of(server: Server) -> int:
    pid = postmaster(server.layout.data)
    assert pid is not None
    return pid


def kill_watcher(server: Server) -> None:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        words = path.read_bytes().split(b"\0") if path.exists() else []
        if b"local.postgres.watcher" in words and os.fsencode(server.layout.base) in words:
            os.kill(int(path.parent.name), signal.SIGKILL)


def test_a_command_beside_a_running_place_leaves_its_server_alone(place: Path, another: Callable[[], User]) -> None:
    with Use(Server(place, durable=False)) as up:
        pid = pid_of(up.server)
        with serving(place, durable=False) as address:
            assert address == up.server.url
        command = another()
        assert command.server() == pid
        command.leave()
        assert pid_of(up.server) == pid
        assert up.server.is_running
    assert up.was_last
    assert not up.server.is_running

    # The control: a place that is no user of its own server, as places were, loses it to the first command.
    up.server.start()
    with serving(place, durable=False):
        pass
    assert not up.server.is_running

    # And one of an earlier release, known by its other lock only, keeps it.
    up.server.start()
    with (place / UP_LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with serving(place, durable=False):
            pass
        assert up.server.is_running
    up.server.stop()


def test_of_two_that_start_at_once_one_starts_it_and_the_last_stops_it(
    place: Path, another: Callable[[], User]
) -> None:
    first, second = another(), another()
    pid = first.server()
    assert second.server() == pid
    first.leave()
    assert is_alive(pid)
    second.leave()
    assert not is_alive(pid)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds the watcher through /proc")
def test_what_killed_users_leave_is_taken_over_or_stopped(place: Path, another: Callable[[], User]) -> None:
    server = Server(place, durable=False)
    killed = another()
    pid = killed.server()
    kill_watcher(server)
    killed.kill()
    with Use(server):
        assert pid_of(server) == pid
        by_the_way = another()
        assert by_the_way.server() == pid
        by_the_way.kill()
        assert is_alive(pid)
    assert not is_alive(pid)

    killed = another()
    pid = killed.server()
    killed.kill()
    assert comes_true(lambda: not is_alive(pid), 10), "its watcher stops it"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes through /proc")
def test_dead_servers_and_orphans_do_not_pile_up(server: Server) -> None:
    pid = pid_of(server)
    os.kill(pid, signal.SIGINT)
    stat = Path(f"/proc/{pid}/stat")
    assert comes_true(lambda: stat.read_text().rpartition(")")[2].split()[0] == "Z", 10)  # the control: it lies there
    server.start()
    assert not stat.exists()

    said = subprocess.check_output([sys.executable, "-c", A_PARENT_OF_ORPHANS], cwd=ROOT, text=True)
    assert said.split() == ["1", "0"]


def test_who_comes_while_the_last_one_is_leaving_waits_and_finds_a_server(
    place: Path, another: Callable[[], User]
) -> None:
    leaving = Use(Server(place, durable=False))
    leaving.begin()
    assert leaving._users.leave()  # from here on it stops the server
    coming = another()
    time.sleep(0.5)
    assert coming.process.poll() is None
    pid = pid_of(leaving.server)
    leaving.server.stop()
    leaving._users.close()
    assert coming.server() != pid
    coming.leave()
    leaving._dismiss()
