"""For those who run sessions: which days at which venues are to come, and one of them with its devices."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kith.directory.queries.cards import VenueCard
from kith.directory.queries.venues import venues_by_id
from kith.hub_days.models import DayEntry, Device, HandOut
from kith.hub_days.rules.codes import DeviceId
from kith.hub_days.rules.days import may_prepare
from kith.kernel import clock
from kith.kernel.ids import MembershipId, VenueId
from kith.organisations.queries.people import membership_cards
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.whats_on.queries.desk import sessions_led
from kith.whats_on.queries.sessions import SessionCard

DAYS_SHOWN = 14


@dataclass(frozen=True)
class HubDayRow:
    """A day at a venue with sessions of the viewer's organisation."""

    venue: VenueCard
    on: date
    sessions: tuple[SessionCard, ...]
    device_count: int
    may_prepare: bool


@dataclass(frozen=True)
class DayWithEntries:
    """A day with entries that wait for a person, which may be over."""

    venue: VenueCard
    on: date
    count: int


@dataclass(frozen=True)
class HubDays:
    """What is to come, and the days with something to look at."""

    to_come: tuple[HubDayRow, ...]
    to_look_at: tuple[DayWithEntries, ...]


@dataclass(frozen=True)
class DeviceRow:
    """A device that took the day along: who holds it, and when it was heard of."""

    id: DeviceId
    person: str
    is_own: bool
    prepared_at: datetime
    heard_at: datetime | None
    withdrawn_at: datetime | None
    wiped_at: datetime | None

    @property
    def may_be_withdrawn(self) -> bool:
        """Whether it may still hold the day, or something to send."""
        return self.withdrawn_at is None and self.wiped_at is None


@dataclass(frozen=True)
class HubDay:
    """One day at one venue."""

    venue: VenueCard
    on: date
    sessions: tuple[SessionCard, ...]
    devices: tuple[DeviceRow, ...]
    handed_out: tuple[tuple[str, str, int], ...]
    """Address of the page, language, and how often."""
    may_prepare: bool


def hub_days(viewer: Viewer, *, lang: str) -> HubDays:
    """The days of the next two weeks at each venue, soonest first, and the days that wait for a person."""
    access.require(viewer, Permission.SEE_REGISTER)
    today = clock.today()
    by_day: dict[tuple[date, VenueId], list[SessionCard]] = defaultdict(list)
    for each in _sessions(viewer, today, today + timedelta(days=DAYS_SHOWN), lang=lang):
        if each.venue_id is not None:
            by_day[clock.local(each.starts_at).date(), each.venue_id].append(each)
    waiting: dict[tuple[date, VenueId], int] = defaultdict(int)
    for row in access.visible(viewer, DayEntry.objects.to_look_at()).select_related("device"):
        waiting[row.device.on, VenueId(row.device.venue_id)] += 1
    devices: dict[tuple[date, VenueId], int] = defaultdict(int)
    live = access.visible(viewer, Device.objects.filter(on__gte=today, withdrawn_at=None, wiped_at=None))
    for on, venue_id in live.values_list("on", "venue_id"):
        devices[on, VenueId(venue_id)] += 1
    venues = venues_by_id(viewer, {venue_id for _, venue_id in (*by_day, *waiting)}, lang=lang)
    return HubDays(
        tuple(
            HubDayRow(venues[venue_id], on, tuple(sessions), devices[on, venue_id], may_prepare(on, today) is None)
            for (on, venue_id), sessions in sorted(by_day.items())
        ),
        tuple(DayWithEntries(venues[venue_id], on, count) for (on, venue_id), count in sorted(waiting.items())),
    )


def hub_day(viewer: Viewer, venue_id: VenueId, on: date, *, lang: str) -> HubDay:
    """One day at one venue; NotFound where the viewer's organisation neither has sessions nor took any along."""
    access.require(viewer, Permission.SEE_REGISTER)
    sessions = sessions_of_day(viewer, venue_id, on, lang=lang)
    rows = list(access.visible(viewer, Device.objects.of_day(venue_id, on)))
    venue = venues_by_id(viewer, [venue_id], lang=lang).get(venue_id)
    if venue is None or not (sessions or rows):
        raise NotFound("hub day")
    people = membership_cards(MembershipId(row.membership_id) for row in rows)
    given: dict[tuple[str, str], int] = defaultdict(int)
    for slug, language in (
        access.visible(viewer, HandOut.objects.given()).filter(venue_id=venue_id, on=on).values_list("slug", "language")
    ):
        given[slug, language] += 1
    return HubDay(
        venue=venue,
        on=on,
        sessions=sessions,
        devices=tuple(
            DeviceRow(
                id=DeviceId(row.pk),
                person=people[MembershipId(row.membership_id)].name,
                is_own=row.membership_id == viewer.membership_id,
                prepared_at=row.prepared_at,
                heard_at=row.heard_at,
                withdrawn_at=row.withdrawn_at,
                wiped_at=row.wiped_at,
            )
            for row in rows
        ),
        handed_out=tuple((slug, language, number) for (slug, language), number in sorted(given.items())),
        may_prepare=bool(sessions) and may_prepare(on, clock.today()) is None,
    )


def sessions_of_day(viewer: Viewer, venue_id: VenueId, on: date, *, lang: str) -> tuple[SessionCard, ...]:
    """The sessions of the viewer's organisation at this venue on this day, soonest first."""
    found = _sessions(viewer, on, on + timedelta(days=1), lang=lang)
    return tuple(each for each in found if each.venue_id == venue_id)


def _sessions(viewer: Viewer, first: date, until: date, *, lang: str) -> list[SessionCard]:
    return sessions_led(viewer, first=clock.midnight(first), last=clock.midnight(until), lang=lang)
