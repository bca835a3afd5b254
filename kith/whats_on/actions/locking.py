"""What every action of this room holds while it decides: the session or the series that it changes."""

from kith.kernel.ids import OrganisationId, SessionId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor, ViewerKind
from kith.whats_on.models.sessions import Series, Session


def locked_own_session(by: Actor, session_id: SessionId) -> Session:
    """The session behind its lock, for those who run it; NotFound for all others."""
    for session in Session.objects.locked(session_id):
        if is_own(by, OrganisationId(session.series.organisation_id)):
            return session
    raise NotFound("session")


def locked_own_series(by: Actor, series_id: int) -> Series:
    """The series behind its lock, for those who run it; NotFound for all others."""
    series = Series.objects.select_for_update().filter(pk=series_id).first()
    if series is None or not is_own(by, OrganisationId(series.organisation_id)):
        raise NotFound("series")
    return series


def is_own(by: Actor, organisation_id: OrganisationId) -> bool:
    """Whether this is the actor's own organisation."""
    return by.kind is ViewerKind.SYSTEM or organisation_id in by.organisation_ids
