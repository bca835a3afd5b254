"""Who has opened a family's record, told to the family."""

from dataclasses import dataclass
from datetime import datetime

from kith.families.models import Family
from kith.kernel.ids import FamilyId
from kith.organisations.queries import MembershipCard, membership_cards
from kith.platform import access, audit
from kith.platform.access import NotFound, Viewer


@dataclass(frozen=True)
class Look:
    """Somebody opened the record on a day: who, when last, and how often that day."""

    at: datetime
    by: MembershipCard | None
    count: int


def who_looked(viewer: Viewer, family_id: FamilyId, *, limit: int = 200) -> list[Look]:
    """Everybody at work who opened the family's record, a line for each person and day, the latest first."""
    if not access.visible(viewer, Family.objects.filter(pk=family_id)).exists():
        raise NotFound("family")
    looks = [each for each in audit.looks_at(family_id, limit=limit) if each.actor != "parent"]
    cards = membership_cards(each.membership_id for each in looks if each.membership_id)
    by_day: dict[tuple[object, object], Look] = {}
    for each in looks:
        key = (each.membership_id, each.at.date())
        card = cards.get(each.membership_id) if each.membership_id else None
        seen = by_day.get(key)
        by_day[key] = Look(seen.at if seen else each.at, card, seen.count + 1 if seen else 1)
    return list(by_day.values())
