"""Who has come to one session, and the taps by which they were counted."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.cafes.models import Arrival
from kith.cafes.rules.footfall import People, may_change_count
from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.whats_on.queries.desk import session_to_run
from kith.whats_on.queries.sessions import SessionCard

TAPS_SHOWN = 8


@dataclass(frozen=True)
class Tap:
    """One tap: who came in together, and what she chose to tell."""

    request_key: UUID
    people: People
    at: datetime
    language: str
    community: str
    is_taken_back: bool


@dataclass(frozen=True)
class Footfall:
    """How many have come to a session, the latest taps first, and whether more may be counted."""

    session: SessionCard
    people: People
    taps: tuple[Tap, ...]
    is_open: bool
    is_today: bool


def footfall_of(viewer: Viewer, session_id: SessionId, *, lang: str) -> Footfall:
    """Who has come to this session of the viewer's organisation; NotFound for another one's."""
    session = session_of(viewer, session_id, lang=lang)
    rows = Arrival.objects.filter(session_id=session_id)
    now = clock.local(clock.now())
    starts_at = clock.local(session.starts_at)
    return Footfall(
        session=session,
        people=rows.people(),
        taps=tuple(_tap(row) for row in rows.order_by("-pk")[:TAPS_SHOWN]),
        is_open=not session.is_cancelled and may_change_count(starts_at, now=now) is None,
        is_today=starts_at.date() == now.date(),
    )


def people_at(viewer: Viewer, session_id: SessionId) -> People:
    """How many have come to this session; the viewer runs it."""
    access.require(viewer, Permission.SEE_REGISTER)
    return Arrival.objects.filter(session_id=session_id).people()


def session_of(viewer: Viewer, session_id: SessionId, *, lang: str) -> SessionCard:
    """The session, which the viewer runs; NotFound for another organisation's."""
    session = session_to_run(viewer, session_id, lang=lang)
    if session is None:
        raise NotFound("session")
    return session


def _tap(row: Arrival) -> Tap:
    return Tap(row.request_key, row.people, row.at, row.language, row.community, row.taken_back_at is not None)
