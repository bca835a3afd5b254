"""Calendar files (RFC 5545): what was booked, taken out when it is cancelled, and a timetable that a phone follows.

The times are those of London's clocks, and the file brings the rules by which they change: as rules, one for summer and
one for winter, since readers take of a list of days but the first (docs/decisions/0038).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from kith.directory.queries.cards import VenueCard
from kith.kernel import clock
from kith.kernel.ids import SessionId

FETCHED_EVERY = timedelta(days=1)
GMT, BST = timedelta(0), timedelta(hours=1)
CHANGES_SINCE = 1996
"""By these rules Europe has changed its clocks since then."""


@dataclass(frozen=True)
class CalendarEntry:
    """One date as a calendar shows it; a later entry of the same ``uid`` counts for more by its ``sequence``."""

    uid: str
    sequence: int
    title: str
    starts_at: datetime
    ends_at: datetime
    venue: VenueCard | None
    room: str
    link: str
    about: str = ""
    is_booked: bool | None = None
    """Whether who has the file comes; False takes the date out again. None: it says only what takes place."""

    @property
    def status(self) -> str:
        """What a calendar calls that."""
        return {None: "", True: "CONFIRMED", False: "CANCELLED"}[self.is_booked]


def uid_of(session_id: SessionId) -> str:
    """By which name calendars know a session, whoever comes."""
    return f"session-{session_id}@kith"


def timetable_of(entries: Sequence[CalendarEntry], *, name: str) -> str:
    """A calendar of these sessions, soonest first; it asks to be fetched daily."""
    file = _file("Timetable", entries, method="PUBLISH")
    file.add("name", name)
    file.add("x-wr-calname", name)
    file.add("refresh-interval", FETCHED_EVERY, parameters={"value": "DURATION"})
    return _text(file)


def bookings_of(entries: Sequence[CalendarEntry]) -> str:
    """A file of what was booked; where nothing of it stands any more it takes all of it out again."""
    stands = any(each.is_booked for each in entries)
    return _text(_file("Bookings", entries, method="PUBLISH" if stands else "CANCEL"))


def _event(said: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", said.uid)
    event.add("sequence", said.sequence)
    event.add("dtstamp", clock.now())
    event.add("dtstart", _written(said.starts_at))
    event.add("dtend", _written(said.ends_at))
    event.add("summary", said.title)
    event.add("url", said.link)
    for name, value in (("description", said.about), ("status", said.status)):
        if value:
            event.add(name, value)
    if said.venue:
        event.add("location", where(said.venue, said.room))
        event.add("geo", (said.venue.lat, said.venue.lon))
    return event


def _file(what: str, entries: Sequence[CalendarEntry], *, method: str) -> Calendar:
    file = Calendar()
    file.add("prodid", f"-//Kith//{what}//EN")
    file.add("version", "2.0")
    file.add("method", method)
    file.add_component(_london())
    for each in entries:
        file.add_component(_event(each))
    return file


def where(venue: VenueCard | None, room: str) -> str:
    """Where a session is held, in one line; empty for one that is online alone."""
    return ", ".join(filter(None, (venue.name, room, venue.address, venue.postcode))) if venue else ""


def _text(file: Calendar) -> str:
    return bytes(file.to_ical()).decode()


def _london() -> Timezone:
    """How the clocks of London change: on the last Sundays of March and October, at one in the morning GMT."""
    zone = Timezone()
    zone.add("tzid", clock.LONDON.key)
    for part, name, month, hour, before, after in (
        (TimezoneDaylight(), "BST", 3, 1, GMT, BST),
        (TimezoneStandard(), "GMT", 10, 2, BST, GMT),
    ):
        part.add("tzname", name)
        part.add("dtstart", _last_sunday(month).replace(hour=hour))
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone


def _last_sunday(month: int) -> datetime:
    last = datetime(CHANGES_SINCE, month, 31)  # noqa: DTZ001  # by the clocks of the place, as the format wants it
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _written(instant: datetime) -> datetime:
    """By the clocks of the place, but in the hour that comes twice a year, which only UTC tells apart."""
    local = clock.local(instant)
    comes_twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return instant.astimezone(UTC) if comes_twice else local
