"""What is found for a wish, and what is let go when nothing fits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kith.directory.queries import ServiceCard, VenueCard
from kith.directory.rules import Way
from kith.groups.queries import SessionCard
from kith.groups.rules import DayWish

WALKING_KMH = 4.0
"""With a pram, and streets are longer than the line on the map."""
DETOUR = 1.3
LONGEST_WALK_MINUTES = 30
KM_IN_A_MILE = 1.609344


class Visit(StrEnum):
    """Where the parent would like to be."""

    EITHER = "either"
    IN_PERSON = "in_person"
    ONLINE = "online"


class Letting(StrEnum):
    """A wish that can be let go."""

    DAY = "day"
    LANGUAGE = "language"
    VISIT = "visit"


@dataclass(frozen=True)
class Wish:
    """What the parent would like, besides the need."""

    day: DayWish = DayWish.ANY
    language: str = ""
    visit: Visit = Visit.EITHER

    @property
    def held(self) -> tuple[Letting, ...]:
        """The wishes that can still be let go, the least costly first."""
        named = ((Letting.DAY, self.day != DayWish.ANY), (Letting.VISIT, self.visit != Visit.EITHER))
        return tuple(each for each, is_held in (*named, (Letting.LANGUAGE, bool(self.language))) if is_held)

    def without(self, letting: Letting) -> "Wish":
        """The same with one wish let go."""
        if letting is Letting.DAY:
            return replace(self, day=DayWish.ANY)
        return replace(self, language="") if letting is Letting.LANGUAGE else replace(self, visit=Visit.EITHER)


def widenings(wish: Wish) -> Iterator[tuple[Wish, tuple[Letting, ...]]]:
    """The wish as it is, then with one after another let go."""
    let_go: tuple[Letting, ...] = ()
    yield wish, let_go
    for letting in wish.held:
        wish, let_go = wish.without(letting), (*let_go, letting)
        yield wish, let_go


def suits(service: ServiceCard, sessions: tuple[SessionCard, ...], wish: Wish) -> bool:
    """Whether the service answers the wish, with these of its sessions that do."""
    if sessions:
        return True
    if wish.day != DayWish.ANY:
        return False
    speaks = not wish.language or wish.language in service.languages or wish.language == "en"
    return speaks and wish.visit in (Visit.EITHER, *_visits(service))


def session_suits(session: SessionCard, service: ServiceCard, wish: Wish, *, today: date) -> bool:
    """Whether a session of this service answers the wish; an interpreter counts as the language."""
    languages = service.languages | {session.language}
    speaks = not wish.language or wish.language in languages or session.interpreter_possible
    is_there = wish.visit is Visit.EITHER or session.online == (wish.visit is Visit.ONLINE)
    return speaks and is_there and session.suits(wish.day, today=today)


def minutes_on_foot(kilometres: float) -> int | None:
    """About how long the walk takes, to the next five minutes; None where it is no walk."""
    minutes = kilometres * DETOUR / WALKING_KMH * 60
    return max(5, round(minutes / 5) * 5) if minutes <= LONGEST_WALK_MINUTES else None


def miles(kilometres: float) -> int:
    """The distance in whole miles, as the signs here give it."""
    return max(1, round(kilometres / KM_IN_A_MILE))


def nearest(venues: list[VenueCard], distances: dict[int, float]) -> VenueCard | None:
    """The venue that is closest, or simply the first where no distance is known."""
    return min(venues, key=lambda venue: distances.get(venue.id, 0.0), default=None)


def _visits(service: ServiceCard) -> set[Visit]:
    at_a_distance = {Visit.ONLINE} if {Way.ONLINE, Way.PHONE} & set(service.ways) else set()
    return at_a_distance | ({Visit.IN_PERSON} if Way.IN_PERSON in service.ways else set())
