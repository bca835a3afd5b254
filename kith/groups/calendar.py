"""Calendar files: a booking, taken out again when it is cancelled, and a timetable that a phone follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Event

from kith.directory.queries.cards import VenueCard
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import BookingState
from kith.kernel import clock
from kith.kernel.calendars import by_london, calendar_file, calendar_text
from kith.kernel.ids import SessionId
from kith.platform.i18n.texts import in_language

FETCHED_EVERY = timedelta(days=1)


def calendar_of(row: Booking, venue: VenueCard | None, *, link: str) -> str:
    """The file's text; the booking comes with its session and series."""
    is_cancelled = row.state == BookingState.CANCELLED
    entry = Event()
    entry.add("uid", f"{row.pk}@kith")
    # Each counts upward alone, so their sum does: a later file counts for more, whichever of the two has changed.
    entry.add("sequence", row.revision + row.session.revision - 1)
    entry.add("dtstamp", clock.now())
    entry.add("dtstart", by_london(row.session.starts_at))
    entry.add("dtend", by_london(row.session.ends_at))
    entry.add("summary", in_language(row.session.series.title, row.language).text)
    entry.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    entry.add("url", link)
    _place(entry, venue, row.session.room)
    return calendar_text(calendar_file("Bookings", [entry], method="CANCEL" if is_cancelled else "PUBLISH"))


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
    file = calendar_file("Timetable", [_entry(each) for each in entries], method="PUBLISH")
    file.add("name", name)
    file.add("x-wr-calname", name)
    file.add("refresh-interval", FETCHED_EVERY, parameters={"value": "DURATION"})
    return calendar_text(file)


def _entry(said: TimetableEntry) -> Event:
    entry = Event()
    entry.add("uid", f"session-{said.session_id}@kith")
    entry.add("sequence", said.revision - 1)
    entry.add("dtstamp", clock.now())
    entry.add("dtstart", by_london(said.starts_at))
    entry.add("dtend", by_london(said.ends_at))
    entry.add("summary", said.title)
    entry.add("description", said.about)
    entry.add("url", said.link)
    _place(entry, said.venue, said.room)
    return entry


def _place(entry: Event, venue: VenueCard | None, room: str) -> None:
    if venue:
        entry.add("location", where(venue, room))
        entry.add("geo", (venue.lat, venue.lon))


def where(venue: VenueCard | None, room: str) -> str:
    """Where a session is held, in one line; empty for one that is online alone."""
    return ", ".join(filter(None, (venue.name, room, venue.address, venue.postcode))) if venue else ""
