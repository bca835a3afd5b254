"""Finding sessions, and one session as its page shows it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kith.kernel import clock
from kith.kernel.ids import ServiceId, SessionId, VenueId
from kith.platform.access.viewer import Viewer
from kith.platform.freshness import Also
from kith.platform.i18n.texts import LocalText, in_language
from kith.whats_on.models.sessions import Session
from kith.whats_on.rules import places
from kith.whats_on.rules.codes import Audience, DayWish, Joining
from kith.whats_on.rules.places import FEW_PLACES
from kith.whats_on.rules.times import is_evening, is_weekend, suits_day

FURTHEST = timedelta(days=120)
MOST = 600
LONGEST_SESSION = timedelta(days=1)


@dataclass(frozen=True)
class SessionCard:
    """A session in one language."""

    id: SessionId
    service_id: ServiceId
    venue_id: VenueId | None
    code: str
    title: LocalText
    summary: LocalText
    audience: Audience
    starts_at: datetime
    ends_at: datetime
    joining: Joining
    capacity: int
    places_taken: int
    places_left: int
    """How many are open to who comes new: none while others wait."""
    language: str
    interpreter_possible: bool
    online: bool
    has_begun: bool
    room: str = ""
    has_creche: bool = False
    creche_places: int = 0
    revision: int = 1
    creche_taken: int = 0
    places_held: int = 0
    """How many of the taken are kept for visitors who have not shown who they are."""
    cancelled_at: datetime | None = None

    @property
    def creche_left(self) -> int | None:
        """For how many children its crèche has room; None where it is not said for how many it is."""
        return max(0, self.creche_places - self.creche_taken) if self.creche_places else None

    @property
    def is_cancelled(self) -> bool:
        """Whether it is called off."""
        return self.cancelled_at is not None

    @property
    def places_shown(self) -> str:
        """How many places are left, as the public is told."""
        return places.places_shown(self.places_left)

    @property
    def is_bookable(self) -> bool:
        """Whether places are booked, rather than just come."""
        return self.joining is Joining.BOOKABLE

    @property
    def is_open(self) -> bool:
        """Whether one can still come or book."""
        return not (self.is_cancelled or self.has_begun)

    @property
    def is_at_weekend(self) -> bool:
        """Whether it is on a Saturday or Sunday."""
        return is_weekend(clock.local(self.starts_at))

    @property
    def is_in_the_evening(self) -> bool:
        """Whether it is on a weekday evening."""
        return is_evening(clock.local(self.starts_at))

    def suits(self, day: DayWish, *, today: date) -> bool:
        """Whether it falls on a day the parent can come."""
        return suits_day(clock.local(self.starts_at), day, today=today)


def find_sessions(
    _viewer: Viewer, *, lang: str, services: Collection[ServiceId] | None = None, within: timedelta = FURTHEST
) -> list[SessionCard]:
    """The sessions to come (of these services), soonest first; any viewer may know them. One statement."""
    now = clock.now()
    rows = Session.objects.to_come(now).filter(starts_at__lt=now + within).select_related("series")
    if services is not None:
        rows = rows.filter(series__service_id__in=services)
    return [card_of(row, lang) for row in rows[:MOST]]


def places_told(session_id: SessionId) -> Also:
    """What the public is told of the places of this session and of the others of its series, for the page cache."""
    return Also(_PLACES_OF_SERIES, (FEW_PLACES, session_id, clock.now() - LONGEST_SESSION))


_PLACES_OF_SERIES = """
    SELECT string_agg(
        concat(id, ':', least(capacity - places_taken, %s) * (families_waiting = 0)::integer), ' ' ORDER BY id
    ) FROM whats_on_session
    WHERE series_id = (SELECT series_id FROM whats_on_session WHERE id = %s) AND starts_at > %s
"""


def session_card(_viewer: Viewer, session_id: SessionId, *, lang: str) -> SessionCard | None:
    """One session, past and called-off ones too."""
    found = Session.objects.select_related("series").filter(pk=session_id)
    return next((card_of(row, lang) for row in found), None)


def sessions_of_series(_viewer: Viewer, code: str, *, lang: str) -> list[SessionCard]:
    """The sessions to come of the series with this code."""
    rows = Session.objects.to_come(clock.now()).filter(series__code=code).select_related("series")
    return [card_of(row, lang) for row in rows[:20]]


def other_dates(viewer: Viewer, session: SessionCard, *, lang: str) -> list[SessionCard]:
    """The dates of the same series to which a booking can be moved."""
    found = sessions_of_series(viewer, session.code, lang=lang)
    return [each for each in found if each.is_bookable and each.id != session.id]


def card_of(row: Session, lang: str) -> SessionCard:
    """The card of a session that comes with its series."""
    return SessionCard(
        id=SessionId(row.pk),
        service_id=ServiceId(row.series.service_id),
        venue_id=VenueId(row.venue_id) if row.venue_id else None,
        code=row.series.code,
        title=in_language(row.series.title, lang),
        summary=in_language(row.series.summary, lang),
        audience=row.series.audience,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        joining=row.joining,
        capacity=row.capacity,
        places_taken=row.places_taken,
        places_left=row.facts.places_open,
        language=row.language,
        interpreter_possible=row.interpreter_possible,
        online=row.online,
        has_begun=row.starts_at <= clock.now(),
        room=row.room,
        has_creche=row.has_creche,
        creche_places=row.creche_places,
        creche_taken=row.creche_taken,
        revision=row.revision,
        places_held=row.places_held,
        cancelled_at=row.cancelled_at,
    )
