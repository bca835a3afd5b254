"""Beginning and ending the rows of leads and deputies; the caller locks the family."""

from kith.caseloads.models.leading import Deputy, NamedLead
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId
from kith.organisations.queries.people import membership_card
from kith.platform import audit
from kith.platform.access.viewer import Actor


def lead_of(family_id: FamilyId) -> NamedLead | None:
    """Who leads now."""
    return NamedLead.objects.current().filter(family_id=family_id).first()


def deputy_of(family_id: FamilyId) -> Deputy | None:
    """Who stands beside the lead now."""
    return Deputy.objects.current().filter(family_id=family_id).first()


def begin_lead(by: Actor, family_id: FamilyId, membership_id: MembershipId, action: str, **facts: object) -> NamedLead:
    """Let a worker lead from now on in place of any earlier lead; a deputy who leads is deputy no more."""
    if before := lead_of(family_id):
        end_row(before)
    deputy = deputy_of(family_id)
    if deputy and deputy.membership_id == membership_id:
        end_row(deputy)
    card = membership_card(membership_id)
    row = NamedLead.objects.create(
        family_id=family_id,
        membership_id=membership_id,
        team_id=card.team_id if card else None,
        from_at=clock.now(),
    )
    audit.record(by, action, row, family_id=family_id, membership_id=membership_id, **facts)
    return row


def end_row(row: NamedLead | Deputy) -> None:
    """Let a lead or a deputy end now."""
    row.until_at = clock.now()
    row.save(update_fields=["until_at"])
