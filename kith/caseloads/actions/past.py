"""The past of a family as it is loaded, and the cells of its rows. Nothing leads on from it: it is all past."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kith.caseloads.models.leading import Deputy, NamedLead
from kith.imports.copying import Cells, Tables
from kith.kernel.ids import FamilyId, MembershipId


@dataclass(frozen=True)
class NewLead:
    """A worker who leads or has led a family."""

    family_id: FamilyId
    membership_id: MembershipId
    from_at: datetime
    until_at: datetime | None = None


@dataclass(frozen=True)
class NewDeputy:
    """A worker who stands beside a family's lead."""

    family_id: FamilyId
    membership_id: MembershipId
    from_at: datetime


def person_row(new: NewLead | NewDeputy) -> Iterator[Cells]:
    """The row of a lead or a deputy."""
    yield vars(new)


TABLES: dict[type[Any], Tables] = {NewLead: ((NamedLead, person_row),), NewDeputy: ((Deputy, person_row),)}
