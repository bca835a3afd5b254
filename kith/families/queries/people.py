"""Who belongs to one family: what a form that names people needs, and nothing more."""

from dataclasses import dataclass

from kith.families.queries.cards import BabyCard
from kith.families.queries.taking import family_of, taken
from kith.families.rules.codes import InterpreterNeed
from kith.kernel.ids import FamilyId, ParentId
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
    family = family_of(viewer, family_id)
    return People(
        parents=tuple(
            taken(ParentCard, row, name=row.full_name, interpreter_need=InterpreterNeed(row.interpreter_need))
            for row in family.parents.order_by("-is_main", "given_name", "pk")
        ),
        babies=tuple(taken(BabyCard, row, birth_weight_g=None) for row in family.babies.order_by("born_on", "pk")),
    )
