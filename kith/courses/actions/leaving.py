"""What a withdrawn consent and a worker who leaves do to follow-ups: each ends, or finds another owner."""

from kith.caseloads.actions.succession import LEAVING, Succession
from kith.courses.actions.following import coordinators_of, give_follow_up
from kith.courses.actions.giving_up import end_follow_up
from kith.courses.models.following import FollowUp
from kith.courses.rules.codes import FollowUpEnd
from kith.courses.rules.notices import NoticeKind
from kith.families.events import ConsentWithdrawn
from kith.families.queries.reach import may_organisation_open
from kith.kernel.ids import FamilyId, OrganisationId
from kith.organisations.work import Work
from kith.platform.access.viewer import system_actor
from kith.platform.action import action


@action
def end_follow_ups_without_consent(event: ConsentWithdrawn) -> None:
    """End the follow-ups of workers whose organisation may no longer open the record; safe to run twice."""
    if may_organisation_open(event.organisation_id, event.family_id):
        return
    theirs = FollowUp.objects.filter(
        family_id=event.family_id, ended_at=None, owner__organisation_id=event.organisation_id, step__isnull=False
    )
    for row in theirs.select_for_update(of=("self",)):
        end_follow_up(system_actor("courses"), row, FollowUpEnd.CONSENT_WITHDRAWN)


def leave_follow_ups(succession: Succession, family_id: FamilyId) -> None:
    """Follow-ups of a leaver go to the person who answers for the courses of the organisation that ran the course."""
    rows = FollowUp.objects.open().filter(owner_id=succession.leaver.id, family_id=family_id)
    for row in rows.select_related("course"):
        others = coordinators_of(OrganisationId(row.course.organisation_id))
        to = next((each for each in others if each != succession.leaver.id), None)
        if to is not None:
            give_follow_up(LEAVING, row, to, NoticeKind.FOLLOW_UP_OF_LEAVER, leaver_id=succession.leaver.id)


WORK = Work("follow_up", FollowUp.objects.open, "owner_id", leave=leave_follow_ups)
