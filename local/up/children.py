"""The processes that make up a running place: they start together, are watched, and none outlives the watcher."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from local.place import ROOT
from local.postgres.process import end_with_parent, lay_orphans_to_rest
from local.up import words
from local.up.trouble import Trouble

PATIENCE_SECONDS = 15
# A child that dies this often within a minute will not live: starting it for ever would hide the fault.
DEATHS_TO_GIVE_UP = 5
WATCH_SECONDS = 0.5
DATABASE_SECONDS = 5


@dataclass
class Child:
    """One program of the place, run by our own Python."""

    name: str
    arguments: list[str]
    process: subprocess.Popen[bytes] | None = None
    deaths: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start it in a session of its own, so that a Ctrl-C reaches it through us and in order."""
        self.process = subprocess.Popen(
            [sys.executable, *self.arguments],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=end_with_parent(signal.SIGTERM),  # noqa: PLW1509  # two system calls, and we have no threads
        )

    @property
    def exit_code(self) -> int | None:
        """How it ended, or None while it lives."""
        return self.process.poll() if self.process else None

    def tell(self, what: signal.Signals) -> None:
        """Send a signal to it and to all that it started."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, what)


class Children:
    """All programs of the place."""

    def __init__(self) -> None:
        """None yet."""
        self._all: list[Child] = []

    def start(self, child: Child) -> None:
        """Start a child that is to live as long as the place."""
        self._all.append(child)
        child.start()

    def run_to_end(self, child: Child, *, may_end_with: int = 0) -> int:
        """Run a child that has an end, and wait for it: its exit code, which is 0 or the one it may also end with."""
        self.start(child)
        while child.exit_code is None:
            time.sleep(0.02)
        self._all.remove(child)
        if child.exit_code not in (0, may_end_with):
            raise Trouble(f"the {child.name} failed (exit code {child.exit_code}); its words stand above.")
        return child.exit_code

    def refuse_dead(self) -> None:
        """Stop waiting for a child that has already ended."""
        for child in self._all:
            if child.exit_code is not None:
                raise Trouble(f"the {child.name} ended (exit code {child.exit_code}); its words stand above.")

    def watch(self, *, meanwhile: Callable[[], None]) -> None:
        """Start again what dies, until we are told to stop or something dies over and over."""
        next_look = time.monotonic() + DATABASE_SECONDS
        while True:
            time.sleep(WATCH_SECONDS)
            if time.monotonic() > next_look:
                meanwhile()
                next_look = time.monotonic() + DATABASE_SECONDS
            for child in self._all:
                if child.exit_code is not None:
                    meanwhile()
                    _revive(child)
            lay_orphans_to_rest({child.process.pid for child in self._all if child.process})

    def stop(self) -> None:
        """Ask all children to end and wait, then kill those left."""
        for child in reversed(self._all):
            child.tell(signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while any(child.exit_code is None for child in self._all if child.process):
            if time.monotonic() > deadline:
                for child in self._all:
                    child.tell(signal.SIGKILL)
            time.sleep(0.02)


def _revive(child: Child) -> None:
    now = time.monotonic()
    child.deaths = [at for at in child.deaths if at > now - 60] + [now]
    if len(child.deaths) >= DEATHS_TO_GIVE_UP:
        raise Trouble(f"the {child.name} ended {len(child.deaths)} times within a minute; its words stand above.")
    words.say(f"The {child.name} ended (exit code {child.exit_code}): starting it again.")
    child.start()
