"""Calendar files (RFC 5545): a booking, taken out again when it is cancelled, and a timetable that a phone follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from kith.directory.queries.cards import VenueCard
from kith.groups.models import Booking
from kith.groups.rules.codes import BookingState
from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.platform.i18n.texts import in_language

FETCHED_EVERY = timedelta(days=1)
SPAN = timedelta(days=366)
"""The file brings the time zone's changes of the year before and after, not of a lifetime."""


def calendar_of(row: Booking, venue: VenueCard | None, *, link: str) -> str:
    """The file's text; the booking comes with its session and series."""
    is_cancelled = row.state == BookingState.CANCELLED
    entry = Event()
    entry.add("uid", f"{row.pk}@kith")
    entry.add("sequence", row.revision)
    entry.add("dtstamp", clock.now())
    entry.add("dtstart", _local(row.session.starts_at))
    entry.add("dtend", _local(row.session.ends_at))
    entry.add("summary", in_language(row.session.series.title, row.language).text)
    entry.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    entry.add("url", link)
    _place(entry, venue)
    day = row.session.starts_at.date()
    file = _file("Bookings", [entry], method="CANCEL" if is_cancelled else "PUBLISH")
    return _text(file, day, day)


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


def timetable_of(entries: Sequence[TimetableEntry], *, name: str) -> str:
    """A calendar of these sessions, soonest first; it asks to be fetched daily."""
    file = _file("Timetable", [_entry(each) for each in entries], method="PUBLISH")
    file.add("name", name)
    file.add("x-wr-calname", name)
    file.add("refresh-interval", FETCHED_EVERY, parameters={"value": "DURATION"})
    days = [each.starts_at.date() for each in entries] or [clock.today()]
    return _text(file, days[0], days[-1])


def _entry(said: TimetableEntry) -> Event:
    entry = Event()
    entry.add("uid", f"session-{said.session_id}@kith")
    entry.add("dtstamp", clock.now())
    entry.add("dtstart", _local(said.starts_at))
    entry.add("dtend", _local(said.ends_at))
    entry.add("summary", said.title)
    entry.add("description", said.about)
    entry.add("url", said.link)
    _place(entry, said.venue)
    return entry


def _place(entry: Event, venue: VenueCard | None) -> None:
    if venue:
        entry.add("location", f"{venue.name}, {venue.address}, {venue.postcode}")
        entry.add("geo", (venue.lat, venue.lon))


def _file(what: str, entries: Sequence[Event], *, method: str) -> Calendar:
    file = Calendar()
    file.add("prodid", f"-//Kith//{what}//EN")
    file.add("version", "2.0")
    file.add("method", method)
    for entry in entries:
        file.add_component(entry)
    return file


def _text(file: Calendar, first: date, last: date) -> str:
    file.add_missing_timezones(first_date=first - SPAN, last_date=last + SPAN)
    return bytes(file.to_ical()).decode()


def _local(instant: datetime) -> datetime:
    return instant.astimezone(ZoneInfo("Europe/London"))
