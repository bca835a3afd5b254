"""Lasting copies: what pages say even while the database is stopped, kept in memory and in a file.

A copy is asked for without any statement. The process that changes what it holds writes it anew after the commit,
and every process of this machine sees the new file at once. On another machine it is asked again once it is older
than KITH_PUBLIC_CACHE_SECONDS; a page that lies ready there may be as old once more.
"""

import fcntl
import hashlib
import json
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection

from kith.kernel import clock
from kith.platform import freshness
from kith.platform.freshness import Also, Topic
from kith.platform.web.reading import read_only

SECONDS_BETWEEN_TRIES = 5
"""How long a database that did not answer is left alone."""
ONE_DATABASE = Also("SELECT oid FROM pg_database WHERE datname = current_database()")
"""A restored copy of a place may reach the same number: it is another database."""
log = logging.getLogger(__name__)
Content = TypeVar("Content")
Signature = tuple[int, int, int]
_copies: list["LastingCopy[Any]"] = []


@dataclass(frozen=True)
class _Held(Generic[Content]):
    content: Content
    mark: str
    stamp: str
    signature: Signature | None
    ask_again_at: float


class LastingCopy(Generic[Content]):
    """One copy: ``build`` asks the database, ``shipped`` is told until a database has answered for the first time.

    Both give facts that JSON can hold; ``read`` makes of them what pages use, once for each change. A release that
    ships other facts does not read the file of the one before.
    """

    def __init__(
        self, name: str, *, build: Callable[[], Any], shipped: Callable[[], Any], read: Callable[[Any], Content]
    ) -> None:
        self.name, self._build, self._shipped, self._read = name, build, shipped, read
        self._held: _Held[Content] | None = None
        self._last_read: tuple[str, Content] | None = None
        self._lock = Lock()
        _copies.append(self)
        freshness.listen(Topic.DANGER, self.renew)

    def current(self) -> Content:
        """The copy; asks the database whether it still holds where it was not asked for a while."""
        return self._current().content

    def mark(self) -> str:
        """A short text that is another one whenever the copy is; never asks the database once there is a copy."""
        held = self._held
        return held.mark if held and held.signature == self._signature() else self._current().mark

    def renew(self) -> None:
        """Build the copy anew and write its file; whatever fails leaves the old one."""
        with self._lock:
            self._held = self._asked(self._held or self._filed(), anew=True)

    def forget(self) -> None:
        """Begin again, as on a machine that has no copy yet: for tests."""
        self._held = None
        self._path().unlink(missing_ok=True)

    def _current(self) -> _Held[Content]:
        held, now = self._held, clock.now().timestamp()
        if held and held.signature == self._signature() and now < held.ask_again_at:
            return held
        # While one thread asks, the others go on telling what there is: the database may hang.
        if not self._lock.acquire(blocking=held is None):
            assert held is not None
            return held
        try:
            held = self._held
            if held and held.signature != self._signature():
                # Another process of this machine has just built it.
                held = self._filed() or replace(held, signature=self._signature())
            elif held is None and (filed := self._filed()):
                held = replace(filed, ask_again_at=0.0)
            if held is None or now >= held.ask_again_at:
                held = self._asked(held)
            self._held = held
            return held
        finally:
            self._lock.release()

    def _asked(self, held: _Held[Content] | None, *, anew: bool = False) -> _Held[Content]:
        """The copy as the database has it; what there is, or else the shipped one, where that cannot be had."""
        later = clock.now().timestamp() + settings.KITH.public_cache_seconds
        try:
            stamp = f"{self._edition} {freshness.stamp(Topic.DANGER, also=ONE_DATABASE)}"
            if held and held.stamp == stamp and not anew:
                return replace(held, ask_again_at=later)
            with read_only():
                facts = self._build()
            taken = self._taken(facts, stamp=stamp, signature=None)
        except Exception as fault:  # noqa: BLE001  # whatever is wrong, signs of danger go on being told
            log.warning("the lasting copy %s cannot be made anew: %s", self.name, type(fault).__name__)
            if isinstance(fault, (DatabaseError, InterfaceError)) and not connection.in_atomic_block:
                connection.close()
            held = held or self._taken(self._shipped(), stamp="", signature=self._signature())
            return replace(held, ask_again_at=clock.now().timestamp() + SECONDS_BETWEEN_TRIES)
        self._write(stamp, facts)
        return replace(taken, signature=self._signature(), ask_again_at=later)

    def _taken(self, facts: Any, *, stamp: str, signature: Signature | None) -> _Held[Content]:
        mark = _digest(facts)
        if self._last_read is None or self._last_read[0] != mark:
            self._last_read = mark, self._read(facts)
        return _Held(self._last_read[1], mark, stamp, signature, 0.0)

    @cached_property
    def _edition(self) -> str:
        """What this release ships, as a short text."""
        return _digest(self._shipped())

    def _filed(self) -> _Held[Content] | None:
        """The copy as its file has it, asked of no database; None where no file of this release can be read."""
        try:
            signature = self._signature()
            kept = json.loads(self._path().read_text("utf-8"))
            if not str(kept["stamp"]).startswith(f"{self._edition} "):
                return None
            taken = self._taken(kept["facts"], stamp=kept["stamp"], signature=signature)
        except FileNotFoundError:
            return None
        except Exception as fault:  # noqa: BLE001  # a file that anything is wrong with is made anew
            log.warning("the lasting copy %s cannot be read (%s): it is made anew", self.name, type(fault).__name__)
            return None
        return replace(taken, ask_again_at=clock.now().timestamp() + settings.KITH.public_cache_seconds)

    def _write(self, stamp: str, facts: Any) -> None:
        """Put the file in place whole, unless another process has put a newer one there meanwhile."""
        path = self._path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with (path.parent / f"{self.name}.lock").open("a") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                if _is_newer(self._stamp_of_file(), stamp):
                    return
                unfinished = path.with_suffix(f".{os.getpid()}")
                try:
                    unfinished.write_text(json.dumps({"stamp": stamp, "facts": facts}, ensure_ascii=False), "utf-8")
                    unfinished.replace(path)
                finally:
                    unfinished.unlink(missing_ok=True)
        except OSError as fault:
            log.warning("the lasting copy %s cannot be written: %s", self.name, fault.strerror)

    def _stamp_of_file(self) -> str:
        try:
            return str(json.loads(self._path().read_text("utf-8"))["stamp"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def _signature(self) -> Signature | None:
        try:
            found = os.stat(self._path())  # noqa: PTH116  # a tenth of the time of Path.stat, for each ready page
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _path(self) -> Path:
        folder: Path = settings.KITH.place_var
        return folder / "lasting" / f"{self.name}.json"


def _digest(facts: Any) -> str:
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:16]


def _is_newer(there: str, ours: str) -> bool:
    """Whether a stamp of the same release and database has a higher number; a stamp is edition, number, database."""
    one, other = there.split(), ours.split()
    return len(one) == len(other) == 3 and (one[0], one[2]) == (other[0], other[2]) and int(one[1]) > int(other[1])


def forget_all() -> None:
    """Begin again with every copy: for tests."""
    for each in _copies:
        each.forget()
