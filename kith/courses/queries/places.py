"""How a family stands on its courses: behind the place's private link, on a parent's page, and in the record."""

from collections.abc import Iterable
from dataclasses import dataclass

from kith.courses.calendar import calendar_of_course
from kith.courses.models.places import CoursePlace
from kith.courses.queries.public import CourseCard, course_card
from kith.courses.rules.codes import DateState, PlaceState
from kith.courses.rules.courses import Progress, state_of_date
from kith.families.rules.codes import InterpreterNeed
from kith.groups.queries.several import DateBooking, bookings_on
from kith.groups.rules.codes import Attendance
from kith.kernel import clock
from kith.kernel.ids import CourseId, CoursePlaceId, FamilyId, SessionId
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.walls.saying import beyond
from kith.whats_on.queries.sessions import SessionCard

Bookings = dict[tuple[FamilyId, SessionId], DateBooking]


@dataclass(frozen=True)
class DateOfPlace:
    """One date of a family's course: its session, what became of it, and the link of the booking, if there is one."""

    number: int
    session: SessionCard
    state: DateState
    booking_token: str


@dataclass(frozen=True)
class PlaceOnCourse:
    """A family's place on a course, date by date."""

    id: CoursePlaceId
    course: CourseCard
    family_id: FamilyId
    token: str
    state: PlaceState
    places: int
    interpreter_need: InterpreterNeed
    interpreter_language: str
    sent_to_email: str
    sent_to_phone: str
    dates: tuple[DateOfPlace, ...]

    @property
    def progress(self) -> Progress:
        """How far the family has come."""
        return Progress.over(each.state for each in self.dates)

    @property
    def next_date(self) -> DateOfPlace | None:
        """The next date to come."""
        return next((each for each in self.dates if each.state is DateState.TO_COME), None)

    @property
    def may_end(self) -> bool:
        """Whether there is something to give up."""
        return self.state is PlaceState.WAITING or (self.state is PlaceState.BOOKED and self.next_date is not None)


@beyond("the one place on a course of this private link, and the bookings it is made of")
def course_place_page(viewer: Viewer, token: str, *, lang: str) -> PlaceOnCourse | None:
    """The place of this private link, which its holder may see."""
    row = CoursePlace.objects.filter(token=token).first()
    return next(iter(places_from(viewer, [row], lang=lang)), None) if row else None


@beyond("the one place on a course of this private link, and the bookings it is made of")
def course_calendar(viewer: Viewer, token: str, *, lang: str) -> str:
    """The calendar file of all its dates; empty where there is no such place, or it has no date yet."""
    row = CoursePlace.objects.filter(token=token).first()
    return calendar_of_course(viewer, row, lang=lang) if row else ""


def courses_of_family(viewer: Viewer, family_id: FamilyId, *, lang: str) -> list[PlaceOnCourse]:
    """All courses of a family within the viewer's reach, those to come first."""
    permission = Permission.SEE_FAMILY if viewer.is_staff else Permission.SEE_OWN_RECORD
    access.require(viewer, permission, family_id=family_id)
    rows = list(CoursePlace.objects.filter(family_id=family_id).order_by("-booked_at", "pk"))
    if rows:
        audit.read(viewer, "courses.courses_of_family", "families.Family", family_id, family_id=family_id)
    return places_from(viewer, rows, lang=lang)


def places_from(
    viewer: Viewer, rows: Iterable[CoursePlace], *, lang: str, course: CourseCard | None = None
) -> list[PlaceOnCourse]:
    """The places of these rows; the course is read once for all, where all are on one."""
    found = list(rows)
    wanted = {CourseId(row.course_id) for row in found}
    cards = {course.id: course} if course else {}
    cards |= {each: card for each in wanted - cards.keys() if (card := course_card(viewer, each, lang=lang))}
    sessions = [each.session.id for card in cards.values() for each in card.dates]
    bookings = bookings_on(viewer, sessions, {FamilyId(row.family_id) for row in found})
    return [_place(row, cards[CourseId(row.course_id)], bookings) for row in found]


def _place(row: CoursePlace, course: CourseCard, bookings: Bookings) -> PlaceOnCourse:
    family_id, now = FamilyId(row.family_id), clock.now()
    dates = []
    for each in course.dates:
        booking = bookings.get((family_id, each.session.id))
        state = state_of_date(
            starts_at=each.session.starts_at,
            is_called_off=each.session.is_cancelled,
            booking=booking.state if booking else None,
            attendance=booking.attendance if booking else Attendance.EXPECTED,
            now=now,
        )
        dates.append(DateOfPlace(each.number, each.session, state, booking.token if booking else ""))
    return PlaceOnCourse(
        id=CoursePlaceId(row.pk),
        course=course,
        family_id=family_id,
        token=row.token,
        state=row.state,
        places=row.places,
        interpreter_need=row.interpreter_need,
        interpreter_language=row.interpreter_language,
        sent_to_email=row.contact_email,
        sent_to_phone="" if row.contact_email else row.contact_phone,
        dates=tuple(dates),
    )
