"""The postmaster as a process: who it is, whether it lives, and that it does not outlive its keeper."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

_PR_SET_PDEATHSIG = 1


def end_with_parent(ending: signal.Signals) -> Callable[[], None] | None:
    """A hook for a child: the kernel sends it this signal when its parent dies, however it dies (Linux only)."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    parent = os.getpid()

    def in_child() -> None:
        prctl(_PR_SET_PDEATHSIG, int(ending))
        if os.getppid() != parent:  # the parent died before the kernel was told
            os.kill(os.getpid(), ending)

    return in_child


def postmaster(data: Path) -> int | None:
    """The number of the living postmaster of this data folder; its note is removed if it is surely stale."""
    note = data / "postmaster.pid"
    try:
        pid = int(note.read_text().splitlines()[0])
    except (FileNotFoundError, ValueError, IndexError):
        return None
    if not is_alive(pid):
        return None
    if _is_postgres(pid):
        return pid
    # After a reboot or in a new container the number may belong to a stranger, and PostgreSQL would wait for ever.
    note.unlink(missing_ok=True)
    return None


def is_alive(pid: int) -> bool:
    """Whether a process of this number runs (a dead one that nobody has waited for does not count)."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return _state(pid) != "Z"


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        return "?"


def _is_postgres(pid: int) -> bool:
    try:
        return "postgres" in Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return True  # no /proc (macOS): believe the note
