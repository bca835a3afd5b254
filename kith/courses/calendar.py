"""All dates of a family's course in one calendar file."""

from collections.abc import Mapping

from kith.courses.dates import dates_of
from kith.courses.models.places import CoursePlace
from kith.directory.queries.cards import VenueCard
from kith.directory.queries.venues import venues_by_id
from kith.groups.calendar import uid_of_booking
from kith.groups.queries.several import DateBooking, bookings_on
from kith.groups.rules.codes import BookingState
from kith.kernel.ids import CourseId, FamilyId, VenueId
from kith.platform.access.viewer import Viewer
from kith.platform.private_links import address
from kith.whats_on.calendar import CalendarEntry, bookings_of
from kith.whats_on.queries.sessions import SessionCard

IN_CALENDARS = (BookingState.BOOKED, BookingState.CANCELLED)


def calendar_of_course(viewer: Viewer, row: CoursePlace, *, lang: str) -> str:
    """The file's text, empty while no date was ever hers.

    Each date is the same entry as in the file of its own booking: whichever came last counts, and none stands twice. A
    date that is called off or given back is taken out again.
    """
    course_id, family_id = CourseId(row.course_id), FamilyId(row.family_id)
    sessions = [each.session for each in dates_of(viewer, [course_id], lang=lang).get(course_id, ())]
    booked = bookings_on(viewer, [each.id for each in sessions], [family_id])
    venues = venues_by_id(viewer, {each.venue_id for each in sessions if each.venue_id}, lang=lang)
    entries = [
        _entry(each, found, venues, lang)
        for each in sessions
        if (found := booked.get((family_id, each.id))) and found.state in IN_CALENDARS
    ]
    return bookings_of(entries) if entries else ""


def _entry(session: SessionCard, booking: DateBooking, venues: Mapping[VenueId, VenueCard], lang: str) -> CalendarEntry:
    return CalendarEntry(
        uid=uid_of_booking(booking.id),
        sequence=booking.revision + session.revision - 1,
        title=session.title.text,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        venue=venues[session.venue_id] if session.venue_id else None,
        room=session.room,
        link=address("booking", booking.token, lang),
        is_booked=booking.state is BookingState.BOOKED and not session.is_cancelled,
    )
