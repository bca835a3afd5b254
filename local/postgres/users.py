"""Who uses a place's server: each holds a shared lock on one file, which the kernel takes back from the dead."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

LOCK = "users.lock"
UP_LOCK = "up.lock"


def try_lock(file: IO[bytes] | IO[str], how: int) -> bool:
    """Take the lock if that can be done at once; one of another kind that this file holds is lost where it cannot."""
    try:
        fcntl.flock(file, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


class Users:
    """The users of one server, seen by one of them."""

    def __init__(self, path: Path, *, up_lock: Path | None = None) -> None:
        """With this file; nothing is locked yet. Who holds the lock of `kith up` counts as a user, too.

        The `kith up` of an earlier release holds no other, and is left alone by commands of this one.
        """
        self._file = path.open("r+b")
        self._up_lock = up_lock

    def join(self, say: Callable[[str], None]) -> None:
        """Become a user; waits while the last one out stops the server, or makes its data anew."""
        if not try_lock(self._file, fcntl.LOCK_SH):
            say("Waiting: this place's PostgreSQL is being stopped or made anew.")
            fcntl.flock(self._file, fcntl.LOCK_SH)

    def leave(self) -> bool:
        """Be a user no longer; true for the last one out, and then no other can join before `close`.

        Of two that leave at once one is told so: the kernel gives the lock to one of them.
        """
        return try_lock(self._file, fcntl.LOCK_EX) and not self.is_up()

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Whether there is no other user; if so, none can join inside the block."""
        try:
            yield try_lock(self._file, fcntl.LOCK_EX) and not self.is_up()
        finally:
            fcntl.flock(self._file, fcntl.LOCK_SH)

    def is_up(self) -> bool:
        """Whether another process holds the lock of `kith up`."""
        if not self._up_lock or not self._up_lock.exists():
            return False
        with self._up_lock.open("rb") as lock:
            return not try_lock(lock, fcntl.LOCK_SH)

    @property
    def is_closed(self) -> bool:
        """Whether the file was let go of."""
        return self._file.closed

    def close(self) -> None:
        """Let go of the file and of every lock on it."""
        self._file.close()
