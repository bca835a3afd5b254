"""Taking the lead for a family, naming a deputy, and losing both with the family's consent."""

from kith.caseloads.actions.handover import reach_of, withdraw_unreachable
from kith.caseloads.actions.introducing import tell_parent
from kith.caseloads.actions.lead_rows import begin_lead, deputy_of, end_row, lead_of
from kith.caseloads.models.handover import Handover
from kith.caseloads.models.leading import Deputy, NamedLead
from kith.caseloads.rules.handover import may_name_deputy
from kith.caseloads.rules.notices import NoticeKind
from kith.families.actions.locking import lock_family
from kith.families.events import ConsentWithdrawn
from kith.families.queries.reach import may_organisation_open
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import membership_card, organisation_cards, whom_to_tell
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.tasks.actions.notices import known_as, raise_notice


@action
def take_lead(*, by: Actor, family_id: FamilyId) -> int:
    """Make the actor the family's named lead; raises Refusal where another worker leads already."""
    access.require(by, Permission.LEAD_FAMILY, family_id=family_id)
    lock_family(family_id)
    if by.membership_id is None:
        raise Refusal("lead_needs_a_membership")
    if lead := lead_of(family_id):
        if lead.membership_id == by.membership_id:
            return lead.pk
        raise Refusal("already_led")
    if Handover.objects.open().filter(family_id=family_id).exists():
        raise Refusal("handover_open")
    return begin_lead(by, family_id, by.membership_id, "caseloads.lead_taken").pk


@action
def name_deputy(*, by: Actor, family_id: FamilyId, membership_id: MembershipId | None) -> None:
    """Name the lead's deputy, or have none; the lead decides, or a manager. The same again changes nothing."""
    access.require(by, Permission.LEAD_FAMILY, family_id=family_id)
    lock_family(family_id)
    lead, before = lead_of(family_id), deputy_of(family_id)
    refusal = may_name_deputy(
        lead=MembershipId(lead.membership_id) if lead else None,
        deputy=membership_id,
        by=by.membership_id,
        is_manager=Permission.MANAGE_CASELOADS in by.permissions,
        may_stand=membership_id is None or membership_id in reach_of(family_id),
    )
    if refusal:
        raise refusal
    if (before.membership_id if before else None) == membership_id:
        return
    if before:
        end_row(before)
        audit.record(by, "caseloads.deputy_ended", before, family_id=family_id)
    if membership_id is not None:
        row = Deputy.objects.create(family_id=family_id, membership_id=membership_id, from_at=clock.now())
        audit.record(by, "caseloads.deputy_named", row, family_id=family_id, membership_id=membership_id)
        if membership_id != by.membership_id:
            facts = {"lead_id": lead.membership_id if lead else None}
            key = f"deputy-named-{row.pk}"
            raise_notice(
                by=by, kind=NoticeKind.DEPUTY_NAMED, to=membership_id, family_id=family_id, facts=facts, dedupe_key=key
            )


@action
def give_lead_back(*, by: Actor, lead_id: int) -> None:
    """End the lead that the actor took a moment ago; raises Refusal where anything was built on it since."""
    row = NamedLead.objects.filter(pk=lead_id).first()
    if row is None:
        raise NotFound("lead")
    family_id = FamilyId(row.family_id)
    access.require(by, Permission.LEAD_FAMILY, family_id=family_id)
    lock_family(family_id)
    row.refresh_from_db()
    if row.until_at is not None:
        return
    has_more = deputy_of(family_id) or Handover.objects.open().filter(family_id=family_id).exists()
    if row.membership_id != by.membership_id or has_more:
        raise Refusal("changed_since")
    end_row(row)
    audit.record(by, "caseloads.lead_given_back", row, family_id=family_id)


@action
def end_lead_without_consent(event: ConsentWithdrawn) -> None:
    """End the lead and the deputy whose organisation may no longer open the record; safe to run twice.

    They hear of it, the managers of the lead do, and the mother reads what it changes for her.
    """
    lock_family(event.family_id)
    by, ended = system_actor("caseloads"), list[NamedLead | Deputy]()
    for row, what in (
        (lead_of(event.family_id), "caseloads.lead_ended"),
        (deputy_of(event.family_id), "caseloads.deputy_ended"),
    ):
        if row is not None and not _may_still_open(row):
            end_row(row)
            audit.record(by, what, row, family_id=event.family_id, why="consent_withdrawn")
            ended.append(row)
    withdraw_unreachable(by, event.family_id)
    _tell_of_end(by, event, ended)


def _tell_of_end(by: Actor, event: ConsentWithdrawn, ended: list[NamedLead | Deputy]) -> None:
    facts: dict[str, object] = {"known_as": known_as(event.family_id)}
    told = {MembershipId(row.membership_id): (NoticeKind.LEAD_ENDED_BY_FAMILY, facts) for row in ended}
    lead = next((MembershipId(row.membership_id) for row in ended if isinstance(row, NamedLead)), None)
    if lead:
        managers = (card.id for card in whom_to_tell(event.organisation_id))
        closed = (NoticeKind.FAMILY_CLOSED, facts | {"lead_id": lead})
        told = dict.fromkeys(managers, closed) | told
    for to, (kind, said) in told.items():
        key = f"{kind}-{event.consent_id}-{to}"
        raise_notice(by=by, kind=kind, to=to, family_id=event.family_id, facts=said, dedupe_key=key)
    if event.consent_id is None:
        return  # announced before consents were named in it: told by the pages of that time
    organisation = organisation_cards([event.organisation_id])[event.organisation_id].name
    card = membership_card(lead) if lead else None
    key = f"consent-withdrawn:{event.consent_id}"
    name = card.name if card else ""
    tell_parent("consent_withdrawn", event.family_id, key, organisation=organisation, lead=name)


def _may_still_open(row: NamedLead | Deputy) -> bool:
    card = membership_card(MembershipId(row.membership_id))
    return card is None or may_organisation_open(card.organisation.id, FamilyId(row.family_id))
