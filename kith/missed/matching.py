"""The dates to come, as they could be offered to a family: open, with room for it, not booked by it, and how far."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from kith.directory.queries.cards import VenueCard
from kith.directory.queries.venues import venues_by_id
from kith.directory.rules.place import kilometres_between
from kith.families.queries.stages import wards
from kith.groups.queries.missed import MissedBooking, sessions_of_family
from kith.kernel import clock
from kith.kernel.ids import FamilyId, SessionId, VenueId
from kith.missed.rules.asking import Reason
from kith.missed.rules.offers import FURTHEST, Date, Missed, matching
from kith.places.queries import locate, ward_name
from kith.platform.access.viewer import Viewer, system_actor
from kith.whats_on.queries.sessions import SessionCard, find_sessions

Point = tuple[float, float]
READER = system_actor("missed")


@dataclass(frozen=True)
class OfferedDate:
    """A date as a page shows it."""

    card: SessionCard
    venue: VenueCard | None
    kilometres: float | None

    @property
    def about_km(self) -> int | None:
        """How far it is about, by the middle of the ward in which the family lives; None where that is not known."""
        return None if self.kilometres is None else max(1, round(self.kilometres))


@dataclass(frozen=True)
class Found:
    """The date that was missed, and all that could be offered instead."""

    booking: MissedBooking
    missed: Missed
    dates: dict[SessionId, Date]
    cards: dict[SessionId, SessionCard]
    venues: dict[VenueId, VenueCard]

    def by_id(self, session_id: SessionId) -> OfferedDate | None:
        """One of them; None where it is not to be had."""
        card = self.cards.get(session_id)
        if card is None:
            return None
        venue = self.venues.get(card.venue_id) if card.venue_id else None
        return OfferedDate(card, venue, self.dates[session_id].kilometres)

    def for_reason(self, reason: Reason) -> tuple[OfferedDate, ...]:
        """Those that answer the reason, the best first."""
        chosen = matching(reason, self.missed, self.dates.values(), now=clock.local(clock.now()))
        return tuple(found for each in chosen if (found := self.by_id(each)))


def found_for(viewer: Viewer, booking: MissedBooking, *, lang: str, but_of_family: bool = True) -> Found:
    """What could be offered to the family of this booking; without what it has booked, unless that is wanted too."""
    taken = sessions_of_family(viewer, booking.family_id) if but_of_family else frozenset()
    coming = find_sessions(viewer, lang=lang, within=FURTHEST)
    cards = {each.id: each for each in coming if each.id not in taken and _has_room(each, booking.needs.places)}
    everywhere = [*cards.values(), booking.session]
    venues = venues_by_id(viewer, {each.venue_id for each in everywhere if each.venue_id}, lang=lang)
    far = _distances(_home(booking.family_id), venues.values())
    language = booking.needs.interpreter_language or booking.language
    return Found(
        booking=booking,
        missed=Missed(_date(booking.session, far), language, booking.needs.places),
        dates={each.id: _date(each, far) for each in cards.values()},
        cards=cards,
        venues=venues,
    )


def _has_room(card: SessionCard, places: int) -> bool:
    return card.is_open and (not card.is_bookable or card.places_left >= places)


def _date(card: SessionCard, far: dict[VenueId, float]) -> Date:
    return Date(
        session_id=card.id,
        series=card.code,
        service_id=card.service_id,
        venue_id=card.venue_id,
        starts_at=clock.local(card.starts_at),
        audience=card.audience,
        language=card.language,
        interpreter_possible=card.interpreter_possible,
        is_evening=card.is_in_the_evening,
        is_weekend=card.is_at_weekend,
        kilometres=far.get(card.venue_id) if card.venue_id else None,
    )


def _home(family_id: FamilyId) -> Point | None:
    """The middle of the ward in which the family lives: near enough to compare by, and no address is read."""
    code = wards(READER, where=Q(pk=family_id)).get(family_id, "")
    found = locate(ward_name(code)) if code else None
    return (found.lon, found.lat) if found else None


def _distances(home: Point | None, venues: Iterable[VenueCard]) -> dict[VenueId, float]:
    return {each.id: kilometres_between(*home, each.lon, each.lat) for each in venues} if home else {}
