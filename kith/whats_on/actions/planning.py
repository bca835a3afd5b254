"""Planning series and their sessions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kith.directory.queries.search import services_by_id
from kith.kernel import clock
from kith.kernel.ids import ServiceId, SessionId
from kith.platform import access, audit, freshness, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.whats_on import events
from kith.whats_on.actions.clashing import refuse_clashes, saved_once
from kith.whats_on.actions.locking import is_own, locked_own_series, locked_own_session
from kith.whats_on.booked import bookings
from kith.whats_on.models.planned import write_dates
from kith.whats_on.models.sessions import Series
from kith.whats_on.rules.changes import may_touch
from kith.whats_on.rules.codes import Audience
from kith.whats_on.rules.plans import NewSession, may_plan

__all__ = ["NewSeries", "NewSession", "add_series", "cancel_session", "plan_sessions"]


@dataclass(frozen=True)
class NewSeries:
    """A run of sessions of one kind; the code is what stands on its posters."""

    service_id: ServiceId
    code: str
    title: Mapping[str, str]
    summary: Mapping[str, str] = field(default_factory=dict)
    audience: Audience = Audience.EVERYONE


@action
def add_series(*, by: Actor, series: NewSeries) -> int:
    """Write the series down and say its id."""
    access.require(by, Permission.MANAGE_SESSIONS)
    service = services_by_id(by, [series.service_id], lang="en").get(series.service_id)
    if service is None or not is_own(by, service.organisation_id):
        raise NotFound("service")
    row = Series.objects.create(
        service_id=service.id,
        organisation_id=service.organisation_id,
        code=series.code,
        title=dict(series.title),
        summary=dict(series.summary),
        audience=series.audience,
    )
    audit.record(by, "whats_on.series_added", row)
    freshness.invalidate(Topic.LISTINGS)
    return int(row.pk)


@action
def plan_sessions(*, by: Actor, series_id: int, sessions: Iterable[NewSession]) -> list[SessionId]:
    """Add these dates to the series: all or none, and the refusal names the date."""
    access.require(by, Permission.MANAGE_SESSIONS)
    series = locked_own_series(by, series_id)
    plans = [each.tidied() for each in sessions]
    for each in plans:
        if refusal := may_plan(each, last_day=series.ended_on):
            raise refusal
    refuse_clashes(series, plans)
    with saved_once(*plans):
        made = write_dates(series.pk, plans)
    audit.record(by, "whats_on.sessions_planned", series, count=len(made))
    freshness.invalidate(Topic.LISTINGS)
    return made


@action
def cancel_session(*, by: Actor, session_id: SessionId) -> None:
    """Call the session off and tell every family that had or waited for a place. Called off twice it is so once."""
    access.require(by, Permission.MANAGE_SESSIONS)
    session = locked_own_session(by, session_id)
    if session.cancelled_at:
        return
    if refusal := may_touch(session.facts, now=clock.now()):
        raise refusal
    session.cancelled_at = clock.now()
    session.save(update_fields=["cancelled_at"])
    audit.record(by, "whats_on.session_cancelled", session)
    outbox.append(events.SessionCalledOff(session_id))
    bookings().end(by, session_id, session.cancelled_at)
    freshness.invalidate(Topic.LISTINGS)
