"""Planning series and their sessions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kith.directory.queries.search import services_by_id
from kith.groups import events
from kith.groups.models import Series, Session
from kith.groups.rules.codes import Audience, BookingState, Joining
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, OrganisationId, ServiceId, SessionId, VenueId
from kith.platform import access, audit, freshness, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, ViewerKind
from kith.platform.action import action
from kith.platform.freshness import Topic


@dataclass(frozen=True)
class NewSeries:
    """A run of sessions of one kind; the code is what stands on its posters."""

    service_id: ServiceId
    code: str
    title: Mapping[str, str]
    summary: Mapping[str, str] = field(default_factory=dict)
    audience: Audience = Audience.EVERYONE


@dataclass(frozen=True)
class NewSession:
    """One date of a series."""

    starts_at: datetime
    ends_at: datetime
    capacity: int
    joining: Joining = Joining.BOOKABLE
    venue_id: VenueId | None = None
    online: bool = False
    language: str = "en"
    interpreter_possible: bool = False


@action
def add_series(*, by: Actor, series: NewSeries) -> int:
    """Write the series down and say its id."""
    access.require(by, Permission.MANAGE_SESSIONS)
    service = services_by_id(by, [series.service_id], lang="en").get(series.service_id)
    if service is None or not _is_own(by, service.organisation_id):
        raise NotFound("service")
    row = Series.objects.create(
        service_id=service.id,
        organisation_id=service.organisation_id,
        code=series.code,
        title=dict(series.title),
        summary=dict(series.summary),
        audience=series.audience,
    )
    audit.record(by, "groups.series_added", row)
    freshness.invalidate(Topic.LISTINGS)
    return int(row.pk)


@action
def plan_sessions(*, by: Actor, series_id: int, sessions: Iterable[NewSession]) -> list[SessionId]:
    """Add these dates to the series."""
    access.require(by, Permission.MANAGE_SESSIONS)
    series = Series.objects.filter(pk=series_id).first()
    if series is None or not _is_own(by, OrganisationId(series.organisation_id)):
        raise NotFound("series")
    rows = Session.objects.bulk_create(
        Session(
            series=series,
            venue_id=each.venue_id,
            online=each.online,
            starts_at=each.starts_at,
            ends_at=each.ends_at,
            joining=each.joining,
            capacity=each.capacity,
            language=each.language,
            interpreter_possible=each.interpreter_possible,
        )
        for each in sessions
    )
    audit.record(by, "groups.sessions_planned", series, count=len(rows))
    freshness.invalidate(Topic.LISTINGS)
    return [SessionId(row.pk) for row in rows]


@action
def cancel_session(*, by: Actor, session_id: SessionId) -> None:
    """Call the session off and tell every family that had or waited for a place."""
    access.require(by, Permission.MANAGE_SESSIONS)
    session = Session.objects.locked(session_id)
    if session is None or not _is_own(by, OrganisationId(session.series.organisation_id)):
        raise NotFound("session")
    if session.cancelled_at:
        return
    session.cancelled_at = clock.now()
    session.save(update_fields=["cancelled_at"])
    audit.record(by, "groups.session_cancelled", session)
    for row in session.bookings.live():
        row.state = BookingState.CANCELLED
        row.revision += 1
        row.changed_at = session.cancelled_at
        row.save(update_fields=["state", "revision", "changed_at"])
        audit.record(by, "groups.booking_cancelled", row, family_id=FamilyId(row.family_id), by_us=True)
        outbox.append(events.BookingCancelled(BookingId(row.pk), row.revision))
    freshness.invalidate(Topic.LISTINGS)


def _is_own(by: Actor, organisation_id: OrganisationId) -> bool:
    return by.kind is ViewerKind.SYSTEM or organisation_id in by.organisation_ids
