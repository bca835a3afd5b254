"""The session that an action is about, and the one-to-one time behind its lock."""

from kith.cafes.models import OneToOneTime
from kith.cafes.rules.turns import Times
from kith.kernel.ids import SessionId
from kith.kernel.languages import ENGLISH
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.whats_on.queries.desk import session_to_run
from kith.whats_on.queries.sessions import SessionCard


def run_session(by: Actor, session_id: SessionId) -> SessionCard:
    """The session, which the actor runs; NotFound where it is another organisation's."""
    access.require(by, Permission.SEE_REGISTER)
    session = session_to_run(by, session_id, lang=ENGLISH.code)
    if session is None:
        raise NotFound("session")
    return session


def locked_time(session_id: SessionId) -> OneToOneTime:
    """The one-to-one time of the session behind its lock; NotFound where there is none."""
    row = OneToOneTime.objects.locked(session_id)
    if row is None:
        raise NotFound("one-to-one time")
    return row


def times_of(row: OneToOneTime, session: SessionCard) -> Times:
    """The times of the list, as the session stands now."""
    return row.within(session.starts_at, session.ends_at)
