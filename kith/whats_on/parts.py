"""What rooms above bring to the page of a session and to its register; ``config`` hangs them as it hangs urls."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kith.platform.access.viewer import Viewer
from kith.whats_on.queries.sessions import SessionCard


@dataclass(frozen=True)
class SessionContext:
    """Whose page it is, of which session, in which language. The public page is kept for all: nothing of a person."""

    viewer: Viewer
    session: SessionCard
    lang: str


@dataclass(frozen=True)
class SessionPart:
    """A part of a session's page: its template has what was loaded as ``it``; None shows nothing."""

    template: str
    load: Callable[[SessionContext], Any]


_public: tuple[SessionPart, ...] = ()
_register: tuple[SessionPart, ...] = ()


def hang(*, public: Sequence[SessionPart] = (), register: Sequence[SessionPart] = ()) -> None:
    """Say which parts stand on the public page of a session, and which on its register, in order."""
    global _public, _register
    _public, _register = tuple(public), tuple(register)


def public_parts(context: SessionContext) -> list[tuple[str, Any]]:
    """The parts of the public page that have something to show: template and what it shows."""
    return list(_shown(_public, context))


def register_parts(context: SessionContext) -> list[tuple[str, Any]]:
    """The parts of the register that have something to show."""
    return list(_shown(_register, context))


def _shown(parts: Sequence[SessionPart], context: SessionContext) -> Iterator[tuple[str, Any]]:
    for part in parts:
        if (it := part.load(context)) is not None:
            yield part.template, it
