"""The search: one statement chooses and brings the services, one their dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from kith.directory.queries.cards import ServiceCard, VenueCard
from kith.directory.queries.search import needs_heard
from kith.directory.rules.place import kilometres_between
from kith.directory.words import NEED_WORDS
from kith.front.find_support import choosing
from kith.front.find_support.choosing import Letting, Wish
from kith.front.find_support.drawing import SupportMap, support_map
from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.places.queries import Location, locate, names_like, outlines_of
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText
from kith.referrals.queries.receivers import usual_replies
from kith.whats_on.queries.finding import Choice, choices_near, choices_soonest, dates_of
from kith.whats_on.queries.sessions import SessionCard

MOST_DATES = 200
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
    usual_reply: timedelta | None

    @property
    def reply_days(self) -> int | None:
        """Within how many days who runs it usually answers a referral; None where too few could tell."""
        return ceil(self.usual_reply / timedelta(days=1)) if self.usual_reply else None

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
    has_more: bool
    wish: Wish
    near: Location | None
    near_is_unknown: bool
    perhaps_meant: tuple[str, ...]
    let_go: tuple[Letting, ...]
    heard: tuple[str, ...]

    @property
    def map(self) -> SupportMap | None:
        """The results on the wards of the place; None where the place has no wards yet."""
        return support_map(
            outlines_of("ward"), [(each.number, each.venue) for each in self.results if each.venue], self.near
        )


def find_support(viewer: Viewer, wish: Wish, *, lang: str, near: str = "", most: int) -> Findings:
    """Services and sessions for the wish, nearest first; where nothing fits, wishes are let go until something does."""
    location = locate(near) if near else None
    is_unknown = bool(near) and location is None
    chosen, fitting, let_go = closest(viewer, wish, location, most=most + 1, lang=lang)
    replies = usual_replies(each.service.organisation_id for each in chosen if each.service.how_to_refer)
    return Findings(
        results=_numbered(chosen[:most], location, replies),
        has_more=len(chosen) > most,
        wish=fitting,
        near=location,
        near_is_unknown=is_unknown,
        perhaps_meant=tuple(names_like(near)) if is_unknown else (),
        let_go=let_go,
        heard=tuple(str(NEED_WORDS[each]) for each in needs_heard(wish.words)) if wish.words else (),
    )


def dates_found(viewer: Viewer, wish: Wish, *, lang: str, near: str, most: int) -> list[tuple[Choice, SessionCard]]:
    """Every date of the choices that fit the wish exactly, soonest first; nothing is let go."""
    chosen = _choices(viewer, wish, locate(near) if near else None, most=most, lang=lang)
    return dates_of(viewer, chosen, wish.sought, wish.timing, lang=lang, most=MOST_DATES)


def closest(
    viewer: Viewer, wish: Wish, location: Location | None, *, most: int, lang: str
) -> tuple[list[Choice], Wish, tuple[Letting, ...]]:
    """What answers the wish, or the first wider one that anything answers, and what that lets go."""
    for wider, let_go in choosing.widenings(wish):
        if chosen := _choices(viewer, wider, location, most=most, lang=lang):
            return chosen, wider, let_go
    return [], wish, ()


def _choices(viewer: Viewer, wish: Wish, location: Location | None, *, most: int, lang: str) -> list[Choice]:
    if location is None:
        return choices_soonest(viewer, wish.sought, wish.timing, most=most, lang=lang)
    return choices_near(viewer, wish.sought, wish.timing, lon=location.lon, lat=location.lat, most=most, lang=lang)


def _numbered(
    chosen: list[Choice], location: Location | None, replies: Mapping[OrganisationId, timedelta]
) -> tuple[Result, ...]:
    """Nearest first where we know from where, else the soonest; what needs no way to go comes after."""
    placed = [(each, _kilometres(each.venue, location)) for each in chosen]
    placed.sort(key=_order)
    return tuple(
        Result(
            number=number,
            service=choice.service,
            sessions=choice.dates,
            more_count=choice.dates_count - len(choice.dates),
            venue=choice.venue,
            kilometres=kilometres,
            usual_reply=replies.get(choice.service.organisation_id),
        )
        for number, (choice, kilometres) in enumerate(placed, start=1)
    )


def _order(placed: tuple[Choice, float | None]) -> tuple[bool, float, datetime, int]:
    choice, kilometres = placed
    soonest = choice.dates[0].starts_at if choice.dates else FAR_AHEAD
    return choice.venue is None, round(kilometres or 0.0, 1), soonest, choice.service.id


def _kilometres(venue: VenueCard | None, location: Location | None) -> float | None:
    if venue is None or location is None:
        return None
    return kilometres_between(location.lon, location.lat, venue.lon, venue.lat)
