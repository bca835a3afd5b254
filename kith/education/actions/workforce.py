"""How many of an organisation's people are of which community, as the organisation counts them."""

from collections.abc import Mapping

from kith.education.models.workforce import WorkforceCount
from kith.education.rules.communities import Community, may_count
from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def count_workforce(*, by: Actor, organisation_id: OrganisationId, people: Mapping[Community, int]) -> None:
    """Note how many people of one's organisation are of which community today; the counts before count no more."""
    access.require(by, Permission.MANAGE_EDUCATION)
    if by.is_signed_in and organisation_id not in by.organisation_ids:
        raise NotFound("organisation")
    if refusal := may_count(people):
        raise refusal
    before = {row.community: row for row in WorkforceCount.objects.current().filter(organisation_id=organisation_id)}
    row = None
    for community, count in people.items():
        row = WorkforceCount(
            organisation_id=organisation_id,
            community=community,
            people=count,
            counted_on=clock.today(),
            noted_by_id=by.membership_id,
        )
        if (same := before.get(community)) is None or not same.is_same(row):
            row.replace(same)
    if row is not None:
        audit.record(by, "education.workforce_counted", row, organisation_id=organisation_id)
