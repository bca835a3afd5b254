"""Courses of six weeks: planned, met, made up, and who came."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.peers.models.courses import CourseMeeting, MeetingAttendance, PeerCourse
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.codes import WEEKS, MeetingId, PeerCourseId, SupporterId
from kith.peers.rules.path import may_attend, may_meet
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@dataclass(frozen=True)
class NewCourse:
    """What a course is called, where it meets, and on which day for the first time."""

    name: str
    place: str
    begins_on: date


@action
def plan_peer_course(*, by: Actor, new: NewCourse, request_key: UUID) -> PeerCourseId:
    """Plan a course of six meetings, one a week; the same request key never plans two."""
    access.require(by, Permission.MANAGE_PEERS)
    if before := PeerCourse.objects.filter(request_key=request_key).first():
        return PeerCourseId(before.pk)
    if not new.name.strip():
        raise Refusal("peer_course_without_name")
    if refusal := may_meet(new.begins_on, week=1, today=clock.today()):
        raise refusal
    row = PeerCourse.objects.create(
        name=new.name.strip(),
        place=new.place.strip(),
        begins_on=new.begins_on,
        planned_by_id=by.membership_id,
        request_key=request_key,
    )
    days = ((week, new.begins_on + timedelta(weeks=week - 1)) for week in WEEKS)
    CourseMeeting.objects.bulk_create(CourseMeeting(course=row, week=week, held_on=day) for week, day in days)
    audit.record(by, "peers.course_planned", row)
    return PeerCourseId(row.pk)


@action
def add_make_up(*, by: Actor, course_id: PeerCourseId, week: int, held_on: date) -> MeetingId:
    """Add a meeting that makes up for one week; the same week on the same day is one meeting."""
    access.require(by, Permission.MANAGE_PEERS)
    course = PeerCourse.objects.select_for_update(of=("self",)).filter(pk=course_id).first()
    if course is None:
        raise NotFound("course")
    if refusal := may_meet(held_on, week=week, today=clock.today()):
        raise refusal
    new = {"course": course, "week": week, "held_on": held_on}
    row, is_new = CourseMeeting.objects.get_or_create(**new, defaults={"is_make_up": True})
    if is_new:
        audit.record(by, "peers.make_up_added", row, week=week)
    return MeetingId(row.pk)


@action
def note_who_met(*, by: Actor, meeting_id: MeetingId, came: Collection[SupporterId]) -> None:
    """Note which supporters came to a meeting; what is noted later takes the place of what was noted before."""
    access.require(by, Permission.MANAGE_PEERS)
    row = CourseMeeting.objects.select_for_update(of=("self",)).filter(pk=meeting_id).first()
    if row is None:
        raise NotFound("meeting")
    wanted = set(came)
    of_course = set(PeerSupporter.objects.filter(course_id=row.course_id).values_list("pk", flat=True))
    if refusal := may_attend(row.held_on, today=clock.today(), is_of_course=wanted <= of_course):
        raise refusal
    there = set(row.attendance.values_list("supporter_id", flat=True))
    row.attendance.exclude(supporter_id__in=wanted).delete()
    noted = {"meeting": row, "noted_by_id": by.membership_id}
    MeetingAttendance.objects.bulk_create(MeetingAttendance(supporter_id=each, **noted) for each in wanted - there)
    if wanted != there:
        audit.record(by, "peers.who_met_noted", row, count=len(wanted))
