"""The dates of courses, as pages and actions read them, and what decides whether a place can be had."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kith.courses.models.courses import CourseDate
from kith.courses.rules.courses import CourseDay, CourseFacts
from kith.kernel.ids import CourseId, SessionId
from kith.platform.access.viewer import Viewer
from kith.whats_on.queries.dates import dates_by_id
from kith.whats_on.queries.sessions import SessionCard


@dataclass(frozen=True)
class DateOfCourse:
    """One date: its number, its session, and the slides shown on it."""

    number: int
    session: SessionCard
    slides: str


def dates_of(
    viewer: Viewer, course_ids: Collection[CourseId], *, lang: str
) -> Mapping[CourseId, tuple[DateOfCourse, ...]]:
    """The dates of each of these courses, soonest first. Two statements."""
    rows = {SessionId(row.session_id): row for row in CourseDate.objects.filter(course_id__in=course_ids)}
    found: dict[CourseId, list[DateOfCourse]] = {}
    for each in dates_by_id(viewer, list(rows), lang=lang):
        row = rows[each.session.id]
        found.setdefault(CourseId(row.course_id), []).append(DateOfCourse(row.number, each.session, row.slides))
    return {course_id: tuple(dates) for course_id, dates in found.items()}


def facts_from(dates: Collection[DateOfCourse], waiting_count: int) -> CourseFacts:
    """The same of dates that were read already."""
    days = (
        CourseDay(
            each.session.starts_at,
            each.session.ends_at,
            each.session.places_left,
            each.session.capacity,
            each.session.is_cancelled,
            each.session.creche_left,
        )
        for each in dates
    )
    return CourseFacts(tuple(days), waiting_count)
