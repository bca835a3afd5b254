"""Telling the lead and the managers that a record was opened without consent."""

from kith.care.actions.notices import raise_notice
from kith.care.models import NamedLead
from kith.care.rules import NoticeKind
from kith.families.events import RecordOpenedInEmergency
from kith.kernel.ids import MembershipId
from kith.organisations.queries import membership_card, whom_to_tell
from kith.platform.access import system_actor

CARE = system_actor("care")


def tell_of_emergency(event: RecordOpenedInEmergency) -> None:
    """Put it before the family's lead, by the family, and before the managers of whoever opened it, by her name alone.

    Safe to run twice.
    """
    facts = {"membership_id": event.membership_id, "opening_id": event.opening_id, "reason": event.reason}
    lead = NamedLead.objects.current().filter(family_id=event.family_id).first()
    if lead and lead.membership_id != event.membership_id:
        raise_notice(
            by=CARE,
            kind=NoticeKind.OPENED_IN_EMERGENCY,
            to=MembershipId(lead.membership_id),
            family_id=event.family_id,
            facts=facts | {"family_id": str(event.family_id)},
            dedupe_key=f"opened-in-emergency-{event.opening_id}-lead",
        )
    card = membership_card(event.membership_id)
    for manager in whom_to_tell(card.organisation.id) if card else ():
        raise_notice(
            by=CARE,
            kind=NoticeKind.EMERGENCY_BY_COLLEAGUE,
            to=manager.id,
            facts=facts,
            dedupe_key=f"opened-in-emergency-{event.opening_id}-{manager.id}",
        )
