"""What lists show of a family: a name, its languages, its babies. Nothing here opens a record."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from kith.families.models.bereavement import Bereavement
from kith.families.models.family import Family, FamilyQuerySet
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.rules.codes import Channel, InterpreterNeed
from kith.kernel.ids import BabyId, FamilyId
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged


@dataclass(frozen=True)
class BabyCard:
    """A baby in a list."""

    id: BabyId
    family_id: FamilyId
    name: str
    born_on: date
    birth_weight_g: int | None = None


@dataclass(frozen=True)
class FamilyCard:
    """A family in a list, named after its main parent; of its babies those that live."""

    id: FamilyId
    name: str
    speaks: str
    reads: str
    interpreter_need: InterpreterNeed
    registered_at: datetime
    due_on: date | None = None
    babies: tuple[BabyCard, ...] = field(default=())
    is_bereaved: bool = False


@dataclass(frozen=True)
class Contact:
    """How to reach a family's main parent, and in which language; what is marked as not safe for her stays empty."""

    name: str
    phone: str
    email: str
    reads: str
    speaks: str
    interpreter_need: InterpreterNeed


def family_cards(viewer: Viewer, family_ids: Collection[FamilyId]) -> dict[FamilyId, FamilyCard]:
    """Cards of those of the families that the viewer may see; always four questions to the database."""
    rows = access.visible(viewer, Family.objects.filter(pk__in=family_ids))
    standing = Bereavement.objects.standing()
    noted = rows.annotate(bereaved=Exists(standing.filter(family=OuterRef("pk"))))
    facts = {FamilyId(pk): (at, bereft) for pk, at, bereft in noted.values_list("pk", "registered_at", "bereaved")}
    seen = facts.keys()
    parents = {FamilyId(row.family_id): row for row in Parent.objects.filter(family_id__in=seen, is_main=True)}
    due = dict(_due_days(seen))
    babies_of = _babies_of(seen)
    return {
        family_id: FamilyCard(
            id=family_id,
            name=parent.full_name,
            speaks=parent.speaks,
            reads=parent.reads,
            interpreter_need=InterpreterNeed(parent.interpreter_need),
            registered_at=facts[family_id][0],
            is_bereaved=facts[family_id][1],
            due_on=due.get(family_id),
            babies=tuple(babies_of.get(family_id, ())),
        )
        for family_id, parent in parents.items()
    }


def family_to_change(viewer: Viewer, family_id: FamilyId) -> FamilyCard:
    """The family whose record the viewer is about to add to; NotFound beyond reach, and noted as a record read."""
    card = family_cards(viewer, [family_id]).get(family_id)
    if card is None:
        raise NotFound("family")
    audit.read(viewer, "families.family_to_change", Family._meta.label, family_id, family_id=family_id)
    return card


def newest_in_reach(viewer: Viewer, *, where: Q, limit: int) -> list[FamilyId]:
    """The families that the viewer may see and that fulfil a condition of the asking room, newest first.

    A list of what is to be done never names a bereaved family: a person has taken that over.
    """
    return [FamilyId(pk) for pk in _newest(viewer, where).values_list("pk", flat=True)[:limit]]


def cards_in_reach(viewer: Viewer, *, where: Q, asked: ListAsked) -> Paged[FamilyCard]:
    """A page of the same families, with their cards."""
    found = paged(_newest(viewer, where).values_list("pk", flat=True), asked)
    cards = family_cards(viewer, [FamilyId(pk) for pk in found.rows])
    return found.with_rows(cards[FamilyId(pk)] for pk in found.rows if pk in cards)


def babies(viewer: Viewer, *, born_from: date, born_until: date, where: Q, limit: int) -> list[BabyCard]:
    """The babies born in these days, in families the viewer may see, that fulfil a condition; the oldest first.

    No baby of a bereaved family is among them, nor the other twin.
    """
    return [_baby_card(row) for row in _oldest(viewer, born_from, born_until, where)[:limit]]


def babies_in_reach(
    viewer: Viewer, *, born_from: date, born_until: date, where: Q, asked: ListAsked
) -> Paged[BabyCard]:
    """A page of the same babies."""
    found = paged(_oldest(viewer, born_from, born_until, where), asked)
    return found.with_rows(map(_baby_card, found.rows))


def family_of_baby(viewer: Viewer, baby_id: BabyId) -> BabyCard:
    """The baby with its family; NotFound unless the viewer may see that family."""
    families = access.visible(viewer, Family.objects.all())
    row = Baby.objects.filter(pk=baby_id, family__in=Subquery(families.values("pk"))).first()
    if row is None:
        raise NotFound("baby")
    return _baby_card(row)


def contact_of(viewer: Viewer, family_id: FamilyId) -> Contact | None:
    """How to reach the family; None where it is unknown to the viewer."""
    rows = access.visible(viewer, Family.objects.filter(pk=family_id))
    parent = Parent.objects.filter(family__in=Subquery(rows.values("pk")), is_main=True).first()
    if parent is None:
        return None
    return Contact(
        name=parent.full_name,
        phone="" if Channel.TEXT in parent.unsafe_channels else parent.phone,
        email="" if Channel.EMAIL in parent.unsafe_channels else parent.email,
        reads=parent.reads,
        speaks=parent.speaks,
        interpreter_need=InterpreterNeed(parent.interpreter_need),
    )


def _newest(viewer: Viewer, where: Q) -> FamilyQuerySet:
    return access.visible(viewer, Family.objects.filter(where).not_bereaved()).order_by("-registered_at", "pk")


def _oldest(viewer: Viewer, born_from: date, born_until: date, where: Q) -> QuerySet[Baby]:
    families = access.visible(viewer, Family.objects.not_bereaved())
    rows = Baby.objects.filter(where, born_on__range=(born_from, born_until))
    return rows.filter(family__in=Subquery(families.values("pk"))).order_by("born_on", "pk")


def _due_days(family_ids: Collection[UUID]) -> list[tuple[FamilyId, date]]:
    rows = Pregnancy.objects.filter(family_id__in=family_ids, ended_on__isnull=True)
    return [(FamilyId(family_id), due_on) for family_id, due_on in rows.values_list("family_id", "due_on")]


def _babies_of(family_ids: Collection[UUID]) -> dict[FamilyId, list[BabyCard]]:
    found: dict[FamilyId, list[BabyCard]] = {}
    living = ~Exists(Bereavement.objects.standing().filter(baby=OuterRef("pk")))
    for row in Baby.objects.filter(living, family_id__in=family_ids).order_by("born_on", "pk"):
        found.setdefault(FamilyId(row.family_id), []).append(_baby_card(row))
    return found


def _baby_card(row: Baby) -> BabyCard:
    return BabyCard(BabyId(row.pk), FamilyId(row.family_id), row.name, row.born_on, row.birth_weight_g)
