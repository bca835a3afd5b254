"""Changing one date, once it is clear which families that concerns; they are told, and every page and file says it."""

from datetime import datetime

from django.db.models.functions import Least

from kith.groups import events
from kith.groups.actions.clashing import refuse_clashes, saved_once
from kith.groups.actions.locking import locked_own_session
from kith.groups.actions.offering import move_up
from kith.groups.models.concerned import effect_of
from kith.groups.models.sessions import Session
from kith.groups.rules.changes import ChangeEffect, SessionChange, is_told, may_change
from kith.groups.rules.codes import BookingState
from kith.groups.rules.plans import NewSession
from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit, freshness, outbox
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic


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
    families = session.bookings.live().count()
    if refusal := may_change(session.facts, old, new, families=families, now=clock.now()):
        raise refusal
    refuse_clashes(session.series, [new], but=session)
    effect = effect_of(session, new)
    if not effect.is_quiet and effect != agreed:
        raise Refusal("effect_not_agreed")
    changed = _write(session, old, new)
    audit.record(by, "groups.session_changed", session, changed=changed, was=old.starts_at.isoformat())
    if is_told(old, new):
        outbox.append(events.SessionMoved(session_id, session.revision, old.starts_at))
    move_up(by, session)
    freshness.invalidate(Topic.LISTINGS)
    return session.revision


def _write(session: Session, old: NewSession, new: NewSession) -> list[str]:
    """What has changed. Nothing that waits for an answer lasts beyond the new beginning."""
    changed = [name for name, value in vars(new).items() if value != getattr(old, name)]
    for name in changed:
        setattr(session, name, getattr(new, name))
    session.revision += is_told(old, new)
    with saved_once(new):
        session.save(update_fields=[*changed, "revision"])
    if new.starts_at < old.starts_at:
        _end_in_time(session, new.starts_at)
    return changed


def _end_in_time(session: Session, start: datetime) -> None:
    session.bookings.filter(state=BookingState.OFFERED).update(offered_until=Least("offered_until", start))
    session.held_bookings.update(held_until=Least("held_until", start), words_until=Least("words_until", start))
