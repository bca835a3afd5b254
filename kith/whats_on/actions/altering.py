"""Changing one date, once it is clear which families that concerns; they are told, and every page and file says it."""

from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit, freshness, outbox
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.whats_on import events
from kith.whats_on.actions.clashing import refuse_clashes, saved_once
from kith.whats_on.actions.locking import locked_own_session
from kith.whats_on.booked import bookings, counts_of
from kith.whats_on.models.concerned import date_change, effect_of
from kith.whats_on.models.sessions import Session
from kith.whats_on.rules.changes import ChangeEffect, SessionChange, is_told, may_change
from kith.whats_on.rules.plans import NewSession


@action
def change_session(
    *, by: Actor, session_id: SessionId, change: SessionChange, agreed: ChangeEffect | None = None
) -> int:
    """Change the date; its effect must be ``agreed`` as it is now, unless it concerns no family.

    Says its revision, which counts the changes that people are told of.
    """
    access.require(by, Permission.MANAGE_SESSIONS)
    session = locked_own_session(by, session_id)
    old, new = session.plan, change.of(session.plan)
    families = counts_of([session_id])[session_id].told_count
    if refusal := may_change(session.facts, old, new, families=families, now=clock.now()):
        raise refusal
    refuse_clashes(session.series, [new], but=session)
    effect = effect_of(session, new)
    if not effect.is_quiet and effect != agreed:
        raise Refusal("effect_not_agreed")
    about = date_change(session, new)
    changed = _write(session, old, new)
    audit.record(by, "whats_on.session_changed", session, changed=changed, was=old.starts_at.isoformat())
    if is_told(old, new):
        outbox.append(events.SessionMoved(session_id, session.revision, old.starts_at))
    bookings().follow_change(by, about)
    freshness.invalidate(Topic.LISTINGS)
    return session.revision


def _write(session: Session, old: NewSession, new: NewSession) -> list[str]:
    """What has changed."""
    changed = [name for name, value in vars(new).items() if value != getattr(old, name)]
    for name in changed:
        setattr(session, name, getattr(new, name))
    session.revision += is_told(old, new)
    with saved_once(new):
        session.save(update_fields=[*changed, "revision"])
    return changed
