"""Finding services together with their dates: what the public timetable answers when a visitor looks for support."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from django.db.models import BooleanField, ExpressionWrapper, F, OuterRef, Q, Subquery
from django.db.models.lookups import IsNull

from kith.directory.queries.cards import ServiceCard, VenueCard
from kith.directory.queries.search import (
    Sought,
    meeting_place_cards,
    meeting_places_near,
    service_cards,
    services_sought,
)
from kith.directory.queries.venues import venues_by_id
from kith.directory.rules.codes import BabyAge, Way
from kith.kernel import clock
from kith.kernel.ids import ServiceId, VenueId
from kith.platform.access.viewer import Viewer
from kith.whats_on.models.sessions import Session, SessionQuerySet
from kith.whats_on.queries.sessions import FURTHEST, SessionCard, card_of
from kith.whats_on.rules.codes import Audience, DayWish, PartOfDay

DATES_SHOWN = 3
LOOKED_AT = 300
"""How many dates are looked through for the soonest services; a service has several."""
AT_A_DISTANCE = [Way.ONLINE, Way.PHONE]


@dataclass(frozen=True)
class Timing:
    """When and how a visitor would like to come."""

    day: DayWish = DayWish.ANY
    part: PartOfDay | None = None
    in_person: bool = True
    at_a_distance: bool = True

    @property
    def is_any(self) -> bool:
        """Whether no day and no time of day is wished for, so that services without dates answer too."""
        return self.day is DayWish.ANY and self.part is None


@dataclass(frozen=True)
class Choice:
    """A service, where it is met (None: at a distance or at home), and its next dates there that suit."""

    service: ServiceCard
    venue: VenueCard | None
    dates: tuple[SessionCard, ...] = ()
    dates_count: int = 0


Pair = tuple[ServiceId, VenueId | None]


def choices_near(
    viewer: Viewer, sought: Sought, timing: Timing, *, lon: float, lat: float, most: int, lang: str
) -> list[Choice]:
    """The choices nearest to here, each service once, and then those that need no way to go."""
    found: list[Choice] = []
    if timing.in_person:
        dates = _dates(timing, sought).filter(series__service=OuterRef("service"), venue=OuterRef("venue"))
        own = Q(speaks=True, venue=F("service__venue"), service__ways__contains=[Way.IN_PERSON])
        suits = _has_one(dates, sought)
        places = meeting_places_near(viewer, sought, lon, lat).filter(suits | own if timing.is_any else suits)
        # Numbers first, whole listings only of those that are shown: the database sorts and carries far less.
        once: dict[int, int] = {}
        for service_id, place_id in places.values_list("service_id", "pk")[: 2 * most]:
            once.setdefault(service_id, place_id)
        cards = meeting_place_cards(viewer, list(once.values())[:most], lang=lang)
        found = [Choice(service, venue) for service, venue in cards]
    choices = _filled_up(viewer, found, sought=sought, timing=timing, most=most, lang=lang)
    return _with_dates(choices, sought, timing, lang)


def choices_soonest(viewer: Viewer, sought: Sought, timing: Timing, *, most: int, lang: str) -> list[Choice]:
    """The choices with the soonest dates, each service once, and then those without dates."""
    services = services_sought(viewer, sought)
    speaks = Q(series__service__in=services.filter(speaks=True).values("pk"))
    dates = _understood(_dates(timing, sought).filter(series__service__in=services.values("pk")), sought, speaks)
    if not timing.in_person or not timing.at_a_distance:
        dates = dates.filter(online=timing.at_a_distance)
    if sought.features:
        dates = dates.filter(Q(venue=None) | Q(venue__features__contains=list(sought.features)))
    pairs: dict[ServiceId, VenueId | None] = {}
    for service_id, venue_id in dates.values_list("series__service_id", "venue_id")[:LOOKED_AT]:
        pairs.setdefault(ServiceId(service_id), VenueId(venue_id) if venue_id else None)
    chosen = list(pairs.items())[:most]
    found = _choices_of(viewer, chosen, lang)
    choices = _filled_up(viewer, found, sought=sought, timing=timing, most=most, lang=lang)
    return _with_dates(choices, sought, timing, lang)


def dates_of(
    _viewer: Viewer, choices: Sequence[Choice], sought: Sought, timing: Timing, *, lang: str, most: int
) -> list[tuple[Choice, SessionCard]]:
    """Every date that suits of these choices, soonest first: for a calendar."""
    by_pair = {_pair(each): each for each in choices}
    rows = _of_choices(choices, sought, timing).select_related("series")[:most]
    dates = [card_of(row, lang) for row in rows]
    return [(by_pair[pair], date) for date in dates if (pair := (date.service_id, date.venue_id)) in by_pair]


def _filled_up(
    viewer: Viewer, found: list[Choice], *, sought: Sought, timing: Timing, most: int, lang: str
) -> list[Choice]:
    """The choices found and, where there is room, those that need no date or no way to go."""
    if len(found) >= most:
        return found
    seen = [each.service.id for each in found]
    online = _dates(timing, sought).filter(series__service=OuterRef("pk"), online=True)
    suits = _has_one(online, sought) if timing.at_a_distance else Q(pk=None)
    if timing.is_any:
        suits |= Q(speaks=True) & _is_met_without_dates(timing, sought)
    rest = services_sought(viewer, sought).exclude(pk__in=seen).filter(suits).order_by("pk")
    cards = service_cards(rest[: most - len(found)], lang)
    return found + [Choice(card, _own_venue(card, sought, timing)) for card in cards]


def _own_venue(card: ServiceCard, sought: Sought, timing: Timing) -> VenueCard | None:
    """Where a service without dates is met; None where it is not met at a venue, or not at one that suits."""
    if card.venue is None or not timing.in_person or Way.IN_PERSON not in card.ways:
        return None
    return card.venue if set(sought.features) <= set(card.venue.features) else None


def _is_met_without_dates(timing: Timing, sought: Sought) -> Q:
    met = Q(ways__overlap=AT_A_DISTANCE) if timing.at_a_distance else Q(pk=None)
    if timing.in_person:
        met |= Q(ways__contains=[Way.IN_PERSON], venue__features__contains=list(sought.features))
        met |= Q(ways__contains=[Way.IN_PERSON], venue=None)
    return met


def _dates(timing: Timing, sought: Sought) -> SessionQuerySet:
    now = clock.now()
    rows = Session.objects.to_come(now).filter(starts_at__lt=now + FURTHEST)
    rows = rows.on(timing.day, timing.part, today=clock.today())
    if sought.age:
        not_for = Audience.WITH_BABY if sought.age is BabyAge.EXPECTED else Audience.EXPECTING
        rows = rows.exclude(series__audience=not_for)
    return rows


def _has_one(dates: SessionQuerySet, sought: Sought) -> Q:
    """Whether there is such a date for each row that knows whether a person there ``speaks`` the language.

    Not EXISTS: for that PostgreSQL would read all dates of all services at once; this it asks only of the nearest.
    """
    speaks = Q(ExpressionWrapper(OuterRef("speaks"), BooleanField()))
    return Q(IsNull(Subquery(_understood(dates, sought, speaks).order_by().values("pk")[:1]), False))


def _understood(dates: SessionQuerySet, sought: Sought, speaks: Q) -> SessionQuerySet:
    """Those dates that are in the language: spoken there, held in it, or with an interpreter."""
    if sought.speaks_it_everywhere:
        return dates
    return dates.filter(Q(language=sought.language) | Q(interpreter_possible=True) | speaks)


def _choices_of(viewer: Viewer, pairs: Sequence[Pair], lang: str) -> list[Choice]:
    """These services at these venues, in this order."""
    if not pairs:
        return []
    wanted = [service_id for service_id, _ in pairs]
    services = {card.id: card for card in service_cards(services_sought(viewer, Sought()).filter(pk__in=wanted), lang)}
    venues = {card.venue.id: card.venue for card in services.values() if card.venue}
    others = {venue_id for _, venue_id in pairs if venue_id} - set(venues)
    venues |= venues_by_id(viewer, others, lang=lang) if others else {}
    return [
        Choice(services[service_id], venues[venue_id] if venue_id else None)
        for service_id, venue_id in pairs
        if service_id in services
    ]


def _of_choices(choices: Collection[Choice], sought: Sought, timing: Timing) -> SessionQuerySet:
    speaking = [each.service.id for each in choices if sought.language in each.service.languages]
    dates = _dates(timing, sought).filter(
        Q(venue=None) | Q(venue__in={each.venue.id for each in choices if each.venue}),
        series__service__in=[each.service.id for each in choices],
    )
    return _understood(dates, sought, Q(series__service__in=speaking))


def _with_dates(choices: list[Choice], sought: Sought, timing: Timing, lang: str) -> list[Choice]:
    """The choices with their next few dates; one statement for all."""
    if not choices:
        return []
    by_pair: dict[Pair, list[Session]] = {}
    for row in _of_choices(choices, sought, timing).select_related("series"):
        venue_id = VenueId(row.venue_id) if row.venue_id else None
        by_pair.setdefault((ServiceId(row.series.service_id), venue_id), []).append(row)
    return [_with_next(each, by_pair.get(_pair(each), ()), lang) for each in choices]


def _with_next(choice: Choice, dates: Sequence[Session], lang: str) -> Choice:
    return replace(choice, dates=tuple(card_of(row, lang) for row in dates[:DATES_SHOWN]), dates_count=len(dates))


def _pair(choice: Choice) -> Pair:
    return choice.service.id, choice.venue.id if choice.venue else None
