"""A booking as a calendar file shows it."""

from kith.directory.queries.cards import VenueCard
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import BookingState
from kith.kernel.ids import BookingId
from kith.platform.i18n.texts import in_language
from kith.whats_on.calendar import CalendarEntry, bookings_of


def uid_of_booking(booking_id: BookingId) -> str:
    """By which name calendars know a booking: also in a file of several."""
    return f"{booking_id}@kith"


def calendar_of(row: Booking, venue: VenueCard | None, *, link: str) -> str:
    """The file's text; the booking comes with its session and series."""
    session = row.session
    entry = CalendarEntry(
        uid=uid_of_booking(BookingId(row.pk)),
        # Each counts upward alone, so their sum does: a later file counts for more, whichever of the two has changed.
        sequence=row.revision + session.revision - 1,
        title=in_language(session.series.title, row.language).text,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        venue=venue,
        room=session.room,
        link=link,
        is_booked=row.state is not BookingState.CANCELLED,
    )
    return bookings_of([entry])
