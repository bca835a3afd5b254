"""Telling the lead and the managers that a record was opened without consent, searched for too often, or asked for."""

from collections.abc import Mapping

from kith.caseloads.models.leading import NamedLead
from kith.caseloads.rules.notices import NoticeKind
from kith.families.events import AccessAsked, EmergencySearchesRest, RecordOpenedInEmergency
from kith.families.queries.reach import organisations_that_may_open
from kith.kernel.ids import MembershipId
from kith.organisations.queries.people import membership_card, whom_to_tell
from kith.platform.access.viewer import system_actor
from kith.platform.action import action_in_parts
from kith.tasks.actions.notices import raise_notice

CARE = system_actor("caseloads")


@action_in_parts
def tell_of_emergency(event: RecordOpenedInEmergency) -> None:
    """Notify the lead, naming the family, and the managers of the worker who opened it, naming only that worker.

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
    _tell_managers(
        NoticeKind.EMERGENCY_BY_COLLEAGUE, event.membership_id, facts, f"opened-in-emergency-{event.opening_id}"
    )


@action_in_parts
def tell_of_asking(event: AccessAsked) -> None:
    """Notify the family's lead, or the managers where it has none, that a worker asks to see its record.

    Safe to run twice; a worker who asks again on the same day is heard once.
    """
    lead = NamedLead.objects.current().filter(family_id=event.family_id).first()
    managers = (each.id for org in organisations_that_may_open(event.family_id) for each in whom_to_tell(org))
    for to in {MembershipId(lead.membership_id)} if lead else set(managers):
        raise_notice(
            by=CARE,
            kind=NoticeKind.ACCESS_ASKED,
            to=to,
            family_id=event.family_id,
            facts={"membership_id": event.membership_id, "family_id": str(event.family_id)},
            dedupe_key=f"access-asked-{event.family_id}-{event.membership_id}-{event.day}-{to}",
        )


@action_in_parts
def tell_of_searches(event: EmergencySearchesRest) -> None:
    """Notify a worker's managers that so many searches found no family that the worker must wait.

    Safe to run twice.
    """
    facts = {"membership_id": event.membership_id, "count": event.count}
    key = f"emergency-searches-{event.search_id}"
    _tell_managers(NoticeKind.EMERGENCY_SEARCHES, event.membership_id, facts, key)


def _tell_managers(kind: NoticeKind, about: MembershipId, facts: Mapping[str, object], key: str) -> None:
    card = membership_card(about)
    for manager in whom_to_tell(card.organisation.id) if card else ():
        raise_notice(by=CARE, kind=kind, to=manager.id, facts=facts, dedupe_key=f"{key}-{manager.id}")
