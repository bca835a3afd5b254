"""Who stands on a record, as the rules recognise them: names as they are heard, and days."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from kith.families.models.family import Address
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.kernel.ids import FamilyId
from kith.methods.linkage import Known, Person, Traits
from kith.methods.names import hear


def known_parents(family_id: FamilyId) -> list[Known]:
    """The parents of a family, as far as it serves to find them on another record; the main one first."""
    rows = list(Parent.objects.filter(family_id=family_id).order_by("-is_main", "given_name", "pk"))
    return [Known(row.pk, hear(row.full_name), row.born_on, row.account_id) for row in rows]


def known_babies(family_id: FamilyId) -> list[Known]:
    """The babies of a family, likewise."""
    rows = list(Baby.objects.filter(family_id=family_id).order_by("born_on", "name", "pk"))
    return [Known(row.pk, hear(row.name), row.born_on) for row in rows]


def known_pregnancies(family_id: FamilyId) -> list[Known]:
    """The pregnancies of a family, likewise: those under way with each other, and those ended."""
    rows = Pregnancy.objects.filter(family_id=family_id).order_by("due_on", "pk")
    return [Known(row.pk, (), row.due_on) for row in rows]


def traits_of(family_ids: Collection[UUID]) -> dict[FamilyId, Traits]:
    """What serves to recognise each of these families; whether the viewer may see them is asked by the caller."""
    people: dict[UUID, list[Parent]] = defaultdict(list)
    for row in Parent.objects.filter(family_id__in=family_ids):
        people[row.family_id].append(row)
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
            tuple(Person(hear(row.full_name), row.born_on, row.phone, row.email) for row in people[each]),
            frozenset(postcodes[each]),
            frozenset(births[each]),
            due.get(each),
        )
        for each in family_ids
    }
