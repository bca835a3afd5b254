"""One step of a pump, in the caller's transaction; the database sets the pump's state by it."""

from kith.equipment.models.units import Unit, UnitCheck, UnitStep
from kith.equipment.rules.codes import UnitState
from kith.platform import steps
from kith.platform.access.viewer import Actor


def move_unit(by: Actor, row: Unit, to: UnitState, *, check: UnitCheck | None = None, why: str = "") -> None:
    """Add the step; the caller holds the pump and has decided that it may follow."""
    step = UnitStep(unit=row, state=to, check_made=check, membership_id=by.membership_id, why=why)
    steps.move(by, row, step, after=row.state, entry="equipment.unit_moved", to=to)
    row.state, row.moved_at = to, step.at
