"""Families that may be written down twice, among those the viewer may open."""

from dataclasses import dataclass

from django.db import connection

from kith.families.models.family import Family
from kith.families.models.known import traits_of
from kith.families.models.merging import DistinctFamilies
from kith.families.queries.cards import FamilyCard, family_cards
from kith.kernel.ids import FamilyId
from kith.methods import linkage
from kith.methods.linkage import Likeness
from kith.platform import access
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged

NEWEST = 300
HEARD = "p.sounds && a.sounds"  # the rule then looks whether every word is heard
PAIRS = f"""
WITH asked AS (
    SELECT p.id, p.family_id, p.sounds, p.phone, p.email, p.born_on FROM families_parent p WHERE p.family_id = ANY(%s)
)
SELECT a.family_id, p.family_id FROM asked a JOIN families_parent p ON p.email = a.email AND p.email <> ''
UNION SELECT a.family_id, p.family_id FROM asked a
    JOIN families_parent p ON p.phone = a.phone AND p.phone <> '' AND {HEARD}
UNION SELECT a.family_id, p.family_id FROM asked a JOIN families_parent p ON p.born_on = a.born_on AND {HEARD}
UNION SELECT a.family_id, p.family_id FROM asked a
    JOIN families_address h ON h.family_id = a.family_id AND h.postcode <> ''
    JOIN families_address i ON i.postcode = h.postcode AND i.postcode <> ''
    JOIN families_parent p ON p.family_id = i.family_id AND ({HEARD} OR (p.phone = a.phone AND p.phone <> ''))
UNION SELECT a.family_id, p.family_id FROM asked a
    JOIN families_baby b ON b.family_id = a.family_id JOIN families_baby c ON c.born_on = b.born_on
    JOIN families_parent p ON p.family_id = c.family_id AND {HEARD}
"""


@dataclass(frozen=True)
class Duplicate:
    """Two records that may be one family, and why."""

    one: FamilyCard
    other: FamilyCard
    likeness: Likeness


def likely_duplicates(viewer: Viewer, family_id: FamilyId, asked: ListAsked) -> Paged[Duplicate]:
    """Records that may be of the same family as this one, the most alike first."""
    return paged(_duplicates(viewer, [family_id]), asked)


def newest_duplicates(viewer: Viewer, asked: ListAsked) -> Paged[Duplicate]:
    """Likely pairs among the newest records the viewer may see, the most alike first."""
    newest = access.visible(viewer, Family.objects.order_by("-registered_at", "pk"))
    return paged(_duplicates(viewer, [FamilyId(pk) for pk in newest.values_list("pk", flat=True)[:NEWEST]]), asked)


def _duplicates(viewer: Viewer, family_ids: list[FamilyId]) -> list[Duplicate]:
    with connection.cursor() as cursor:
        cursor.execute(PAIRS, [family_ids])
        pairs = {tuple(sorted(pair)) for pair in cursor.fetchall() if pair[0] != pair[1]}
    pairs -= set(DistinctFamilies.objects.filter(one__in={one for one, _ in pairs}).values_list("one_id", "other_id"))
    cards = family_cards(viewer, {FamilyId(each) for pair in pairs for each in pair})
    traits = traits_of(cards)
    found = [
        Duplicate(cards[one], cards[other], linkage.likeness(traits[one], traits[other]))
        for one, other in pairs
        if one in cards and other in cards
    ]
    likely = [each for each in found if each.likeness.is_likely]
    return sorted(likely, key=lambda each: (-each.likeness.score, each.one.name, each.one.id, each.other.id))
