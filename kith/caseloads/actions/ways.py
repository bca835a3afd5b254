"""Telling the lead that a parent's number or mailbox is another, or that its change was refused."""

from kith.caseloads.models.leading import NamedLead
from kith.caseloads.rules.notices import NoticeKind
from kith.kernel.ids import MembershipId
from kith.kernel.ways import ProposalState
from kith.platform.access.viewer import system_actor
from kith.platform.action import action_in_parts
from kith.tasks.actions.notices import raise_notice
from kith.ways.events import WayProposalMoved

CARE = system_actor("caseloads")
KINDS = {ProposalState.CHANGED: NoticeKind.WAY_CHANGED, ProposalState.REFUSED: NoticeKind.WAY_REFUSED}


@action_in_parts
def tell_lead_of_way(event: WayProposalMoved) -> None:
    """Notify the family's lead, unless it was the lead who confirmed it. Safe to run twice."""
    lead = NamedLead.objects.current().filter(family_id=event.family_id).first() if event.family_id else None
    if lead is None or event.state not in KINDS or lead.membership_id == event.settled_by:
        return
    raise_notice(
        by=CARE,
        kind=KINDS[event.state],
        to=MembershipId(lead.membership_id),
        family_id=event.family_id,
        facts={"family_id": str(event.family_id)},
        dedupe_key=f"way-{event.proposal_id}-{event.state}",
    )
