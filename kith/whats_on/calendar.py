"""Calendar files: what was booked, taken out when it is cancelled, and a timetable that a phone follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Event

from kith.directory.queries.cards import VenueCard
from kith.kernel import clock
from kith.kernel.calendars import by_london, calendar_file, calendar_text
from kith.kernel.ids import SessionId

FETCHED_EVERY = timedelta(days=1)


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
    """By which name calendars know a session, the same for every reader."""
    return f"session-{session_id}@kith"


def timetable_of(entries: Sequence[CalendarEntry], *, name: str) -> str:
    """A calendar of these sessions, soonest first; it asks to be fetched daily."""
    file = calendar_file("Timetable", [_event(each) for each in entries], method="PUBLISH")
    file.add("name", name)
    file.add("x-wr-calname", name)
    file.add("refresh-interval", FETCHED_EVERY, parameters={"value": "DURATION"})
    return calendar_text(file)


def bookings_of(entries: Sequence[CalendarEntry]) -> str:
    """A file of what was booked; where nothing of it stands any more it takes all of it out again."""
    stands = any(each.is_booked for each in entries)
    events = [_event(each) for each in entries]
    return calendar_text(calendar_file("Bookings", events, method="PUBLISH" if stands else "CANCEL"))


def _event(said: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", said.uid)
    event.add("sequence", said.sequence)
    event.add("dtstamp", clock.now())
    event.add("dtstart", by_london(said.starts_at))
    event.add("dtend", by_london(said.ends_at))
    event.add("summary", said.title)
    event.add("url", said.link)
    for name, value in (("description", said.about), ("status", said.status)):
        if value:
            event.add(name, value)
    if said.venue:
        event.add("location", where(said.venue, said.room))
        event.add("geo", (said.venue.lat, said.venue.lon))
    return event


def where(venue: VenueCard | None, room: str) -> str:
    """Where a session is held, in one line; empty for one that is online alone."""
    return ", ".join(filter(None, (venue.name, room, venue.address, venue.postcode))) if venue else ""
