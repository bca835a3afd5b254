"""Next steps that workers took on elsewhere, as they are loaded with the rest of a family's past."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kith.imports.copying import Cells, Tables
from kith.kernel.ids import FamilyId, MembershipId
from kith.tasks.models.next_steps import NextStep
from kith.tasks.rules.next_steps import StepKind


@dataclass(frozen=True)
class NewStep:
    """A next step that is still to be done; its owner is taken to be let into the record."""

    family_id: FamilyId
    owner: MembershipId
    what: str
    due_on: date
    added_at: datetime


def step_row(new: NewStep) -> Iterator[Cells]:
    """The row of an open step, added by its owner."""
    yield {
        "family_id": new.family_id,
        "owner_id": new.owner,
        "kind": StepKind.ORDINARY,
        "what": new.what,
        "due_on": new.due_on,
        "added_by_id": new.owner,
        "added_at": new.added_at,
        "ended_as": "",
        "drop_reason": "",
        "outcome": "",
    }


TABLES: dict[type[Any], Tables] = {NewStep: ((NextStep, step_row),)}
