"""Telling people at work what becomes of a change of where secrets go. A listener; safe to run twice."""

from django.conf import settings
from django.urls import reverse

from kith.kernel.ids import MembershipId
from kith.kernel.languages import ENGLISH
from kith.kernel.ways import ProposalState
from kith.messages.actions.queueing import queue_message
from kith.organisations.queries.people import people_who, whom_to_tell, work_emails
from kith.platform.access.viewer import system_actor
from kith.platform.action import action_in_parts
from kith.ways.events import WayProposalMoved

TELLER = system_actor("messages.ways")
TOLD = frozenset({ProposalState.WAITING, ProposalState.CHANGED, ProposalState.REFUSED, ProposalState.LAPSED})


@action_in_parts
def tell_of_way(event: WayProposalMoved) -> None:
    """Write to the person who proposed it and to those who answer for such ways; of a refusal to the managers, too."""
    if event.state not in TOLD:
        return
    did_it = event.proposed_by if event.state is ProposalState.WAITING else event.settled_by
    emails = work_emails(each for each in _people(event) if each != did_it)
    for membership_id, email in sorted(emails.items()):
        queue_message(
            by=TELLER,
            kind="way_at_desk",
            language=ENGLISH.code,
            facts={"state": event.state.value, "link": f"{settings.KITH.site_url}{reverse('ways')}"},
            dedupe_key=f"way_at_desk:{event.proposal_id}:{event.state}:{membership_id}",
            to_email=email,
        )


def _people(event: WayProposalMoved) -> set[MembershipId]:
    people = {event.proposed_by} if event.proposed_by else set[MembershipId]()
    if event.organisation_id:
        for permission in event.told:
            people |= {card.id for card in people_who(permission, organisation_ids=[event.organisation_id])}
        if event.state is ProposalState.REFUSED:
            people |= {card.id for card in whom_to_tell(event.organisation_id)}
    return people
