"""Very many next steps at once, for imports and demonstrations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from kith.care.models import NextStep
from kith.care.rules import StepEnd, StepKind
from kith.kernel.ids import FamilyId, MembershipId
from kith.platform import access, audit
from kith.platform.access import Actor, Permission
from kith.platform.imports import copy_rows


@dataclass(frozen=True)
class NewStep:
    """A next step, still to be done or done at an instant; its owner is taken to be let into the record."""

    family_id: FamilyId
    owner: MembershipId
    what: str
    due_on: date
    added_at: datetime
    done_at: datetime | None = None


@transaction.atomic
def load_steps(*, by: Actor, steps: Iterable[NewStep]) -> int:
    """Write all the steps down or none, and say how many; needs the right to administer."""
    access.require(by, Permission.ADMINISTER)
    fields = (
        *("family_id", "owner_id", "kind", "what", "due_on", "added_by_id", "added_at"),
        *("ended_at", "ended_as", "ended_by_id", "drop_reason"),
    )
    count = copy_rows(NextStep, fields, _rows(steps))
    audit.record(by, "care.steps_loaded", NextStep(), count=count)
    return count


def _rows(steps: Iterable[NewStep]) -> Iterator[tuple[object, ...]]:
    for each in steps:
        ended = (each.done_at, StepEnd.DONE.value, each.owner, "") if each.done_at else (None, "", None, "")
        begun = (each.owner, StepKind.ORDINARY.value, each.what, each.due_on, each.owner, each.added_at)
        yield each.family_id, *begun, *ended
