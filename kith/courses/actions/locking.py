"""A course behind its lock, with all that decides about a place on it, read in as few questions as can be."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from kith.courses.models.courses import Course, CourseDate
from kith.courses.models.places import CoursePlace
from kith.courses.rules.codes import LIVE_PLACES
from kith.courses.rules.courses import CourseDay, CourseFacts
from kith.kernel.ids import CourseId, FamilyId, SessionId
from kith.platform.access import NotFound
from kith.platform.prepared import Given, Prepared

COLUMNS = (
    "session_id",
    "starts_at",
    "ends_at",
    "capacity",
    "places_taken",
    "cancelled_at",
    "creche_places",
    "creche_taken",
)


@dataclass(frozen=True)
class LockedCourse:
    """The course, its dates as they stand, and those of its places that count for who asks."""

    row: Course
    facts: CourseFacts
    sessions: tuple[tuple[SessionId, datetime], ...]
    places: tuple[CoursePlace, ...]

    @property
    def id(self) -> CourseId:
        """The course."""
        return CourseId(self.row.pk)

    def to_come(self, now: datetime) -> list[SessionId]:
        """The sessions that take place and have not begun, in their order."""
        return [session_id for session_id, starts_at in self.sessions if starts_at > now]

    def live_place(self, family_id: FamilyId) -> CoursePlace | None:
        """The place by which the family is on the course, or waits for it; it was named when the course was locked."""
        return next((row for row in self.places if row.family_id == family_id and row.state in LIVE_PLACES), None)

    def asked_before(self, request_key: str) -> CoursePlace | None:
        """What the same form became when it was sent before."""
        return next((row for row in self.places if row.request_key == request_key), None)


def lock_course(course_id: CourseId, *, family_id: FamilyId | None = None, request_key: str = "") -> LockedCourse:
    """Lock the course until the transaction ends; NotFound where there is none."""
    row = Course.objects.locked(course_id)
    if row is None:
        raise NotFound("course")
    places = tuple(_PLACES(course=row.pk, family=family_id, key=request_key))
    days: list[CourseDay] = []
    sessions: list[tuple[SessionId, datetime]] = []
    for session_id, starts_at, ends_at, capacity, taken, cancelled_at, creche, in_it in _DATES(course=row.pk):
        left = max(0, creche - in_it) if creche else None
        days.append(CourseDay(starts_at, ends_at, max(0, capacity - taken), capacity, cancelled_at is not None, left))
        if cancelled_at is None:
            sessions.append((SessionId(session_id), starts_at))
    return LockedCourse(row, CourseFacts(tuple(days), row.families_waiting), tuple(sessions), places)


_PLACES = Prepared(
    lambda: CoursePlace.objects.filter(
        Q(family_id=Given("family"), state__in=LIVE_PLACES) | Q(request_key=Given("key")), course_id=Given("course")
    )
)
_DATES = Prepared(
    lambda: (
        CourseDate.objects.filter(course_id=Given("course"))
        .order_by("session__starts_at", "pk")
        .values_list(*(name if name == "session_id" else f"session__{name}" for name in COLUMNS))
    )
)
