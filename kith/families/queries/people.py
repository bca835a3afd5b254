"""Who belongs to one family: what a form that names people needs, and nothing more."""

from dataclasses import dataclass

from kith.families.models.family import Family
from kith.families.models.people import Baby, Parent
from kith.families.queries.cards import BabyCard
from kith.families.rules.codes import InterpreterNeed
from kith.kernel.ids import BabyId, FamilyId, ParentId
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class ParentCard:
    """A parent or carer in a list of people."""

    id: ParentId
    name: str
    speaks: str
    reads: str
    interpreter_need: InterpreterNeed
    is_main: bool


@dataclass(frozen=True)
class People:
    """The parents and carers, the main one first, and the babies, the oldest first."""

    parents: tuple[ParentCard, ...]
    babies: tuple[BabyCard, ...]

    @property
    def main(self) -> ParentCard:
        """The parent the family is named after."""
        return self.parents[0]


def people_of(viewer: Viewer, family_id: FamilyId) -> People:
    """The people of a family; NotFound unless the viewer may open its record."""
    if not access.visible(viewer, Family.objects.filter(pk=family_id)).exists():
        raise NotFound("family")
    return People(
        parents=tuple(
            ParentCard(
                id=ParentId(row.pk),
                name=row.full_name,
                speaks=row.speaks,
                reads=row.reads,
                interpreter_need=InterpreterNeed(row.interpreter_need),
                is_main=row.is_main,
            )
            for row in Parent.objects.filter(family_id=family_id).order_by("-is_main", "given_name", "pk")
        ),
        babies=tuple(
            BabyCard(BabyId(row.pk), family_id, row.name, row.born_on)
            for row in Baby.objects.filter(family_id=family_id).order_by("born_on", "pk")
        ),
    )
