"""F39: commands, backups and restores beside a running place leave it alone; a second start is told what runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

from local.postgres.process import comes_true, end_with_parent, is_alive, postmaster
from local.postgres.server import Server
from local.up.asking import health
from proof.figures import Outcome, figure
from testing.machine import ROOT
from testing.place import free_port, status_of

FAMILIES = 30
PAGES = ("/en/", "/en/find-support/?text=pain", "/healthz", "/bn/find-support/")
SECONDS_BETWEEN_REQUESTS = 0.05
SHOWN = 20
KITH = ("-m", "kith.config.cli")
RESTORE = ("-m", "proof.restore")
# Each with the exit code that belongs to it.
COMMANDS: Sequence[tuple[Sequence[str], int]] = (
    *[
        ((*KITH, "load", "--help"), 0),
        ((*KITH, "django", "showmigrations"), 0),
        ((*KITH, "django", "migrate", "--check"), 0),
        ((*KITH, "django", "check", "--database", "default"), 0),
        ((*KITH, "demo", "build", "--if-empty"), 0),
        ((*KITH, "load", "areas", "/nowhere"), 1),
    ]
    * 3,
    (RESTORE, 0),
    (RESTORE, 0),
)


@dataclass
class Load:
    """Readers who go from page to page without a pause worth the name, and what they were answered."""

    port: int
    asked: int = 0
    failed: list[str] = field(default_factory=list)
    _over: Event = field(default_factory=Event)

    def read(self) -> None:
        """Read until told to stop."""
        while not self._over.wait(SECONDS_BETWEEN_REQUESTS):
            path = PAGES[self.asked % len(PAGES)]
            status = status_of(self.port, path)
            self.asked += 1
            if status != 200:
                self.failed.append(f"{path}: {status}")

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """Two readers inside the block."""
        readers = [Thread(target=self.read) for _ in range(2)]
        for reader in readers:
            reader.start()
        try:
            yield
        finally:
            self._over.set()
            for reader in readers:
                reader.join()


@figure(
    "F39", claim="twenty commands, two of them restores, beside a running place: its server stays and no request fails"
)
def run() -> Outcome:
    """Run them one after the other while readers read; then stop the server once, and kill `kith up` once."""
    with tempfile.TemporaryDirectory(prefix="kith-beside-", dir="/var/tmp") as var:
        Path(var).chmod(0o755)
        environment = _environment(Path(var))
        _run(environment, *KITH, "django", "migrate", "--verbosity=0")
        _run(environment, *KITH, "demo", "build", "--families", str(FAMILIES))
        server = Server(Path(var) / "milton-keynes")
        wrong = [] if postmaster(server.layout.data) is None else ["a command left its own server running"]
        with _up(environment) as up:
            asked = _beside(environment, server, wrong)
            wrong += _a_second_start(environment)
            control = _a_stopped_server_is_noticed(environment, server)
            up.kill()
        wrong += _a_start_after_the_kill(environment)
        wrong += _left_behind(Path(var))
    for each in wrong[:SHOWN]:
        print(f"  {each}")
    return Outcome(n=asked + len(COMMANDS) + 3, failed=len(wrong), control=control)


def _beside(environment: dict[str, str], server: Server, wrong: list[str]) -> int:
    """Run the commands while readers read, noting what went wrong; how many requests were answered."""
    load = Load(int(environment["PORT"]))
    before = postmaster(server.layout.data)
    with load.going_on():
        for command, code in COMMANDS:
            said = _run(environment, *command, may_end_with=code)
            if said:
                wrong.append(said)
            if postmaster(server.layout.data) != before:
                wrong.append(f"{' '.join(command)}: the postmaster is another one")
    print(f"  {len(COMMANDS)} commands, {load.asked} requests, {len(load.failed)} of them failed, postmaster {before}")
    wrong += load.failed
    return load.asked


def _a_second_start(environment: dict[str, str]) -> list[str]:
    said = _ended(environment | {"PORT": str(free_port())}, *KITH, "up").stderr
    return [] if f"already runs: http://127.0.0.1:{environment['PORT']}/" in said else [f"a second start: {said}"]


def _a_stopped_server_is_noticed(environment: dict[str, str], server: Server) -> bool:
    """The control: as commands did before, it is stopped under the readers; then `kith up` has it started again."""
    load = Load(int(environment["PORT"]))
    before = postmaster(server.layout.data)
    with load.going_on():
        server.stop()
        is_back = comes_true(lambda: server.is_running and health("127.0.0.1", load.port)[0] == 200, 60)
    print(f"  control: stopped in between, {len(load.failed)} of {load.asked} requests fail")
    return bool(load.failed) and is_back and postmaster(server.layout.data) != before


def _a_start_after_the_kill(environment: dict[str, str]) -> list[str]:
    with _up(environment) as up:
        is_up = health("127.0.0.1", int(environment["PORT"]))[0] == 200
        up.send_signal(signal.SIGINT)
        return [] if up.wait(60) == 0 and is_up else ["after a kill it does not come up and end as it should"]


def _left_behind(var: Path) -> list[str]:
    """The processes of the place that still live, seconds after it was stopped."""
    comes_true(lambda: not _processes(var), 5)
    return [f"left behind: {command}" for command in _processes(var)]


def _processes(var: Path) -> list[str]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (folder / "environ").read_text(errors="replace") + (folder / "cmdline").read_text()
            if str(var) in words and is_alive(int(folder.name)):
                found.append((folder / "cmdline").read_text().replace("\0", " "))
    return found


@contextmanager
def _up(environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """`kith up`, ready."""
    up = subprocess.Popen(
        [sys.executable, *KITH, "up"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=end_with_parent(signal.SIGTERM),  # noqa: PLW1509  # two system calls, and no thread runs yet
    )
    try:
        if not comes_true(lambda: health("127.0.0.1", int(environment["PORT"]))[0] == 200, 120):
            raise RuntimeError("kith up did not come up; its words stand above")
        time.sleep(1)  # it has its own look at the worker yet
        yield up
    finally:
        up.terminate()
        up.wait(60)


def _environment(var: Path) -> dict[str, str]:
    own = {"KITH_VAR": str(var), "PORT": str(free_port()), "PLACE": "milton-keynes"}
    unwanted = ("KITH_", "PG", "MAKE", "DATABASE_URL", "DJANGO_")
    return {name: value for name, value in os.environ.items() if not name.startswith(unwanted)} | own


def _run(environment: dict[str, str], *command: str, may_end_with: int = 0) -> str:
    """What went wrong, or nothing."""
    ended = _ended(environment, *command)
    if ended.returncode == may_end_with:
        return ""
    return f"{' '.join(command)} ended with {ended.returncode}: {ended.stdout[-500:]}{ended.stderr[-500:]}"


def _ended(environment: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
