"""One running place for a whole test run: its first user starts it, and it stops when the last has left."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from testing.database import Demonstration
from testing.place import DEFAULT_SEED, RunningPlace, running_place

# Enough families that the numbers of a quarter show; what needs just some place copies this one, built once a run.
USUAL = Demonstration(families=6900, seed=DEFAULT_SEED)


@contextmanager
def shared_place(folder: Path) -> Iterator[RunningPlace]:
    """The place that all test processes with this folder share; the process that starts it outlives its other users."""
    note = folder / "place.json"
    with (folder / "place.users").open("w") as users, ExitStack() as started:
        with _alone(folder / "place.starting"):
            # A lock ends with its process: a test process that crashes does not keep the place for ever.
            fcntl.flock(users, fcntl.LOCK_SH)
            if note.exists():
                place = _read(note)
            else:
                started.callback(note.unlink, missing_ok=True)
                place = started.enter_context(running_place(families=USUAL.families, seed=USUAL.seed))
                started.callback(_wait_for_the_others, users)
                note.write_text(json.dumps(asdict(place), default=str))
        yield place


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _wait_for_the_others(users: TextIO) -> None:
    fcntl.flock(users, fcntl.LOCK_EX)


def _read(note: Path) -> RunningPlace:
    said = json.loads(note.read_text())
    return RunningPlace(**said | {"var": Path(said["var"])})
