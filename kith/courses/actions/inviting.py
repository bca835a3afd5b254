"""Inviting a woman to a course by name: which worker did, when, how; and what she said."""

from kith.courses import events
from kith.courses.actions.locking import lock_course
from kith.courses.models.following import CourseInvitation
from kith.courses.models.places import CoursePlace
from kith.courses.rules.codes import HowInvited, InvitationAnswer
from kith.courses.rules.inviting import may_answer, may_invite
from kith.families.actions.locking import lock_family
from kith.families.queries.bereavement import is_bereaved
from kith.kernel import clock
from kith.kernel.ids import CourseId, CourseInvitationId, FamilyId
from kith.platform import access, audit, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def invite_to_course(
    *, by: Actor, course_id: CourseId, family_id: FamilyId, how: HowInvited, language: str
) -> CourseInvitationId:
    """Note that the actor invites her by name; by message Kith writes to her. Raises Refusal where she is invited."""
    access.require(by, Permission.RECORD_CONTACT, family_id=family_id)
    if by.membership_id is None:
        raise NotFound("membership")
    lock_family(family_id)
    course = lock_course(course_id, family_id=family_id)
    refusal = may_invite(
        has_begun=not course.facts.taking_place or course.facts.has_begun(clock.now()),
        is_bereaved=is_bereaved(family_id),
        was_invited=CourseInvitation.objects.filter(course=course.row, family_id=family_id).exists(),
        is_on_it=course.live_place(family_id) is not None,
    )
    if refusal:
        raise refusal
    row = CourseInvitation.objects.create(
        course=course.row,
        family_id=family_id,
        membership_id=by.membership_id,
        made_at=clock.now(),
        how=how,
        language=language,
    )
    audit.record(by, "courses.invited", row, family_id=family_id, how=how)
    if how is HowInvited.MESSAGE:
        outbox.append(events.CourseInvited(CourseInvitationId(row.pk)))
    return CourseInvitationId(row.pk)


@action
def answer_invitation(*, by: Actor, invitation_id: CourseInvitationId, answer: InvitationAnswer) -> None:
    """Note what she said; a later answer takes the place of an earlier one. Who has a place has accepted."""
    row = CourseInvitation.objects.select_for_update(of=("self",)).filter(pk=invitation_id).first()
    if row is None:
        raise NotFound("invitation")
    family_id = FamilyId(row.family_id)
    access.require(by, Permission.RECORD_CONTACT, family_id=family_id)
    is_on_it = CoursePlace.objects.live().filter(course_id=row.course_id, family_id=family_id).exists()
    if row.answer is answer:
        return
    if refusal := may_answer(answer, is_on_it=is_on_it):
        raise refusal
    row.answer, row.answered_at = answer, clock.now()
    row.save(update_fields=["answer", "answered_at"])
    audit.record(by, "courses.invitation_answered", row, family_id=family_id, answer=answer)
