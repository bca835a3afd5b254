"""Seeing a break in continuity before it happens. Every day, safe to run twice."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q

from kith.caseloads.actions.cover import covers_of
from kith.caseloads.models.cover import Absence
from kith.caseloads.models.leading import NamedLead
from kith.caseloads.rules.leading import covers
from kith.caseloads.rules.notices import NoticeKind
from kith.caseloads.settings import BREAKS_SEEN_DAYS_AHEAD, MIDWIFE_ENDS_AFTER_DAYS
from kith.families.queries.stages import stages, wards
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId
from kith.organisations.events import MembershipMoved
from kith.organisations.queries.people import (
    MembershipCard,
    at_work,
    managers_of,
    membership_card,
    people_who,
)
from kith.organisations.rules import Role
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice

WATCHER = system_actor("caseloads.watching")


@action
def watch_breaks(*, by: Actor) -> int:
    """Tell leads and their managers of the breaks ahead, and say how many were found."""
    access.require(by, Permission.ADMINISTER)
    ahead = clock.today() + timedelta(days=BREAKS_SEEN_DAYS_AHEAD.now)
    watches = (_uncovered(ahead), _ending(ahead), _service_ending(ahead), _out_of_area())
    found = sum(sum(1 for _ in watch) for watch in watches)
    audit.record(by, "caseloads.breaks_watched", NamedLead(), found=found)
    return found


@action
def warn_of_move(event: MembershipMoved) -> None:
    """Notify a worker who has moved team, and their managers, of how many of their families live elsewhere."""
    card = membership_card(event.membership_id)
    if card is None:
        return
    led = NamedLead.objects.current().filter(family_id=OuterRef("pk"), membership_id=card.id)
    homes = wards(WATCHER, where=Q(Exists(led)))
    outside = sum(not covers(card.wards, ward) for ward in homes.values() if ward)
    if homes:
        facts = {"lead_id": card.id, "family_count": len(homes), "outside_count": outside}
        tell_lead_and_managers(card, NoticeKind.MOVED_TEAM, f"{clock.today()}", facts=facts)


def _uncovered(ahead: date) -> Iterator[None]:
    """Absences that begin soon and leave families without cover."""
    for row in Absence.objects.planned().filter(from_on__lte=ahead, until_on__gte=clock.today(), covered_by=None):
        led = NamedLead.objects.current().filter(membership_id=row.membership_id).count()
        alone = led - len(covers_of(row))
        card = membership_card(MembershipId(row.membership_id))
        if alone and card:
            facts = {"absence_id": row.pk, "lead_id": card.id, "family_count": alone}
            tell_lead_and_managers(card, NoticeKind.ABSENCE_UNCOVERED, f"{row.pk}", facts=facts)
            yield


def _ending(ahead: date) -> Iterator[None]:
    """Memberships that end soon while families are still led."""
    leads = NamedLead.objects.current().filter(membership_id__in=at_work(until=ahead))
    for membership_id in sorted(set(leads.values_list("membership_id", flat=True))):
        card = membership_card(MembershipId(membership_id))
        if card and card.until_on:
            count = leads.filter(membership_id=membership_id).count()
            facts = {"lead_id": card.id, "family_count": count, "until_on": card.until_on.isoformat()}
            tell_lead_and_managers(card, NoticeKind.MEMBERSHIP_ENDING, f"{card.until_on}", facts=facts)
            yield


def _service_ending(ahead: date) -> Iterator[None]:
    """Babies who soon reach the end of what their lead's service is for."""
    people = {card.id: card for card in people_who(Permission.LEAD_FAMILY)}
    for role, days in {Role.MIDWIFE: MIDWIFE_ENDS_AFTER_DAYS.now}.items():
        of_role = [key for key, card in people.items() if card.role == role]
        led = NamedLead.objects.current().filter(family_id=OuterRef("pk"), membership_id__in=of_role)
        found = stages(
            WATCHER, where=Q(Exists(led), babies__born_on__lte=ahead - timedelta(days=days)), with_bereaved=False
        )
        ends = {each.family_id: each.youngest_born_on + timedelta(days=days) for each in found if each.youngest_born_on}
        leads = NamedLead.objects.current().filter(family_id__in=[key for key, day in ends.items() if day <= ahead])
        for family_id, membership_id in leads.values_list("family_id", "membership_id"):
            card, ends_on = people[MembershipId(membership_id)], ends[FamilyId(family_id)]
            facts = {"lead_id": card.id, "ends_on": ends_on.isoformat()}
            tell_lead_and_managers(
                card, NoticeKind.SERVICE_ENDING, f"{family_id}-{ends_on}", FamilyId(family_id), facts=facts
            )
            yield


def _out_of_area() -> Iterator[None]:
    """Families who live where their lead does not work (any more)."""
    bound = {card.id: card for card in people_who(Permission.LEAD_FAMILY) if card.wards}
    rows = NamedLead.objects.current().filter(membership_id__in=bound)
    homes = wards(WATCHER, where=Q(Exists(rows.filter(family_id=OuterRef("pk"))))) if bound else {}
    for family_id, membership_id in rows.values_list("family_id", "membership_id"):
        card, ward = bound[MembershipId(membership_id)], homes.get(FamilyId(family_id), "")
        if ward and not covers(card.wards, ward):
            facts = {"lead_id": card.id, "ward_code": ward}
            tell_lead_and_managers(
                card, NoticeKind.OUT_OF_AREA, f"{family_id}-{ward}", FamilyId(family_id), facts=facts
            )
            yield


def tell_lead_and_managers(
    card: MembershipCard,
    kind: StrEnum,
    key: str,
    family_id: FamilyId | None = None,
    *,
    facts: Mapping[str, object],
) -> None:
    """Send the lead and the managers of their caseload one notice each, however often it is found."""
    for to in dict.fromkeys([card.id, *(manager.id for manager in managers_of(card.organisation.id))]):
        dedupe_key = f"{kind}-{key}-{to}"
        raise_notice(by=WATCHER, kind=kind, to=to, family_id=family_id, facts=facts, dedupe_key=dedupe_key)
