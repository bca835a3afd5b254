"""What lists show of a family: a name, its languages, its babies. Nothing here opens a record."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from kith.families.models.bereavement import Bereavement
from kith.families.models.family import Family
from kith.families.models.people import Baby, Parent, Pregnancy, full_name
from kith.families.rules.codes import Channel, InterpreterNeed
from kith.kernel.ids import BabyId, FamilyId
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.platform.prepared import Given, Prepared, PreparedFor

SHOWN = (
    "family_id",
    "given_name",
    "family_name",
    "speaks",
    "reads",
    "interpreter_need",
    "registered_at",
    "is_bereaved",
)


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
    """Cards of those of the families that the viewer may see; always three questions to the database."""
    rows = {FamilyId(row["family_id"]): row for row in _SEEN(viewer, families=list(family_ids))}
    shown = list(rows)
    due, babies_of = dict(_DUE_DAYS(families=shown)), _babies_of(shown)
    return {
        family_id: FamilyCard(
            id=family_id,
            name=full_name(row["given_name"], row["family_name"]),
            speaks=row["speaks"],
            reads=row["reads"],
            interpreter_need=InterpreterNeed(row["interpreter_need"]),
            registered_at=row["registered_at"],
            is_bereaved=row["is_bereaved"],
            due_on=due.get(family_id),
            babies=tuple(babies_of.get(family_id, ())),
        )
        for family_id, row in rows.items()
    }


def family_to_change(viewer: Viewer, family_id: FamilyId) -> FamilyCard:
    """The family whose record the viewer is about to add to; NotFound beyond reach, and noted as a record read."""
    card = family_cards(viewer, [family_id]).get(family_id)
    if card is None:
        raise NotFound("family")
    audit.read(viewer, "families.family_to_change", Family._meta.label, family_id, family_id=family_id)
    return card


def babies_born(born_from: date | Given, born_until: date | Given, where: Q) -> QuerySet[Baby]:
    """The babies born in these days that fulfil a condition of the asking room; the oldest first.

    No baby of a bereaved family is among them, nor the other twin. Whether the viewer may see each family is asked by
    the page that shows its name.
    """
    bereaved = Bereavement.objects.in_force().filter(family_id=OuterRef("family_id"))
    rows = Baby.objects.filter(where, ~Q(Exists(bereaved)), born_on__gte=born_from, born_on__lte=born_until)
    return rows.order_by("born_on", "pk")


def baby_cards(rows: Iterable[Baby]) -> list[BabyCard]:
    """Their cards, in the same order."""
    return [_baby_card(row) for row in rows]


def babies_in_reach(
    viewer: Viewer, *, born_from: date, born_until: date, where: Q, asked: ListAsked
) -> Paged[BabyCard]:
    """A page of the same babies, in families the viewer may see."""
    seen = access.visible(viewer, Family.objects.filter(pk=OuterRef("family_id")))
    found = paged(babies_born(born_from, born_until, where).filter(Exists(seen)), asked)
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
    return contacts_of(viewer, [family_id]).get(family_id)


def contacts_of(viewer: Viewer, family_ids: Collection[FamilyId]) -> dict[FamilyId, Contact]:
    """How to reach those of the families that the viewer may see; one question to the database."""
    rows = access.visible(viewer, Family.objects.filter(pk__in=family_ids))
    parents = Parent.objects.filter(family__in=Subquery(rows.values("pk")), is_main=True)
    return {FamilyId(parent.family_id): _contact(parent) for parent in parents}


def _contact(parent: Parent) -> Contact:
    return Contact(
        name=parent.full_name,
        phone="" if Channel.TEXT in parent.unsafe_channels else parent.phone,
        email="" if Channel.EMAIL in parent.unsafe_channels else parent.email,
        reads=parent.reads,
        speaks=parent.speaks,
        interpreter_need=InterpreterNeed(parent.interpreter_need),
    )


def _babies_of(family_ids: list[FamilyId]) -> dict[FamilyId, list[BabyCard]]:
    found: dict[FamilyId, list[BabyCard]] = {}
    for row in _LIVING(families=family_ids):
        found.setdefault(FamilyId(row.family_id), []).append(_baby_card(row))
    return found


def _baby_card(row: Baby) -> BabyCard:
    return BabyCard(BabyId(row.pk), FamilyId(row.family_id), row.name, row.born_on, row.birth_weight_g)


def _seen(viewer: Viewer) -> QuerySet[Parent, dict[str, Any]]:
    seen = access.visible(viewer, Family.objects.filter(pk=OuterRef("family_id")))
    mourns = Bereavement.objects.in_force().filter(family_id=OuterRef("family_id"))
    rows = Parent.objects.filter(Exists(seen), family_id__any=Given("families"), is_main=True)
    found = rows.annotate(registered_at=F("family__registered_at"), is_bereaved=Exists(mourns))
    cards: QuerySet[Parent, dict[str, Any]] = found.values(*SHOWN)
    return cards


_SEEN = PreparedFor(_seen)
_DUE_DAYS = Prepared(
    lambda: Pregnancy.objects.filter(family_id__any=Given("families"), ended_on__isnull=True).values_list(
        "family_id", "due_on"
    )
)
_LIVING = Prepared(
    lambda: Baby.objects.filter(
        ~Exists(Bereavement.objects.in_force().filter(baby=OuterRef("pk"))), family_id__any=Given("families")
    ).order_by("born_on", "pk")
)
