"""Which state of a pump may follow which, and what stands before it is lent. Pure; the database keeps the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kith.equipment.rules.codes import UnitState
from kith.kernel.refusal import Refusal
from kith.kernel.steps import StatusMachine

S = UnitState
OFF = {S.REPAIR, S.LOST, S.RETIRED}
UNIT = StatusMachine(
    {
        # What comes new, given or back stands in quarantine until it is cleaned and checked.
        S.RETURNED: {S.CLEANING, *OFF},
        S.CLEANING: {S.CHECKED, *OFF},
        S.CHECKED: {S.AVAILABLE, S.HELD, S.CLEANING, *OFF},
        S.AVAILABLE: {S.HELD, S.CLEANING, *OFF},
        S.HELD: {S.ON_LOAN, S.AVAILABLE, S.CLEANING, *OFF},
        S.ON_LOAN: {S.RETURNED, S.LOST},
        S.REPAIR: {S.CLEANING, S.LOST, S.RETIRED},
        S.LOST: {S.RETURNED},
        S.RETIRED: set(),
    }
)
BY_HAND: dict[UnitState, tuple[UnitState, ...]] = {
    S.RETURNED: (S.CLEANING, S.REPAIR, S.LOST, S.RETIRED),
    S.CLEANING: (S.REPAIR, S.LOST, S.RETIRED),
    S.CHECKED: (S.CLEANING, S.REPAIR, S.LOST, S.RETIRED),
    S.AVAILABLE: (S.CLEANING, S.REPAIR, S.LOST, S.RETIRED),
    S.HELD: (S.CLEANING, S.REPAIR, S.LOST, S.RETIRED),
    S.ON_LOAN: (),
    S.REPAIR: (S.CLEANING, S.LOST, S.RETIRED),
    S.LOST: (S.RETURNED,),
    S.RETIRED: (),
}
"""What a worker may note by a tap; all else follows from a check, a hand-over or a return."""


class Share(StrEnum):
    """Where the pumps are, so that all that were bought are somewhere."""

    SHELF = "shelf"
    LOAN = "loan"
    MADE_READY = "made_ready"
    LOST = "lost"
    RETIRED = "retired"


SHARE_OF = {
    S.AVAILABLE: Share.SHELF,
    S.HELD: Share.SHELF,
    S.CHECKED: Share.SHELF,
    S.ON_LOAN: Share.LOAN,
    S.RETURNED: Share.MADE_READY,
    S.CLEANING: Share.MADE_READY,
    S.REPAIR: Share.MADE_READY,
    S.LOST: Share.LOST,
    S.RETIRED: Share.RETIRED,
}


class Shown(StrEnum):
    """What a pump on loan is shown as besides, by its loan and the day."""

    DUE = "due"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class UnitFacts:
    """What decides whether a pump may go out."""

    state: UnitState
    is_recalled: bool = False
    electrical_test_on: date | None = None
    service_on: date | None = None


def why_unready(unit: UnitFacts, *, today: date) -> Refusal | None:
    """Say why this pump may not be lent to any family, or None."""
    if unit.is_recalled:
        return Refusal("unit_recalled")
    if unit.electrical_test_on and unit.electrical_test_on < today:
        return Refusal("unit_test_over")
    if unit.service_on and unit.service_on < today:
        return Refusal("unit_service_over")
    return None


def may_go_out(unit: UnitFacts, *, is_held_for_her: bool, today: date) -> Refusal | None:
    """Say why this pump cannot be handed to her now, or None if it can."""
    if unit.state is S.ON_LOAN:
        return Refusal("unit_on_loan")
    if unit.state is S.HELD and not is_held_for_her:
        return Refusal("unit_held")
    if unit.state not in (S.AVAILABLE, S.HELD):
        return Refusal("unit_unchecked")
    return why_unready(unit, today=today)


def may_note(before: UnitState, after: UnitState) -> Refusal | None:
    """Say why a worker cannot note this about the pump, or None if they can."""
    if before is S.ON_LOAN:
        return Refusal("unit_on_loan")
    return None if after in BY_HAND[before] else Refusal("unit_changed")


def passes(items: Sequence[str], answers: Sequence[bool]) -> bool:
    """Whether a check is passed: every point of the list, and each of them yes."""
    return bool(items) and len(items) == len(answers) and all(answers)


def shown_as(state: UnitState, due_on: date | None, *, today: date, soon: int) -> UnitState | Shown:
    """What stands beside a pump in a list."""
    if state is not S.ON_LOAN or due_on is None:
        return state
    if due_on < today:
        return Shown.OVERDUE
    return Shown.DUE if (due_on - today).days <= soon else state
