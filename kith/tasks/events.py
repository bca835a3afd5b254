"""What tasks announces."""

from dataclasses import dataclass

from kith.kernel.ids import FamilyId, MembershipId, NextStepId
from kith.platform.outbox import Event


@dataclass(frozen=True)
class SignAnswered(Event):
    """A sign that had led to a worker is answered: they wrote down what was found and done."""

    family_id: FamilyId
    step_id: NextStepId
    answered_by: MembershipId | None
