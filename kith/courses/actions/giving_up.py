"""Giving up the rest of a course, and taking it again. Those who hold the place's private link may do both."""

from kith.courses import events
from kith.courses.actions.booking import take_all
from kith.courses.actions.locking import LockedCourse, lock_course
from kith.courses.models.following import CourseInvitation, FollowUp
from kith.courses.models.places import CoursePlace
from kith.courses.rules.codes import FollowUpEnd, InvitationAnswer, PlaceState
from kith.courses.rules.courses import may_book
from kith.families.events import FamilyBereaved
from kith.groups.actions.several import give_up_dates
from kith.kernel import clock
from kith.kernel.ids import CourseId, CoursePlaceId, FamilyId
from kith.kernel.ways import Way
from kith.platform import access, audit, freshness, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.platform.private_links import new_token
from kith.ways.kinds import WayChanged

COLUMNS = {Way.PHONE: "contact_phone", Way.EMAIL: "contact_email"}


@action
def give_up_course(*, by: Actor, token: str) -> CoursePlaceId:
    """Give up what is still to come of the course, or the wait for it; given up twice it is given up once."""
    access.require(by, Permission.CANCEL_BOOKING)
    course, row = _behind_link(token)
    if row.state is not PlaceState.GIVEN_UP:
        end_place(by, course, row, "courses.course_given_up")
        outbox.append(events.CourseGivenUp(CoursePlaceId(row.pk), row.revision))
    return CoursePlaceId(row.pk)


@action
def book_course_again(*, by: Actor, token: str) -> CoursePlaceId:
    """Undo the giving up while places are left on every date; raises Refusal where they are gone."""
    access.require(by, Permission.BOOK_PLACE)
    course, row = _behind_link(token)
    if row.state is not PlaceState.GIVEN_UP:
        return CoursePlaceId(row.pk)
    is_on_it = course.live_place(FamilyId(row.family_id)) is not None
    if refusal := may_book(course.facts, places=row.places, is_on_it=is_on_it, now=clock.now()):
        raise refusal
    row.revision += 1
    if refusal := take_all(by, course, row):
        raise refusal
    return CoursePlaceId(row.pk)


@action
def end_courses_for_bereavement(event: FamilyBereaved) -> None:
    """Give up the family's courses, invitations and follow-ups, without a word to it; safe to run twice."""
    by = system_actor("courses")
    live = CoursePlace.objects.live().filter(family_id=event.family_id)
    for place_id, course_id in live.order_by("course_id").values_list("pk", "course_id"):
        course = lock_course(CourseId(course_id))
        if row := CoursePlace.objects.live().filter(pk=place_id).first():
            end_place(by, course, row, "courses.course_given_up", why="bereaved")
    for invitation in CourseInvitation.objects.filter(family_id=event.family_id, answer=InvitationAnswer.WAITS):
        invitation.answer, invitation.answered_at = InvitationAnswer.NOT_REACHED, clock.now()
        invitation.save(update_fields=["answer", "answered_at"])
        audit.record(by, "courses.invitation_ended", invitation, family_id=event.family_id, why="bereaved")
    for follow_up in FollowUp.objects.filter(family_id=event.family_id, ended_at=None):
        end_follow_up(by, follow_up, FollowUpEnd.BEREAVED)


def end_follow_up(by: Actor, row: FollowUp, how: FollowUpEnd) -> None:
    """End the follow-up, in the caller's transaction."""
    row.ended_at, row.ended_as, row.ended_by_id = clock.now(), how, by.membership_id
    row.save(update_fields=["ended_at", "ended_as", "ended_by"])
    audit.record(by, "courses.follow_up_ended", row, family_id=FamilyId(row.family_id), how=how)


def end_place(by: Actor, course: LockedCourse, row: CoursePlace, what: str, **why: object) -> None:
    """End the place, and give back what is to come of it, in the caller's transaction and without a word."""
    if row.state is PlaceState.BOOKED:
        give_up_dates(by, FamilyId(row.family_id), course.to_come(clock.now()))
    row.state, row.changed_at = PlaceState.GIVEN_UP, clock.now()
    row.revision += 1
    row.save(update_fields=["state", "revision", "changed_at"])
    audit.record(by, what, row, family_id=FamilyId(row.family_id), **why)
    freshness.invalidate(Topic.LISTINGS)


def close_course_links(by: Actor, changed: WayChanged) -> None:
    """Give the family's places on courses other private links; what is to come is confirmed anew, by the new way."""
    assert changed.family_id, "only a parent's ways are followed"
    for row in CoursePlace.objects.select_for_update(of=("self",)).filter(family_id=changed.family_id).order_by("pk"):
        row.token = new_token()
        if changed.old and getattr(row, COLUMNS[changed.way]) == changed.old:
            setattr(row, COLUMNS[changed.way], changed.new)
            if not (row.contact_phone or row.contact_email):
                row.contact_phone, row.contact_email = changed.ways.phone, changed.ways.email
        if row.state is not PlaceState.GIVEN_UP:
            row.revision += 1
            told = events.CourseBooked if row.state is PlaceState.BOOKED else events.CourseAwaited
            outbox.append(told(CoursePlaceId(row.pk), row.revision))
        row.save(update_fields=["token", "contact_phone", "contact_email", "revision"])
        audit.record(by, "courses.course_link_closed", row, family_id=changed.family_id)


def _behind_link(token: str) -> tuple[LockedCourse, CoursePlace]:
    """The place behind this private link, its course locked."""
    found = CoursePlace.objects.filter(token=token).values_list("course_id", "family_id").first()
    if found is None:
        raise NotFound("course place")
    course = lock_course(CourseId(found[0]), family_id=FamilyId(found[1]))
    return course, CoursePlace.objects.get(token=token)
