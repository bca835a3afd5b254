"""Who has opened a family's record, told to the family: with its consent, in an emergency, or by its card."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kith.families.models.card import CardReading
from kith.families.models.emergency import EmergencyOpening
from kith.families.models.merging import FamilyMerge
from kith.families.queries.taking import family_of
from kith.families.rules.trust import EmergencyReason
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.platform import audit
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.audit import LookedAt


@dataclass(frozen=True)
class Look:
    """A read of the record on a day: by which person, and when last; in an emergency also why.

    ``outside`` names the reader of a card: service and person, as they said it themselves. ``is_by_link``: a person
    without an account, who was sent the family's referral.
    """

    at: datetime
    by: MembershipCard | None
    reason: EmergencyReason | None = None
    words: str = ""
    outside: tuple[str, ...] = ()
    is_by_link: bool = False


def who_looked(viewer: Viewer, family_id: FamilyId, *, limit: int = 200) -> list[Look]:
    """All who opened the family's record, a line for each person and day, the latest first."""
    family_of(viewer, family_id)
    merged = FamilyMerge.objects.filter(kept=family_id, undone_at__isnull=True).values_list("gone_id", flat=True)
    looks = audit.looks_at(family_id, *(FamilyId(gone) for gone in merged), limit=limit)
    openings = list(EmergencyOpening.objects.filter(family_id=family_id).order_by("-opened_at")[:limit])
    people = {each.membership_id for each in looks} | {MembershipId(row.membership_id) for row in openings}
    cards = membership_cards(each for each in people if each)
    readings = CardReading.objects.filter(card__family_id=family_id).order_by("-at")[:limit]
    found = [
        *_by_day(looks, openings, cards),
        *(_emergency(row, cards) for row in openings),
        *(Look(row.at, None, outside=(row.service, row.person)) for row in readings),
    ]
    return sorted(found, key=lambda look: look.at, reverse=True)


def _by_day(
    looks: Iterable[LookedAt], openings: Sequence[EmergencyOpening], cards: dict[MembershipId, MembershipCard]
) -> list[Look]:
    """What people opened with consent; what they opened in an emergency stands in its own line, with its reason."""
    by_day: dict[tuple[MembershipId | None, date], Look] = {}
    for each in looks:
        if any(each.membership_id == row.membership_id and row.opened_at <= each.at < row.until_at for row in openings):
            continue
        by_day.setdefault(
            (each.membership_id, clock.local(each.at).date()),
            Look(
                each.at,
                cards.get(each.membership_id) if each.membership_id else None,
                is_by_link=each.membership_id is None and not each.actor.startswith(ViewerKind.SYSTEM),
            ),
        )
    return list(by_day.values())


def _emergency(row: EmergencyOpening, cards: dict[MembershipId, MembershipCard]) -> Look:
    return Look(row.opened_at, cards[MembershipId(row.membership_id)], row.reason, row.words)
