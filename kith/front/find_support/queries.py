"""The search itself: few statements, then everything else in memory."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from kith.directory.queries import ServiceCard, VenueCard, find_services, needs_heard, venues_by_id
from kith.directory.rules import Need, kilometres_between
from kith.directory.words import NEED_WORDS
from kith.front.find_support import choosing
from kith.front.find_support.choosing import Letting, Wish
from kith.front.find_support.drawing import SupportMap, support_map
from kith.groups.queries import SessionCard, find_sessions
from kith.kernel import clock
from kith.kernel.ids import ServiceId, VenueId
from kith.places.queries import Location, areas_of, locate
from kith.platform.access import Viewer
from kith.platform.i18n import LocalText

SHOWN_SESSIONS = 3
FAR_AHEAD = datetime.max.replace(tzinfo=clock.LONDON)


@dataclass(frozen=True)
class Result:
    """A service with the next of its sessions that suit, and how far it is."""

    number: int
    service: ServiceCard
    sessions: tuple[SessionCard, ...]
    more_count: int
    venue: VenueCard | None
    kilometres: float | None

    @property
    def name(self) -> LocalText:
        """The service's name."""
        return self.service.name

    @property
    def languages(self) -> list[str]:
        """Languages of the sessions and of those who are there, each once."""
        held = [each.language for each in self.sessions] or ["en"]
        return list(dict.fromkeys([*held, *sorted(self.service.languages)]))

    @property
    def minutes_on_foot(self) -> int | None:
        """How long the walk takes, where it is one."""
        return None if self.kilometres is None else choosing.minutes_on_foot(self.kilometres)

    @property
    def miles(self) -> int | None:
        """How far it is, where it is no walk."""
        return None if self.kilometres is None else choosing.miles(self.kilometres)


@dataclass(frozen=True)
class Findings:
    """What was found, and what had to be let go to find anything."""

    results: tuple[Result, ...]
    near: Location | None
    near_is_unknown: bool
    let_go: tuple[Letting, ...]
    need_let_go: bool
    heard: tuple[str, ...]
    map: SupportMap | None


def find_support(
    viewer: Viewer, *, lang: str, near: str = "", need: Need | None = None, words: str = "", wish: Wish | None = None
) -> Findings:
    """Services and sessions for the wish, nearest first; where nothing fits, wishes are let go until something does."""
    wish = wish or Wish()
    location = locate(near) if near else None
    services = find_services(viewer, lang=lang, need=need, text=words)
    need_let_go = not services and bool(need or words)
    if need_let_go:
        services = find_services(viewer, lang=lang)
    by_service = _sessions_of(viewer, services, lang)
    chosen, let_go = _closest(services, by_service, wish)
    venues = _venues(viewer, chosen, lang)
    results = _ordered(chosen, venues, location)
    return Findings(
        results=results,
        near=location,
        near_is_unknown=bool(near) and location is None,
        let_go=let_go,
        need_let_go=need_let_go,
        heard=tuple(str(NEED_WORDS[each]) for each in needs_heard(words)) if words else (),
        map=support_map(areas_of("ward"), [(each.number, each.venue) for each in results if each.venue], location),
    )


Chosen = list[tuple[ServiceCard, tuple[SessionCard, ...]]]


def _sessions_of(viewer: Viewer, services: list[ServiceCard], lang: str) -> dict[ServiceId, list[SessionCard]]:
    by_service: dict[ServiceId, list[SessionCard]] = defaultdict(list)
    if services:
        for session in find_sessions(viewer, lang=lang, services=[each.id for each in services]):
            by_service[session.service_id].append(session)
    return by_service


def _closest(
    services: list[ServiceCard], by_service: dict[ServiceId, list[SessionCard]], wish: Wish
) -> tuple[Chosen, tuple[Letting, ...]]:
    """What answers the wish, or the first wider one that anything answers, and what that lets go."""
    tried = ((_chosen(services, by_service, wider), let_go) for wider, let_go in choosing.widenings(wish))
    return next((each for each in tried if each[0]), ([], ()))


def _chosen(services: list[ServiceCard], by_service: dict[ServiceId, list[SessionCard]], wish: Wish) -> Chosen:
    today = clock.today()
    paired = [
        (each, tuple(s for s in by_service[each.id] if choosing.session_suits(s, each, wish, today=today)))
        for each in services
    ]
    return [(service, sessions) for service, sessions in paired if choosing.suits(service, sessions, wish)]


def _venues(viewer: Viewer, chosen: Chosen, lang: str) -> dict[VenueId, VenueCard]:
    known = {service.venue.id: service.venue for service, _ in chosen if service.venue}
    wanted = {session.venue_id for _, sessions in chosen for session in sessions if session.venue_id} - set(known)
    return known | venues_by_id(viewer, wanted, lang=lang) if wanted else known


def _ordered(chosen: Chosen, venues: dict[VenueId, VenueCard], location: Location | None) -> tuple[Result, ...]:
    """Nearest first where we know from where, else the soonest; what needs no way to go comes after."""
    distances: dict[int, float] = {}
    if location:
        distances = {
            venue.id: kilometres_between(location.lon, location.lat, venue.lon, venue.lat) for venue in venues.values()
        }
    placed = [(service, sessions, _venue(service, sessions, venues, distances)) for service, sessions in chosen]
    placed.sort(
        key=lambda each: (
            each[2] is None,
            distances.get(each[2].id, 0.0) if each[2] else 0.0,
            each[1][0].starts_at if each[1] else FAR_AHEAD,
            each[0].id,
        )
    )
    return tuple(
        Result(
            number=number,
            service=service,
            sessions=sessions[:SHOWN_SESSIONS],
            more_count=max(0, len(sessions) - SHOWN_SESSIONS),
            venue=venue,
            kilometres=distances.get(venue.id) if venue else None,
        )
        for number, (service, sessions, venue) in enumerate(placed, start=1)
    )


def _venue(
    service: ServiceCard,
    sessions: tuple[SessionCard, ...],
    venues: dict[VenueId, VenueCard],
    distances: dict[int, float],
) -> VenueCard | None:
    of_sessions = [venues[each.venue_id] for each in sessions if each.venue_id]
    return choosing.nearest(of_sessions or ([service.venue] if service.venue else []), distances)
