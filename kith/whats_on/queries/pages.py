"""A session as its own page shows it: what a visit is like, where, and who is there."""

from dataclasses import dataclass

from kith.directory.queries.cards import ServiceCard, VenueCard
from kith.directory.queries.search import services_by_id
from kith.directory.queries.venues import venues_by_id
from kith.kernel.ids import SessionId
from kith.organisations.queries.people import organisation_cards
from kith.platform.access.viewer import Viewer
from kith.whats_on.queries.sessions import SessionCard, session_card, sessions_of_series

MOST_OTHER_DATES = 6


@dataclass(frozen=True)
class SessionPage:
    """A session with its service, its venue, who holds it, and the dates after it."""

    session: SessionCard
    service: ServiceCard | None
    venue: VenueCard | None
    organisation: str
    other_dates: tuple[SessionCard, ...]


def session_page(viewer: Viewer, session_id: SessionId, *, lang: str) -> SessionPage | None:
    """The page of this session; None where there is none."""
    session = session_card(viewer, session_id, lang=lang)
    if session is None:
        return None
    service = services_by_id(viewer, [session.service_id], lang=lang).get(session.service_id)
    organisations = organisation_cards([service.organisation_id]) if service else {}
    others = sessions_of_series(viewer, session.code, lang=lang)
    return SessionPage(
        session=session,
        service=service,
        venue=venue_of(viewer, session, lang=lang),
        organisation=organisations[service.organisation_id].name if service else "",
        other_dates=tuple(each for each in others if each.id != session.id)[:MOST_OTHER_DATES],
    )


def venue_of(viewer: Viewer, session: SessionCard, *, lang: str) -> VenueCard | None:
    """Where the session is held; None for one that is online only."""
    if session.venue_id is None:
        return None
    return venues_by_id(viewer, [session.venue_id], lang=lang)[session.venue_id]
