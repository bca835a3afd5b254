"""Who has opened a family's record, told to the family."""

from dataclasses import dataclass
from datetime import date, datetime

from kith.families.models import Family, FamilyMerge
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId
from kith.organisations.queries import MembershipCard, membership_cards
from kith.platform import access, audit
from kith.platform.access import NotFound, Viewer


@dataclass(frozen=True)
class Look:
    """Somebody opened the record on a day: who, and when last."""

    at: datetime
    by: MembershipCard | None


def who_looked(viewer: Viewer, family_id: FamilyId, *, limit: int = 200) -> list[Look]:
    """Everybody at work who opened the family's record, a line for each person and day, the latest first."""
    if not access.visible(viewer, Family.objects.filter(pk=family_id)).exists():
        raise NotFound("family")
    merged = FamilyMerge.objects.filter(kept=family_id, undone_at__isnull=True).values_list("gone_id", flat=True)
    looks = audit.looks_at(family_id, *(FamilyId(gone) for gone in merged), limit=limit)
    cards = membership_cards(each.membership_id for each in looks if each.membership_id)
    by_day: dict[tuple[MembershipId | None, date], Look] = {}
    for each in looks:
        by_day.setdefault(
            (each.membership_id, clock.local(each.at).date()),
            Look(each.at, cards.get(each.membership_id) if each.membership_id else None),
        )
    return list(by_day.values())
