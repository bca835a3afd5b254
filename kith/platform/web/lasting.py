"""Lasting copies: what has to be told even while the database is stopped, kept in memory and in a file.

A copy is asked for without any statement. Whoever changes what it holds writes it anew after the commit, and every
process of this machine sees the new file at once. On another machine it is asked again once it is older than
KITH_PUBLIC_CACHE_SECONDS.
"""

import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection

from kith.kernel import clock
from kith.platform import freshness
from kith.platform.freshness import Topic
from kith.platform.web.reading import read_only

SECONDS_BETWEEN_TRIES = 5
"""How long a database that did not answer is left alone."""
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

    Both give facts that JSON can hold; ``read`` makes of them what pages use, once for each change.
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
        """Build the copy anew and write its file; a database that does not answer leaves the old one."""
        with self._lock:
            self._held = self._asked(self._held or self._filed())

    def forget(self) -> None:
        """Begin again, as on a machine that has no copy yet: for tests."""
        self._held = None
        self._path().unlink(missing_ok=True)

    def _current(self) -> _Held[Content]:
        held, now = self._held, clock.now().timestamp()
        if held and held.signature == self._signature() and now < held.ask_again_at:
            return held
        with self._lock:
            if held is None or held.signature != self._signature():
                held = self._filed() or held
            if held is None or now >= held.ask_again_at:
                held = self._asked(held)
            self._held = held
            return held

    def _asked(self, held: _Held[Content] | None) -> _Held[Content]:
        """The copy as the database has it; what there is, or else the shipped one, while it does not answer."""
        now = clock.now().timestamp()
        try:
            stamp = freshness.stamp(Topic.DANGER)
            if held and held.stamp == stamp:
                return replace(held, ask_again_at=now + settings.KITH.public_cache_seconds)
            with read_only():
                facts = self._build()
        except (DatabaseError, InterfaceError):
            if not connection.in_atomic_block:
                connection.close()
            held = held or self._taken(self._shipped(), stamp="", signature=None)
            return replace(held, ask_again_at=now + SECONDS_BETWEEN_TRIES)
        taken = self._taken(facts, stamp=stamp, signature=self._write(stamp, facts))
        return replace(taken, ask_again_at=now + settings.KITH.public_cache_seconds)

    def _taken(self, facts: Any, *, stamp: str, signature: Signature | None) -> _Held[Content]:
        mark = hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:16]
        if self._last_read is None or self._last_read[0] != mark:
            self._last_read = mark, self._read(facts)
        return _Held(self._last_read[1], mark, stamp, signature, 0.0)

    def _filed(self) -> _Held[Content] | None:
        """The copy as its file has it, asked of no database; None where there is no file that can be read."""
        try:
            signature = self._signature()
            kept = json.loads(self._path().read_text("utf-8"))
            taken = self._taken(kept["facts"], stamp=kept["stamp"], signature=signature)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as fault:
            log.warning("the lasting copy %s cannot be read (%s): it is made anew", self.name, type(fault).__name__)
            return None
        return replace(taken, ask_again_at=clock.now().timestamp() + settings.KITH.public_cache_seconds)

    def _write(self, stamp: str, facts: Any) -> Signature | None:
        """Put the file in place whole; a folder that cannot be written leaves the copy in memory only."""
        path = self._path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
                json.dump({"stamp": stamp, "facts": facts}, file, ensure_ascii=False)
            Path(file.name).replace(path)
        except OSError as fault:
            log.warning("the lasting copy %s cannot be written: %s", self.name, fault.strerror)
            return None
        return self._signature()

    def _signature(self) -> Signature | None:
        try:
            found = os.stat(self._path())  # noqa: PTH116  # a tenth of the time of Path.stat, for each ready page
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _path(self) -> Path:
        folder: Path = settings.KITH.place_var
        return folder / "lasting" / f"{self.name}.json"


def forget_all() -> None:
    """Begin again with every copy: for tests."""
    for each in _copies:
        each.forget()
