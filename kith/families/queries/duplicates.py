"""Families that may be written down twice, among those the viewer may open."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kith.families.models.family import Address, Family
from kith.families.models.known import codes_of, names_heard
from kith.families.models.merging import DistinctFamilies
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.queries.cards import FamilyCard, family_cards
from kith.families.rules import duplicates
from kith.families.rules.duplicates import Likeness, Person, Traits
from kith.families.rules.entries import NewFamily
from kith.families.rules.sounds import plain_letters
from kith.kernel.ids import FamilyId
from kith.platform import access
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged

NEWEST = 300
MOST = 50
# Two words of a name must be heard on the other record too: a family name alone is shared by far too many.
HEARD = "p.sounds && a.sounds AND cardinality(ARRAY(SELECT unnest(p.sounds) INTERSECT SELECT unnest(a.sounds))) > 1"
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


def like_the_new(viewer: Viewer, family: NewFamily) -> list[Duplicate]:
    """Records the viewer may see that may be of the family that is about to be written down."""
    words = {word for parent in family.parents for word in _words(f"{parent.given_name} {parent.family_name}")}
    codes = codes_of(words)
    parents = family.parents
    found = Parent.objects.filter(sounds__overlap=sorted({code for each in codes.values() for code in each}))
    near = (
        found.filter(phone__in=[each.phone for each in parents if each.phone])
        | found.filter(born_on__in=[each.born_on for each in parents if each.born_on])
        | found.filter(family__addresses__postcode__in=[each.postcode for each in family.addresses if each.postcode])
        | found.filter(family__babies__born_on__in=[each.born_on for each in family.babies])
        | Parent.objects.filter(email__in=[each.email.strip().lower() for each in parents if each.email])
    )
    ids = {FamilyId(pk) for pk in near.values_list("family_id", flat=True)}
    cards = family_cards(viewer, ids)
    own = Traits(
        people=tuple(
            Person(
                tuple(codes[word] for word in _words(f"{each.given_name} {each.family_name}")),
                each.born_on,
                each.phone,
                each.email.strip().lower(),
            )
            for each in parents
        ),
        postcodes=frozenset(each.postcode for each in family.addresses if each.postcode),
        births=frozenset(each.born_on for each in family.babies),
        due_on=next((each.due_on for each in family.pregnancies), None),
    )
    traits = _traits(cards)
    likely = [Duplicate(card, card, duplicates.likeness(own, traits[each])) for each, card in cards.items()]
    return sorted((each for each in likely if each.likeness.is_likely), key=lambda each: -each.likeness.score)[:MOST]


def _duplicates(viewer: Viewer, family_ids: list[FamilyId]) -> list[Duplicate]:
    with connection.cursor() as cursor:
        cursor.execute(PAIRS, [family_ids])
        pairs = {tuple(sorted(pair)) for pair in cursor.fetchall() if pair[0] != pair[1]}
    pairs -= set(DistinctFamilies.objects.filter(one__in={one for one, _ in pairs}).values_list("one_id", "other_id"))
    cards = family_cards(viewer, {FamilyId(each) for pair in pairs for each in pair})
    traits = _traits(cards)
    found = [
        Duplicate(cards[one], cards[other], duplicates.likeness(traits[one], traits[other]))
        for one, other in pairs
        if one in cards and other in cards
    ]
    likely = [each for each in found if each.likeness.is_likely]
    return sorted(likely, key=lambda each: (-each.likeness.score, each.one.name, each.one.id, each.other.id))


def _traits(family_ids: Collection[UUID]) -> dict[FamilyId, Traits]:
    people: dict[UUID, list[Parent]] = defaultdict(list)
    for row in Parent.objects.filter(family_id__in=family_ids):
        people[row.family_id].append(row)
    names = names_heard(row.heard_as for rows in people.values() for row in rows)
    postcodes: dict[UUID, set[str]] = defaultdict(set)
    births: dict[UUID, set[date]] = defaultdict(set)
    for family_id, postcode in Address.objects.filter(family_id__in=family_ids).values_list("family_id", "postcode"):
        postcodes[family_id] |= {postcode} - {""}
    for family_id, born_on in Baby.objects.filter(family_id__in=family_ids).values_list("family_id", "born_on"):
        births[family_id].add(born_on)
    open_ones = Pregnancy.objects.filter(family_id__in=family_ids, ended_on__isnull=True)
    due: dict[UUID, date] = dict(open_ones.values_list("family_id", "due_on"))
    return {
        FamilyId(each): Traits(
            tuple(Person(names[row.heard_as], row.born_on, row.phone, row.email) for row in people[each]),
            frozenset(postcodes[each]),
            frozenset(births[each]),
            due.get(each),
        )
        for each in family_ids
    }


def _words(name: str) -> list[str]:
    return plain_letters(name).split()
