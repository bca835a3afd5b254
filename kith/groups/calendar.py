"""Calendar files (RFC 5545): a booking, taken out again when it is cancelled, and a timetable that a phone follows.

The times are those of London's clocks, and the file brings the rules by which they change: as rules, one for summer and
one for winter, since readers take of a list of days but the first (docs/decisions/0038).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from kith.directory.queries.cards import VenueCard
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import BookingState
from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.platform.i18n.texts import in_language

FETCHED_EVERY = timedelta(days=1)
GMT, BST = timedelta(0), timedelta(hours=1)
CHANGES_SINCE = 1996
"""By these rules Europe has changed its clocks since then."""


def calendar_of(row: Booking, venue: VenueCard | None, *, link: str) -> str:
    """The file's text; the booking comes with its session and series."""
    is_cancelled = row.state == BookingState.CANCELLED
    entry = Event()
    entry.add("uid", f"{row.pk}@kith")
    # Each counts upward alone, so their sum does: a later file counts for more, whichever of the two has changed.
    entry.add("sequence", row.revision + row.session.revision - 1)
    entry.add("dtstamp", clock.now())
    entry.add("dtstart", _written(row.session.starts_at))
    entry.add("dtend", _written(row.session.ends_at))
    entry.add("summary", in_language(row.session.series.title, row.language).text)
    entry.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    entry.add("url", link)
    _place(entry, venue, row.session.room)
    return _text(_file("Bookings", [entry], method="CANCEL" if is_cancelled else "PUBLISH"))


@dataclass(frozen=True)
class TimetableEntry:
    """A session as a calendar shows it."""

    session_id: SessionId
    title: str
    about: str
    starts_at: datetime
    ends_at: datetime
    venue: VenueCard | None
    link: str
    room: str = ""
    revision: int = 1


def timetable_of(entries: Sequence[TimetableEntry], *, name: str) -> str:
    """A calendar of these sessions, soonest first; it asks to be fetched daily."""
    file = _file("Timetable", [_entry(each) for each in entries], method="PUBLISH")
    file.add("name", name)
    file.add("x-wr-calname", name)
    file.add("refresh-interval", FETCHED_EVERY, parameters={"value": "DURATION"})
    return _text(file)


def _entry(said: TimetableEntry) -> Event:
    entry = Event()
    entry.add("uid", f"session-{said.session_id}@kith")
    entry.add("sequence", said.revision - 1)
    entry.add("dtstamp", clock.now())
    entry.add("dtstart", _written(said.starts_at))
    entry.add("dtend", _written(said.ends_at))
    entry.add("summary", said.title)
    entry.add("description", said.about)
    entry.add("url", said.link)
    _place(entry, said.venue, said.room)
    return entry


def _place(entry: Event, venue: VenueCard | None, room: str) -> None:
    if venue:
        entry.add("location", where(venue, room))
        entry.add("geo", (venue.lat, venue.lon))


def _file(what: str, entries: Sequence[Event], *, method: str) -> Calendar:
    file = Calendar()
    file.add("prodid", f"-//Kith//{what}//EN")
    file.add("version", "2.0")
    file.add("method", method)
    file.add_component(_london())
    for entry in entries:
        file.add_component(entry)
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
