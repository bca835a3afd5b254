"""Steps: the history of a row whose state changes, one row a change. kith.platform.guards lets a history only grow."""

from enum import StrEnum
from typing import Any, ClassVar

from django.db import models

from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.kernel.steps import StatusMachine
from kith.platform import audit
from kith.platform.access.viewer import Actor


class Step(models.Model):
    """One change of state. A room's table adds whose state it is, the state itself, who changed it and why."""

    at = models.DateTimeField()

    machine: ClassVar[StatusMachine[Any]]
    state_column: ClassVar[str] = "state"

    class Meta:
        abstract = True


def move(
    by: Actor,
    row: models.Model,
    step: Step,
    *,
    after: StrEnum | None,
    entry: str | None,
    family_id: FamilyId | None = None,
    **facts: object,
) -> None:
    """Add the step to the row's history, now, with its entry in the audit; raises ValueError where it may not follow.

    ``after`` is the state the row leaves; None for a first step and for one that a merge has decided. The caller locks
    the row and words a refusal. A step without an entry is one that only says what is being tried.
    """
    state = getattr(step, step.state_column)
    if after is not None and not step.machine.allows(state, after=after):
        raise ValueError(f"{step}: it cannot follow {after}")
    step.at = clock.now()
    step.save(force_insert=True)
    if entry:
        audit.record(by, entry, row, family_id=family_id, **facts)
