"""Who has opened a family's record, told to the family: with its consent, in an emergency, or by its card."""

from dataclasses import dataclass
from datetime import datetime

from kith.families.models.card import CardReading
from kith.families.models.emergency import EmergencyOpening
from kith.families.models.merging import FamilyMerge
from kith.families.queries.taking import family_of
from kith.families.rules.trust import EmergencyReason
from kith.kernel.ids import FamilyId, MembershipId
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.platform import audit
from kith.platform.access.viewer import Viewer
from kith.platform.audit import RecordRead
from kith.platform.listing import ListAsked, Paged, paged


@dataclass(frozen=True)
class ReadRow:
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


def record_reads(viewer: Viewer, family_id: FamilyId, asked: ListAsked, *, size: int | None = None) -> Paged[ReadRow]:
    """All who opened the family's record, a line for each person and day, the latest first.

    What a person opened in an emergency stands in its own line, with its reason.
    """
    family_of(viewer, family_id)
    merged = FamilyMerge.objects.filter(kept=family_id, undone_at__isnull=True).values_list("gone_id", flat=True)
    openings = list(EmergencyOpening.objects.filter(family_id=family_id))
    looks = audit.record_reads(
        family_id,
        *(FamilyId(gone) for gone in merged),
        apart=[(row.membership_id, row.opened_at, row.until_at) for row in openings],
    )
    people = {each.membership_id for each in looks} | {MembershipId(row.membership_id) for row in openings}
    cards = membership_cards(each for each in people if each)
    by_card = CardReading.objects.filter(card__family_id=family_id)
    found = [
        *(_look(each, cards) for each in looks),
        *(_emergency(row, cards) for row in openings),
        *(ReadRow(row.at, None, outside=(row.service, row.person)) for row in by_card),
    ]
    found.sort(key=lambda look: look.at, reverse=True)
    return paged(found, asked) if size is None else paged(found, asked, size=size)


def _look(each: RecordRead, cards: dict[MembershipId, MembershipCard]) -> ReadRow:
    by = cards.get(each.membership_id) if each.membership_id else None
    return ReadRow(each.at, by, is_by_link=each.membership_id is None and not each.is_kith)


def _emergency(row: EmergencyOpening, cards: dict[MembershipId, MembershipCard]) -> ReadRow:
    return ReadRow(row.opened_at, cards[MembershipId(row.membership_id)], row.reason, row.words)
