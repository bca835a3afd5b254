"""One date: added beside the rules, or changed alone."""

from datetime import date

from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.kernel.refusal import Refusal
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.timetables.models import PlannedDate
from kith.timetables.plans import mark_of, new_session
from kith.timetables.rules.details import Details, may_add
from kith.whats_on.actions.altering import change_session
from kith.whats_on.actions.planning import plan_sessions
from kith.whats_on.queries.changes import effect_of_change
from kith.whats_on.rules.changes import SessionChange


@action
def add_date(*, by: Actor, series_id: int, on: date, details: Details) -> SessionId:
    """Plan one date of the series beside its rules."""
    access.require(by, Permission.MANAGE_SESSIONS)
    if refusal := may_add(on, details, now=clock.now()):
        raise refusal
    (session_id,) = plan_sessions(by=by, series_id=series_id, sessions=[new_session(details, on)])
    return session_id


@action
def change_date(*, by: Actor, session_id: SessionId, change: SessionChange, agreed: str) -> None:
    """Change one date as it was shown, and let changes of its rule leave it as it is from now on.

    Raises Refusal where the change would not do what was shown any more (``mark_of`` its effect).
    """
    access.require(by, Permission.MANAGE_SESSIONS)
    effect = effect_of_change(by, session_id, change)
    if mark_of(effect) != agreed:
        raise Refusal("effect_changed")
    change_session(by=by, session_id=session_id, change=change, agreed=effect)
    PlannedDate.objects.filter(session_id=session_id).update(is_own=True)
