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
    row = Session.objects.locked(session_id)
    if row is None:
        raise NotFound("session")
    return LockedSession.of(row)


def locked_sessions(session_ids: Iterable[SessionId]) -> dict[SessionId, LockedSession]:
    """The sessions behind their locks, by id; every caller takes them in this order, so that no two wait crosswise."""
    wanted = set(session_ids)
    found = Session.objects.select_for_update().filter(pk__in=wanted).order_by("pk") if wanted else []
    sessions = {SessionId(row.pk): LockedSession.of(row) for row in found}
    if len(sessions) < len(wanted):
        raise NotFound("session")
    return sessions
