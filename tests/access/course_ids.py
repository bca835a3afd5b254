"""What the addresses of courses ask for: a course, a place on it, a held one, an invitation and a follow-up."""

from datetime import timedelta
from typing import Any

from kith.courses.models.following import CourseInvitation, FollowUp
from kith.courses.models.places import CoursePlace
from kith.courses.rules.codes import HowInvited, InvitationAnswer
from kith.courses.tests.world import a_course, book, dates, family_of, hold
from kith.families.rules.entries import NewFamily
from kith.kernel import clock
from kith.kernel.ids import MembershipId, OrganisationId
from testing.rows import Series


def course_ids(
    families: dict[str, NewFamily], ours: OrganisationId, theirs: OrganisationId, by: MembershipId
) -> dict[str, dict[str, Any]]:
    """The ids for each relation: what is another organisation's is its course, not the family's."""
    found = {}
    for name, family in families.items():
        organisation_id = theirs if name in ("other", "withdrawn") else ours
        later = clock.now() + timedelta(days=30)
        course_id = a_course(at=organisation_id, number=2, first=later)
        receipt, held = book(course_id), hold(course_id)
        free = dates(at=organisation_id, number=2, first=later + timedelta(days=1))
        invitation = CourseInvitation.objects.create(
            course_id=a_course(number=2, first=later),
            family_id=family.id,
            membership_id=by,
            made_at=clock.now(),
            how=HowInvited.PHONE,
            language="ro",
            answer=InvitationAnswer.WAITS,
        )
        follow_up = FollowUp.objects.create(
            course_id=course_id,
            family_id=family_of(receipt),
            place=CoursePlace.objects.get(pk=receipt.place_id),
            owner_id=by,
            due_on=clock.today(),
            made_at=clock.now(),
        )
        found[name] = {
            "course_id": course_id,
            "course_token": receipt.token,
            "held_course": held.token,
            "proof_course": held.link,
            "series_code": Series.objects.get(sessions=free[0]).code,
            "invitation_id": invitation.pk,
            "follow_up_id": follow_up.pk,
        }
    return found
