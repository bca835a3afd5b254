"""What a change of a date would do, before it is made."""

from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.whats_on.booked import counts_of
from kith.whats_on.models.concerned import effect_of
from kith.whats_on.models.sessions import Session
from kith.whats_on.rules.changes import ChangeEffect, SessionChange, may_change
from kith.whats_on.rules.plans import room_taken


def effect_of_change(viewer: Viewer, session_id: SessionId, change: SessionChange) -> ChangeEffect:
    """How many families it would concern; raises the Refusal with which the change itself would be refused."""
    session = _own(viewer, session_id)
    new = change.of(session.plan)
    families = counts_of([session_id])[session_id].told_count
    if refusal := may_change(session.facts, session.plan, new, families=families, now=clock.now()):
        raise refusal
    others = Session.objects.exclude(pk=session.pk).in_rooms_of([new])
    if refusal := room_taken([new], [each.plan for each in others]):
        raise refusal
    return effect_of(session, new)


def _own(viewer: Viewer, session_id: SessionId) -> Session:
    access.require(viewer, Permission.MANAGE_SESSIONS)
    session = access.visible(viewer, Session.objects.select_related("series")).filter(pk=session_id).first()
    if session is None:
        raise NotFound("session")
    return session
