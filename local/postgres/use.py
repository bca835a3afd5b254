"""One owner of a server's life: all who use it now. The first starts it, the last one out stops it.

Each use holds a shared lock for as long as it lives, so the kernel knows who uses the server even where a user was
killed. Then a watcher stops the server, or the next user takes it over as it is.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Self

from local.postgres import watcher
from local.postgres.rebuild import rebuild_where_needed
from local.postgres.server import Server, lay_to_rest, remember
from local.postgres.users import LOCK, UP_LOCK, Users


class Use:
    """A server used inside the block: it answers, started here or elsewhere, and goes on while others use it."""

    def __init__(self, server: Server, *, up_lock: Path | None = None) -> None:
        """Of this server, beside a `kith up` that may hold that lock; nothing is started yet."""
        server.layout.prepare()
        self.server = server
        self.was_last = False
        self._users = Users(server.layout.lock_file(LOCK), up_lock=up_lock)
        self._watcher: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.begin()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def begin(self) -> None:
        """Have it answer; waits while another stops it, makes it anew or starts it."""
        self._users.join(self.server.say)
        try:
            self.server.start(guarded=False)
            rebuild_where_needed(self.server, self._users)
            self._watch()
        except BaseException:
            self.end()
            raise

    def keep(self) -> None:
        """See that the server answers and is watched, and that no dead one is left lying."""
        lay_to_rest()
        if not self.server.is_running:
            self.server.start(guarded=False)
        self._watch()

    def alone(self) -> AbstractContextManager[bool]:
        """Whether there is no other user; if so, none can begin inside the block."""
        return self._users.alone()

    def end(self) -> None:
        """Use it no longer; the last one out stops the server, which has ended when this returns. Safe to do twice."""
        if self._users.is_closed:
            return
        try:
            self.was_last = self._users.leave()
            if self.was_last:
                self.server.stop()
                self._dismiss()
        finally:
            self._users.close()

    def _watch(self) -> None:
        if self._users.is_up():
            return  # it has begun a watcher of its own; an earlier release's is no user that a watcher would see
        if begun := watcher.begin(self.server.layout):
            self._watcher = begun
            remember(begun)

    def _dismiss(self) -> None:
        # A watcher that another user has begun sees for itself that the server has gone.
        if self._watcher:
            self._watcher.terminate()
            self._watcher.wait()
            lay_to_rest()


@contextmanager
def serving(
    place: Path, *, durable: bool = True, of_worth: bool = True, say: Callable[[str], None] | None = None
) -> Iterator[str]:
    """The address of the place's database for as long as the block runs; the last user out stops the server."""
    with Use(Server(place, durable=durable, of_worth=of_worth, say=say), up_lock=place / UP_LOCK) as use:
        yield use.server.url
