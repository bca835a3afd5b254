"""What the room that takes bookings answers: which families a change concerns, and what follows for them.

It stands above this one, so ``config`` brings its answers. They are asked in the transaction that changes the session.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from kith.kernel.ids import OrganisationId, SessionId
from kith.platform.access.viewer import Actor
from kith.whats_on.rules.changes import ChangeEffect
from kith.whats_on.rules.plans import NewSession


@dataclass(frozen=True)
class BookedCounts:
    """How many families have places on a session, wait, came, and how many interpreters come with them."""

    families_count: int = 0
    waiting_count: int = 0
    came_count: int = 0
    interpreter_count: int = 0

    @property
    def told_count(self) -> int:
        """How many families hear of it when the session is called off."""
        return self.families_count + self.waiting_count


@dataclass(frozen=True)
class DateChange:
    """A session of an organisation, as it was and as it will be."""

    session_id: SessionId
    organisation_id: OrganisationId
    old: NewSession
    new: NewSession


@dataclass(frozen=True)
class Bookings:
    """The answers of the room above."""

    counts: Callable[[Collection[SessionId]], Mapping[SessionId, BookedCounts]]
    """By session, in one statement; a session without bookings may be left out."""
    effect_of: Callable[[DateChange], ChangeEffect]
    follow_change: Callable[[Actor, DateChange], None]
    end: Callable[[Actor, SessionId, datetime], None]
    """The session is called off, at this instant."""


_bookings = Bookings(lambda _: {}, lambda _: ChangeEffect(), lambda _by, _change: None, lambda _by, _id, _at: None)


def hang(bookings: Bookings) -> None:
    """Say who answers."""
    global _bookings
    _bookings = bookings


def counts_of(session_ids: Collection[SessionId]) -> dict[SessionId, BookedCounts]:
    """How many families are concerned by each of these sessions. One statement."""
    found = _bookings.counts(session_ids) if session_ids else {}
    return {each: found.get(each, BookedCounts()) for each in session_ids}


def bookings() -> Bookings:
    """Who answers."""
    return _bookings
