"""The waiting list of a course: the family that waits longest gets a place that is free on every date, by day.

A place on a course comes free weeks before it begins, and a family can give it back in one tap: it is booked at once
and told, not offered for a time. Once the course has begun no family waits any longer.
"""

from django.db import transaction

from kith.courses import events
from kith.courses.actions.booking import take_all
from kith.courses.actions.giving_up import end_place
from kith.courses.actions.locking import lock_course
from kith.courses.models.places import CoursePlace
from kith.groups.rules.nights import is_awake
from kith.kernel import clock
from kith.kernel.ids import CourseId, CoursePlaceId
from kith.platform import access, audit, outbox
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action_in_parts


@action_in_parts
def fill_courses(*, by: Actor) -> int:
    """Give free places to those who wait for a course, in their order, and say to how many; safe to run twice."""
    access.require(by, Permission.MANAGE_SESSIONS)
    now = clock.now()
    if not is_awake(now):
        return 0
    courses = CoursePlace.objects.waiting().order_by("course_id").values_list("course_id", flat=True).distinct()
    return sum(_fill(by, CourseId(course_id)) for course_id in courses)


@transaction.atomic
def _fill(by: Actor, course_id: CourseId) -> int:
    course, now = lock_course(course_id), clock.now()
    waiting = list(CoursePlace.objects.waiting().filter(course=course.row))
    if not course.facts.taking_place or course.facts.has_begun(now):
        for row in waiting:
            end_place(by, course, row, "courses.course_wait_ended")
            outbox.append(events.CourseGivenUp(CoursePlaceId(row.pk), row.revision, has_begun=True))
        return 0
    count = 0
    for row in waiting:
        row.revision += 1
        if take_all(by, course, row, from_waiting_list=True) is None:
            count += 1
        else:
            row.revision -= 1
    if count:
        audit.record(by, "courses.course_filled", course.row, count=count)
    return count
