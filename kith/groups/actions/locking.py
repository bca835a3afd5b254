"""What every action holds while it decides: the session, behind whose lock its places are given out."""

from kith.groups.models.bookings import Booking
from kith.groups.models.sessions import Series, Session, locked_session
from kith.kernel.ids import OrganisationId, SessionId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor, ViewerKind


def locked_own_session(by: Actor, session_id: SessionId) -> Session:
    """The same for those who run it; NotFound for all others."""
    session = locked_session(session_id)
    if not is_own(by, OrganisationId(session.series.organisation_id)):
        raise NotFound("session")
    return session


def locked_own_series(by: Actor, series_id: int) -> Series:
    """The series behind its lock, for those who run it; NotFound for all others."""
    series = Series.objects.select_for_update().filter(pk=series_id).first()
    if series is None or not is_own(by, OrganisationId(series.organisation_id)):
        raise NotFound("series")
    return series


def locked_booking(token: str) -> tuple[Booking, Session]:
    """The booking of this link and its session, behind the lock that booking takes: no two can wait for each other."""
    session_id = Booking.objects.filter(token=token).values_list("session_id", flat=True).first()
    session = Session.objects.locked(SessionId(session_id)) if session_id else None
    if session is None:
        raise NotFound("booking")
    return Booking.objects.get(token=token), session


def is_own(by: Actor, organisation_id: OrganisationId) -> bool:
    """Whether this is the actor's own organisation."""
    return by.kind is ViewerKind.SYSTEM or organisation_id in by.organisation_ids
