"""Taking the lead for a family, and losing it with the family's consent."""

from django.db import transaction

from kith.care.models import NamedLead
from kith.families.actions import hold_family
from kith.families.events import ConsentWithdrawn
from kith.families.queries import may_organisation_open
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.queries import membership_card
from kith.platform import access, audit
from kith.platform.access import Actor, Permission, system_actor


@transaction.atomic
def take_lead(*, by: Actor, family_id: FamilyId) -> int:
    """Make the actor the family's named lead; raises Refusal where somebody else leads already."""
    access.require(by, Permission.LEAD_FAMILY, family_id=family_id)
    hold_family(family_id)
    if by.membership_id is None:
        raise Refusal("lead_needs_a_membership")
    held = NamedLead.objects.current().filter(family_id=family_id).first()
    if held and held.membership_id == by.membership_id:
        return held.pk
    if held:
        raise Refusal("already_led")
    row = NamedLead.objects.create(family_id=family_id, membership_id=by.membership_id, from_at=clock.now())
    audit.record(by, "care.lead_taken", row, family_id=family_id)
    return row.pk


@transaction.atomic
def end_lead_without_consent(event: ConsentWithdrawn) -> None:
    """End the lead of somebody whose organisation may no longer open the record; safe to run twice."""
    hold_family(event.family_id)
    held = NamedLead.objects.current().filter(family_id=event.family_id).first()
    if held is None:
        return
    card = membership_card(MembershipId(held.membership_id))
    if card is None or may_organisation_open(card.organisation.id, event.family_id):
        return
    held.until_at = clock.now()
    held.save(update_fields=["until_at"])
    audit.record(system_actor("care"), "care.lead_ended", held, family_id=event.family_id, why="consent_withdrawn")
