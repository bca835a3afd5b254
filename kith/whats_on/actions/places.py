"""The lock of a session, behind which the room above gives out its places."""

from collections.abc import Iterable
from dataclasses import dataclass

from kith.kernel.ids import SessionId
from kith.platform.access import NotFound
from kith.whats_on.models.sessions import Session
from kith.whats_on.rules.places import SessionFacts


@dataclass
class LockedSession:
    """A session behind its lock, until the transaction ends: no other can take places of it meanwhile."""

    id: SessionId
    series_id: int
    facts: SessionFacts

    @classmethod
    def of(cls, row: Session) -> "LockedSession":
        """What of the locked row others may know."""
        return cls(SessionId(row.pk), row.series_id, row.facts)

    def recount(self) -> SessionFacts:
        """How full it is now that bookings were written: the database has counted."""
        self.facts = Session.objects.get(pk=self.id).facts
        return self.facts


def locked_session(session_id: SessionId) -> LockedSession:
    """The session behind its lock; NotFound where there is none."""
    return locked_sessions([session_id])[session_id]


def locked_sessions(session_ids: Iterable[SessionId]) -> dict[SessionId, LockedSession]:
    """The sessions behind their locks, by id; NotFound where one of them is not there."""
    wanted = set(session_ids)
    found = Session.objects.locked(*wanted) if wanted else []
    if len(found) < len(wanted):
        raise NotFound("session")
    return {SessionId(row.pk): LockedSession.of(row) for row in found}
