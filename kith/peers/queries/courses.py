"""Courses, who came in which week, and each course beside local births by community: totals alone."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from kith.education.queries.workforce import workforce
from kith.education.rules.communities import Community
from kith.kernel import clock
from kith.peers.models.courses import CourseMeeting, PeerCourse
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.codes import WEEKS, MeetingId, PeerCourseId, SupporterId
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

YEAR = timedelta(days=365)
MOST = 100


@dataclass(frozen=True)
class CourseRow:
    """A course, and how many supporters have a place on it."""

    id: PeerCourseId
    name: str
    place: str
    begins_on: date
    supporters: int


@dataclass(frozen=True)
class MeetingRow:
    """One meeting of a course, and which supporters came to it."""

    id: MeetingId
    week: int
    held_on: date
    is_make_up: bool
    is_over: bool
    came: frozenset[SupporterId]


@dataclass(frozen=True)
class LearnerRow:
    """A supporter on a course: the weeks met, and those that are over and still to make up."""

    id: SupporterId
    name: str
    weeks: tuple[int, ...]
    to_make_up: tuple[int, ...]


@dataclass(frozen=True)
class BesideBirths:
    """One community: supporters of this course, all who are on the path or active, and births (None: hidden)."""

    community: Community | None
    of_course: int
    of_all: int
    births: int | None


@dataclass(frozen=True)
class CoursePage:
    """One course."""

    row: CourseRow
    meetings: tuple[MeetingRow, ...]
    learners: tuple[LearnerRow, ...]
    communities: tuple[BesideBirths, ...]


def courses(viewer: Viewer) -> tuple[CourseRow, ...]:
    """The courses, the latest first."""
    access.require(viewer, Permission.MANAGE_PEERS)
    counted = Counter(PeerSupporter.objects.filter(course__isnull=False).values_list("course_id", flat=True))
    rows = PeerCourse.objects.order_by("-begins_on", "-pk")[:MOST]
    return tuple(_course(row, counted[row.pk]) for row in rows)


def course(viewer: Viewer, course_id: PeerCourseId) -> CoursePage:
    """One course with its register and its communities; NotFound for none."""
    access.require(viewer, Permission.MANAGE_PEERS)
    row = PeerCourse.objects.filter(pk=course_id).first()
    if row is None:
        raise NotFound("course")
    people = list(PeerSupporter.objects.filter(course=row).order_by("name", "pk"))
    audit.read(viewer, "peers.course_opened", PeerCourse._meta.label, row.pk)
    meetings = tuple(_meetings(row))
    of_course = Counter(each.community for each in people)
    return CoursePage(_course(row, len(people)), meetings, _learners(people, meetings), _beside(viewer, of_course))


def courses_to_choose(viewer: Viewer) -> list[tuple[str, str]]:
    """The courses that have begun within a year, or will, by number."""
    return [(str(row.id), row.name) for row in courses(viewer) if row.begins_on > clock.today() - YEAR]


def _course(row: PeerCourse, count: int) -> CourseRow:
    return CourseRow(PeerCourseId(row.pk), row.name, row.place, row.begins_on, count)


def _meetings(row: PeerCourse) -> list[MeetingRow]:
    today = clock.today()
    rows = CourseMeeting.objects.filter(course=row).prefetch_related("attendance").order_by("held_on", "week")
    return [
        MeetingRow(
            MeetingId(each.pk),
            each.week,
            each.held_on,
            each.is_make_up,
            each.held_on <= today,
            frozenset(SupporterId(one.supporter_id) for one in each.attendance.all()),
        )
        for each in rows
    ]


def _learners(people: list[PeerSupporter], meetings: tuple[MeetingRow, ...]) -> tuple[LearnerRow, ...]:
    over = {each.week for each in meetings if each.is_over}
    found = []
    for row in people:
        met = {each.week for each in meetings if row.pk in each.came}
        missed = tuple(week for week in WEEKS if week in over - met)
        found.append(LearnerRow(SupporterId(row.pk), row.name, tuple(sorted(met)), missed))
    return tuple(found)


def _beside(viewer: Viewer, of_course: Counter[str]) -> tuple[BesideBirths, ...]:
    """Births of the last year by community; small numbers of births are hidden, supporters are known to the viewer."""
    births = {row.key: row.births for row in workforce(viewer).communities}
    of_all = Counter(PeerSupporter.objects.open().values_list("community", flat=True))
    named = [each for each in births if each]
    rest = [each.value for each in Community if each not in named] + [""]
    rows = [BesideBirths(each, of_course[each], of_all[each], births[each]) for each in named]
    others = sum(of_course[each] for each in rest), sum(of_all[each] for each in rest)
    return (*rows, BesideBirths(None, *others, births.get(None)))
