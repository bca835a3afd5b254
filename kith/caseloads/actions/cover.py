"""Planned absences: who is away, who covers, and telling the parents where it is long."""

from datetime import date

from kith.caseloads.actions.introducing import TELLER, tell_parent
from kith.caseloads.models.cover import Absence
from kith.caseloads.models.leading import Deputy, NamedLead
from kith.caseloads.rules.handover import days_away, may_be_absent
from kith.caseloads.rules.notices import NoticeKind
from kith.caseloads.settings import COVER_TOLD_AFTER_DAYS
from kith.kernel import clock
from kith.kernel.ids import AbsenceId, FamilyId, MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.actions.people import lock_membership
from kith.organisations.queries.people import is_working, membership_card, membership_cards
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.jobs import enqueue
from kith.tasks.actions.notices import raise_notice


@action
def plan_absence(
    *, by: Actor, membership_id: MembershipId, from_on: date, until_on: date, covered_by: MembershipId | None = None
) -> AbsenceId:
    """Record that a worker will be away and who covers, each family's deputy where no cover is named.

    Workers enter their own days, a manager those of the organisation. The same days again change who covers.
    """
    access.require(by, Permission.LEAD_FAMILY)
    _keep_to_own(by, membership_id)
    lock_membership(membership_id)
    if refusal := may_be_absent(from_on=from_on, until_on=until_on, today=clock.today()):
        raise refusal
    if covered_by is not None and not _may_cover(membership_id, covered_by):
        raise Refusal("cannot_cover")
    planned = Absence.objects.planned().filter(membership_id=membership_id)
    row = planned.filter(from_on=from_on, until_on=until_on).first()
    if row and row.covered_by_id == covered_by:
        return AbsenceId(row.pk)
    if row is None and planned.filter(from_on__lte=until_on, until_on__gte=from_on).exists():
        raise Refusal("absence_overlaps")
    row = row or Absence(membership_id=membership_id, from_on=from_on, until_on=until_on, entered_at=clock.now())
    row.covered_by_id = covered_by
    row.save()
    audit.record(by, "caseloads.absence_planned", row, membership_id=membership_id, covered_by=covered_by)
    if covered_by is not None and covered_by != by.membership_id:
        facts = {"absence_id": row.pk, "lead_id": membership_id}
        key = f"cover-asked-{row.pk}-{covered_by}"
        raise_notice(by=by, kind=NoticeKind.COVER_ASKED, to=covered_by, facts=facts, dedupe_key=key)
    if days_away(from_on, until_on) > COVER_TOLD_AFTER_DAYS.now:
        enqueue("caseloads.tell_of_cover", absence_id=row.pk)
    return AbsenceId(row.pk)


@action
def call_off_absence(*, by: Actor, absence_id: AbsenceId) -> None:
    """Note that a worker will be here after all, and tell who was to stand in; calling it off again changes nothing."""
    access.require(by, Permission.LEAD_FAMILY)
    row = Absence.objects.select_for_update().filter(pk=absence_id).first()
    if row is None:
        raise NotFound("absence")
    _keep_to_own(by, MembershipId(row.membership_id))
    if row.cancelled_at:
        return
    row.cancelled_at = clock.now()
    row.save(update_fields=["cancelled_at"])
    audit.record(by, "caseloads.absence_called_off", row, membership_id=row.membership_id)
    if row.covered_by_id is not None and row.covered_by_id != by.membership_id:
        raise_notice(
            by=by,
            kind=NoticeKind.COVER_CALLED_OFF,
            to=MembershipId(row.covered_by_id),
            facts={"absence_id": row.pk, "lead_id": row.membership_id},
            dedupe_key=f"cover-called-off-{row.pk}",
        )


@action
def tell_of_cover(*, by: Actor, absence_id: AbsenceId) -> int:
    """Tell each parent who stands in for her lead and until when, and say how many. Safe to run twice."""
    access.require(by, Permission.LEAD_FAMILY)
    row = Absence.objects.planned().filter(pk=absence_id).first()
    if row is None:
        return 0
    covers = covers_of(row)
    people = membership_cards({MembershipId(row.membership_id), *covers.values()})
    lead = people[MembershipId(row.membership_id)]
    told = 0
    for family_id, cover in covers.items():
        told += tell_parent(
            "lead_cover",
            family_id,
            f"lead-cover:{row.pk}:{family_id}:{cover}",
            name=people[cover].name,
            lead=lead.name,
            from_on=row.from_on.isoformat(),
            until_on=row.until_on.isoformat(),
        )
    audit.record(TELLER, "caseloads.cover_told", row, family_count=told)
    return told


def covers_of(row: Absence) -> dict[FamilyId, MembershipId]:
    """Who covers each family the absent worker leads; a family without cover is missing."""
    led = NamedLead.objects.current().filter(membership_id=row.membership_id).values_list("family_id", flat=True)
    if row.covered_by_id is not None:
        return {FamilyId(family_id): MembershipId(row.covered_by_id) for family_id in led}
    deputies = Deputy.objects.current().filter(family_id__in=led).values_list("family_id", "membership_id")
    return {FamilyId(family_id): MembershipId(deputy) for family_id, deputy in deputies}


def _keep_to_own(by: Actor, membership_id: MembershipId) -> None:
    """Go on only with one's own days, or as a manager with those of one's organisation."""
    if by.membership_id == membership_id:
        return
    access.require(by, Permission.MANAGE_CASELOADS)
    card = membership_card(membership_id)
    if card is None or (by.is_staff and card.organisation.id not in by.organisation_ids):
        raise NotFound("membership")


def _may_cover(membership_id: MembershipId, covered_by: MembershipId) -> bool:
    """Whether another worker of the same organisation works today: what the one may see, the other may see."""
    people = membership_cards([membership_id, covered_by])
    if membership_id == covered_by or len(people) < 2 or not is_working(covered_by):
        return False
    return people[membership_id].organisation == people[covered_by].organisation
