"""The postmaster as a process: who it is, whether it lives, and that it does not outlive its keeper."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_PR_SET_PDEATHSIG = 1


def end_with_parent(ending: signal.Signals, *, parent: int | None = None) -> Callable[[], None] | None:
    """A hook for a child: the kernel sends it this signal when its parent dies, however it dies (Linux only)."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    expected = parent or os.getpid()

    def in_child() -> None:
        prctl(_PR_SET_PDEATHSIG, int(ending))
        if os.getppid() != expected:  # the parent died before the kernel was told
            os.kill(os.getpid(), ending)

    return in_child


def postmaster(data: Path) -> int | None:
    """The number of the living postmaster of this data folder; a note that is surely stale is removed."""
    return living(data / "postmaster.pid")


def living(note: Path) -> int | None:
    """The number of the living server that left this note; a note whose number a stranger bears now is removed."""
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
    """Whether a process of this number runs; a dead child of ours is laid to rest and does not count."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    if _of_proc(pid, "stat").rpartition(")")[2].split()[:1] != ["Z"]:
        return True
    # PostgreSQL itself takes a dead process that nobody has waited for to be a living one.
    with suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
    return False


def _is_postgres(pid: int) -> bool:
    name = _of_proc(pid, "comm").strip()
    return name in ("postgres", "")  # no /proc (macOS): believe the note


def _of_proc(pid: int, name: str) -> str:
    try:
        return Path(f"/proc/{pid}/{name}").read_text(errors="replace")
    except OSError:
        return ""
