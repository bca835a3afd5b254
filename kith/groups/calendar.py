"""The calendar file of a booking (RFC 5545): a phone adds it, and takes it out again when it is cancelled."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from kith.directory.queries import VenueCard
from kith.groups.models import Booking
from kith.groups.rules import BookingState
from kith.kernel import clock
from kith.platform.i18n import in_language

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
    if venue:
        entry.add("location", f"{venue.name}, {venue.address}, {venue.postcode}")
        entry.add("geo", (venue.lat, venue.lon))
    file = Calendar()
    file.add("prodid", "-//Kith//Bookings//EN")
    file.add("version", "2.0")
    file.add("method", "CANCEL" if is_cancelled else "PUBLISH")
    file.add_component(entry)
    day = row.session.starts_at.date()
    file.add_missing_timezones(first_date=day - SPAN, last_date=day + SPAN)
    return bytes(file.to_ical()).decode()


def _local(instant: datetime) -> datetime:
    return instant.astimezone(ZoneInfo("Europe/London"))
