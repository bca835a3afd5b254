"""Making several sessions a course, and what each of its dates is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from kith.courses.models.courses import Course, CourseDate
from kith.courses.rules.courses import ChosenDate, may_be_course
from kith.courses.rules.inviting import FirstInvited
from kith.kernel import clock
from kith.kernel.ids import CourseId, OrganisationId, SessionId
from kith.kernel.languages import ENGLISH
from kith.platform import access, audit, freshness
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, ViewerKind
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.whats_on.queries.dates import dates_by_id


@dataclass(frozen=True)
class NewCourse:
    """The sessions that are booked as one, and which families the course is to reach first."""

    session_ids: Sequence[SessionId]
    request_key: UUID
    first: FirstInvited = field(default_factory=FirstInvited)


@action
def plan_course(*, by: Actor, course: NewCourse) -> CourseId:
    """Make these sessions of one series a course, soonest first; the same request key never makes two."""
    access.require(by, Permission.MANAGE_SESSIONS)
    if before := Course.objects.filter(request_key=course.request_key).first():
        return CourseId(before.pk)
    dates = dates_by_id(by, course.session_ids, lang=ENGLISH.code)
    taken = set(CourseDate.objects.filter(session_id__in=course.session_ids).values_list("session_id", flat=True))
    chosen = [
        ChosenDate(each.series_id, each.session.is_open, each.session.is_bookable, each.session.id in taken)
        for each in dates
    ]
    if refusal := may_be_course(chosen):
        raise refusal
    if not _is_own(by, dates[0].organisation_id):
        raise NotFound("session")
    row = Course.objects.create(
        series_id=dates[0].series_id,
        organisation_id=dates[0].organisation_id,
        wards=list(course.first.wards),
        languages=list(course.first.languages),
        added_by_id=by.membership_id,
        added_at=clock.now(),
        request_key=course.request_key,
    )
    CourseDate.objects.bulk_create(
        CourseDate(course=row, session_id=each.session.id, number=number) for number, each in enumerate(dates, 1)
    )
    audit.record(by, "courses.course_planned", row, count=len(dates))
    freshness.invalidate(Topic.LISTINGS)
    return CourseId(row.pk)


@action
def change_course(
    *, by: Actor, course_id: CourseId, slides: Mapping[SessionId, str], first: FirstInvited | None = None
) -> None:
    """Say which slides of the library are shown on which date, and which families the course is to reach first."""
    access.require(by, Permission.MANAGE_SESSIONS)
    row = own_course(by, course_id)
    for each in row.dates.all():
        wanted = slides.get(each.of_session, each.slides)
        if wanted != each.slides:
            each.slides = wanted
            each.save(update_fields=["slides"])
    if first is not None:
        row.wards, row.languages = list(first.wards), list(first.languages)
        row.save(update_fields=["wards", "languages"])
    audit.record(by, "courses.course_changed", row)
    freshness.invalidate(Topic.LISTINGS)


def own_course(by: Actor, course_id: CourseId) -> Course:
    """The course behind its lock; NotFound where there is none, or another organisation runs it."""
    row = Course.objects.locked(course_id)
    if row is None or not _is_own(by, OrganisationId(row.organisation_id)):
        raise NotFound("course")
    return row


def _is_own(by: Actor, organisation_id: OrganisationId) -> bool:
    return by.kind is ViewerKind.SYSTEM or organisation_id in by.organisation_ids
