"""Opening one record without consent, because a person may be in danger and there is no way to ask."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from kith.families import events
from kith.families.actions.locking import lock_family
from kith.families.models.emergency import EmergencyOpening, EmergencySearch
from kith.families.models.family import Family
from kith.families.models.people import Baby, Parent
from kith.families.rules.bereavement import is_the_name
from kith.families.rules.trust import SEARCHES_COUNT_FOR, EmergencyReason, check_reason, may_search
from kith.kernel import clock
from kith.kernel.choices.place import EMERGENCY_FAILED_SEARCHES, EMERGENCY_HOURS
from kith.kernel.ids import EmergencyOpeningId, FamilyId, MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.actions.people import lock_membership
from kith.platform import access, audit, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action_in_parts


@dataclass(frozen=True)
class Identifiers:
    """What a worker knows exactly of a family: a parent's name with the baby's day of birth, or an NHS number."""

    name: str = ""
    born_on: date | None = None
    nhs_number: str = ""


@action_in_parts
def open_in_emergency(*, by: Actor, who: Identifiers, reason: EmergencyReason, words: str) -> FamilyId:
    """Open the one record that fits, for this worker and a few hours; the lead, manager and family are informed.

    FamilyContext twice it is open once. A record they may see anyway is not opened. A search that finds no family is
    written down as well, and says no more than that; after some within an hour they must wait, and their managers
    are informed.
    """
    access.require(by, Permission.BREAK_GLASS)
    if by.membership_id is None:
        raise NotFound("membership")
    if refusal := check_reason(words) or _too_little(who):
        raise refusal
    found = _search(by, by.membership_id, who)
    if isinstance(found, Refusal):
        raise found
    return _open(by, by.membership_id, found, reason, words.strip())


@transaction.atomic
def _search(by: Actor, membership_id: MembershipId, who: Identifiers) -> FamilyId | Refusal:
    """The one family that fits; a refusal is returned, so that what is noted of it stays."""
    lock_membership(membership_id)
    most, since = EMERGENCY_FAILED_SEARCHES.now, clock.now() - SEARCHES_COUNT_FOR
    failed_at = list(EmergencySearch.objects.since(membership_id, since).values_list("at", flat=True))
    if refusal := may_search(failed_at, most=most):
        audit.record(by, "families.emergency_search_refused", EmergencySearch(), failed=len(failed_at))
        return refusal
    found = _found(who)
    if len(found) == 1:
        return found[0]
    row = EmergencySearch.objects.create(membership_id=membership_id, at=clock.now(), found_count=len(found))
    audit.record(by, "families.emergency_search_failed", row, found=len(found))
    if len(failed_at) + 1 == most:
        outbox.append(events.EmergencySearchesRest(membership_id, row.pk, most))
    return Refusal("more_than_one_found" if found else "nobody_found")


@transaction.atomic
def _open(by: Actor, membership_id: MembershipId, family_id: FamilyId, reason: EmergencyReason, words: str) -> FamilyId:
    lock_family(family_id)
    if access.visible(by, Family.objects.filter(pk=family_id)).exists():
        return family_id
    now = clock.now()
    row = EmergencyOpening.objects.create(
        family_id=family_id,
        membership_id=membership_id,
        reason=reason,
        words=words,
        opened_at=now,
        until_at=now + timedelta(hours=EMERGENCY_HOURS.now),
    )
    audit.record(by, "families.record_opened_in_emergency", row, family_id=family_id, reason=reason)
    outbox.append(events.RecordOpenedInEmergency(family_id, EmergencyOpeningId(row.pk), membership_id, reason))
    return family_id


def _too_little(who: Identifiers) -> Refusal | None:
    return None if who.nhs_number or (who.name.strip() and who.born_on) else Refusal("nothing_to_find_by")


def _found(who: Identifiers) -> list[FamilyId]:
    """The families that fit exactly; a name is compared without regard to capitals and accents."""
    if who.nhs_number:
        fits = Q(parents__nhs_number=who.nhs_number) | Q(babies__nhs_number=who.nhs_number)
        return [FamilyId(pk) for pk in Family.objects.filter(fits).distinct().values_list("pk", flat=True)]
    born = Baby.objects.filter(born_on=who.born_on) if who.born_on else Baby.objects.none()
    rows = Parent.objects.filter(family__in=born.values("family"))
    return list({FamilyId(row.family_id) for row in rows if is_the_name(who.name, row.full_name)})
