"""Processes: who the postmaster is, whether it lives, how it ends, and that no dead child is left lying."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable, Container
from contextlib import suppress
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36


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


def end(pid: int, is_over: Callable[[], bool] | None = None) -> None:
    """Stop the server of this number: sessions are ended, all is written down; after a while without waiting for it."""
    is_over = is_over or (lambda: not is_alive(pid))
    for ending, patience in ((signal.SIGINT, 30.0), (signal.SIGQUIT, 10.0)):
        with suppress(ProcessLookupError):
            os.kill(pid, ending)
        if comes_true(is_over, patience):
            return


def comes_true(until: Callable[[], bool], seconds: float) -> bool:
    """Wait until it is so, but not longer than this; whether it is so."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if until():
            return True
        time.sleep(0.03)
    return until()


def adopt_orphans() -> None:
    """Become the parent of what our children leave behind, so that it can be laid to rest (Linux only)."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1)


def lay_orphans_to_rest(ours: Container[int]) -> None:
    """Take note of the end of adopted children; those of `ours` are waited for elsewhere, and their exit codes read."""
    if not hasattr(os, "waitid"):
        return
    with suppress(ChildProcessError):
        while (dead := os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)) and dead.si_pid not in ours:
            os.waitpid(dead.si_pid, 0)


def _is_postgres(pid: int) -> bool:
    name = _of_proc(pid, "comm").strip()
    return name in ("postgres", "")  # no /proc (macOS): believe the note


def _of_proc(pid: int, name: str) -> str:
    try:
        return Path(f"/proc/{pid}/{name}").read_text(errors="replace")
    except OSError:
        return ""
