"""The web application with the locks of line and pump taken out, for the control of F03: all desks look, then lend."""

import time

from kith.config.wsgi import application
from kith.equipment.actions import requesting
from kith.equipment.models.units import Unit, UnitQuerySet
from kith.equipment.rules.codes import UnitId
from kith.kernel.ids import OrganisationId

__all__ = ["application"]

TIME_TO_LOOK = 0.05


def _unlocked(rows: UnitQuerySet, unit_id: UnitId) -> Unit | None:
    found = rows.select_related("model", "store").filter(pk=unit_id).first()
    time.sleep(TIME_TO_LOOK)
    return found


def _no_line(_organisation_id: OrganisationId) -> None:
    """No desk waits for another."""


UnitQuerySet.locked = _unlocked  # type: ignore[method-assign, assignment]  # that is the control
requesting.lock_line = _no_line  # type: ignore[attr-defined, assignment]  # so is that
