"""Keeping a pump for a family that is to collect it. Pure.

The clock of a hold runs only while the pump is ready on its shelf: while it is cleaned or mended once more the hold
does not age, and it ends in the evening of a day on which the store is open.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kith.equipment.rules.codes import UnitState
from kith.kernel import clock


@dataclass(frozen=True)
class Hold:
    """A pump kept for a family: since when it is ready, and until the end of which day it is kept."""

    unit_state: UnitState
    ready_at: datetime | None
    until: date | None


def hold_until(ready_at: datetime, *, days: int, open_on_or_after: Callable[[date], date]) -> date:
    """The day until whose evening a pump that is ready now is kept: never a day on which the store is closed."""
    return open_on_or_after(clock.local(ready_at).date() + timedelta(days=days))


def is_over(hold: Hold, *, today: date) -> bool:
    """Whether the family has let the hold run out; never while the pump is made ready."""
    return hold.unit_state is UnitState.HELD and hold.until is not None and hold.until < today
