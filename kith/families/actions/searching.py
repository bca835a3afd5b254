"""Looking for a record among all there are. That it was looked for is written down, and no name.

What comes back holds names of families that the worker may not open: the room that shows it leaves those out.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from kith.families import events
from kith.families.models.card import Card
from kith.families.models.family import Address, Family
from kith.families.models.known import traits_of
from kith.families.models.people import Baby, Parent, Pregnancy, full_name
from kith.families.rules.entries import NewFamily, NewParent
from kith.families.rules.finding import Sought, own_traits
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.methods.linkage import Likeness, Traits, is_named_so, likeness
from kith.methods.names import hear, plain_letters, whole_key
from kith.platform import access, audit, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action

Named = tuple[FamilyId, str]
Rows = QuerySet[Card] | QuerySet[Parent] | QuerySet[Baby] | QuerySet[Pregnancy] | QuerySet[Address]
Known = TypeVar("Known")
NEAREST = 30
TELLING = 3
FEW = 5
LONGEST_COMPARED = 100
# One question behind the wall, where the index of sounds can be used (migration 0008_found_by_sound).
CALLED = "SELECT * FROM kith_parents_called(%s, %s::text[], %s, %s, %s::bigint[], %s, %s)"


@dataclass(frozen=True)
class Searched:
    """What a search found: families with the name of the parent who answers to it; whether there may be more."""

    sought: Sought
    found: tuple[Named, ...]
    is_cut: bool


@action
def search_records(*, by: Actor, sought: Sought) -> Searched:
    """Find families by what is known of them; the audit says by which signs the worker searched, and no name."""
    access.require(by, Permission.SEE_FAMILY)
    found = _nearest_parents(by, sought)
    near = found if len(found) >= FEW else [*found, *_less_near(by, sought)]
    audit.record(by, "families.records_searched", Family(id=None), signs=list(sought.signs), found=len(near))
    return Searched(sought, tuple(dict.fromkeys(near)), is_cut=len(found) >= NEAREST)


@action
def compare_records(*, by: Actor, family: NewFamily) -> dict[FamilyId, Likeness]:
    """Find records that may be of the family about to be written down, with what they have in common."""
    access.require(by, Permission.REGISTER_FAMILY)
    own = own_traits(family)
    traits: dict[FamilyId, Traits] = traits_of(_near(by, family))
    alike = {each: likeness(own, other) for each, other in traits.items()}
    found = {each: it for each, it in alike.items() if it.is_likely or is_named_so(own, traits[each])}
    audit.record(by, "families.records_compared", Family(id=None), found=len(found))
    return found


@action
def ask_for_access(*, by: Actor, family_ids: Collection[FamilyId]) -> None:
    """Ask those who lead these families to speak with them about letting the worker's organisation see the record."""
    access.require(by, Permission.SEE_FAMILY)
    if by.membership_id is None:
        raise NotFound("membership")
    for row in Family.objects.filter(pk__in=family_ids).order_by("pk"):
        audit.record(by, "families.access_asked", row, family_id=FamilyId(row.pk))
        outbox.append(events.AccessAsked(FamilyId(row.pk), by.membership_id, clock.today().isoformat()))


def _nearest_parents(by: Actor, sought: Sought) -> list[Named]:
    """Families and names of the nearest parents; by what is exactly known where anything is."""
    words = hear(sought.name)
    if known := _known(sought):
        rows = Parent.objects.filter(family_id__in=set.intersection(*known))
        return _named(rows if words else rows.filter(is_main=True))
    return _called(by, sought.name, [word.keys for word in words], whole=whole_key(sought.name)) if words else []


def _less_near(by: Actor, sought: Sought) -> list[Named]:
    """Where nothing else is known and few have every word: those who have one of them, if it is a telling one."""
    telling = [word.keys for word in hear(sought.name) if min(map(len, word.keys)) >= TELLING]
    if not telling or sought.signs != ("name",):
        return []
    return _called(by, sought.name, [frozenset().union(*telling)])


def _named(rows: "QuerySet[Parent]") -> list[Named]:
    # In no order of the table's own: the planner would walk the whole of it to find so few.
    found = rows.values_list("family_id", "given_name", "family_name")[:NEAREST]
    return [(FamilyId(family_id), full_name(given, last)) for family_id, given, last in found]


def _called(by: Actor, name: str, heard: Sequence[frozenset[str]], *, whole: str | None = None) -> list[Named]:
    """The nearest parents with a key of every word, in either order: so many in the actor's reach, so many beyond."""
    words = plain_letters(name).split()
    orders = (" ".join(words)[:LONGEST_COMPARED], " ".join(reversed(words))[:LONGEST_COMPARED])
    keys = [" ".join(sorted(each)) for each in heard]
    with connection.cursor() as cursor:
        cursor.execute(CALLED, [whole, keys, *orders, list(by.organisation_ids), clock.today(), NEAREST])
        return [(FamilyId(family_id), full_name(given, last)) for family_id, given, last in cursor.fetchall()]


def _known(sought: Sought) -> list[set[UUID]]:
    """For each thing that is exactly known, the families that it is known of."""
    found = []
    if sought.card:
        found.append(_families(Card.objects.filter(token=sought.card)))
    numbers: list[Rows] = []  # ten digits may be a telephone number or an NHS number
    if sought.phone:
        numbers.append(Parent.objects.filter(~Q(phone=""), phone=sought.phone))
    if sought.nhs_number:
        whole = {"nhs_number": sought.nhs_number}
        numbers += [each.objects.filter(~Q(nhs_number=""), **whole) for each in (Parent, Baby)]
    if numbers:
        found.append(_families(*numbers))
    if sought.days:
        due = Pregnancy.objects.filter(due_on__in=sought.days, ended_on__isnull=True)
        born = (each.objects.filter(born_on__in=sought.days) for each in (Parent, Baby))
        found.append(_families(due, *born))
    if sought.has_full_postcode:
        found.append(_families(Address.objects.filter(~Q(postcode=""), postcode=sought.postcode)))
    return found


def _families(*many: Rows) -> set[UUID]:
    return {family_id for rows in many for family_id in rows.values_list("family_id", flat=True)}


def _near(by: Actor, family: NewFamily) -> set[UUID]:
    """Families with a contact in common with the new one, or a name that sounds alike beside another sign."""
    heard = [hear(_name(each)) for each in family.parents]
    named = Parent.objects.filter(
        sounds__overlap=sorted({key for words in heard for word in words for key in word.keys})
    )
    found = _families(
        Parent.objects.filter(~Q(email=""), email__in=_each(it.email.strip().lower() for it in family.parents)),
        Parent.objects.filter(~Q(phone=""), phone__in=_each(it.phone for it in family.parents)),
        named.filter(born_on__in=_each(it.born_on for it in family.parents)),
        named.filter(family__addresses__postcode__in=_each(it.postcode for it in family.addresses)),
        named.filter(family__babies__born_on__in=_each(it.born_on for it in family.babies)),
    )
    for parent, words in zip(family.parents, heard, strict=True):
        if len(words) > 1:
            found |= {family_id for family_id, _ in _called(by, _name(parent), [word.keys for word in words])}
    return found


def _name(parent: NewParent) -> str:
    return full_name(parent.given_name, parent.family_name)


def _each(values: Iterable[Known]) -> list[Known]:
    return [value for value in values if value]
