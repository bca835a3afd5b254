"""What is booked for a need of another room."""

from dataclasses import dataclass
from datetime import datetime

from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.rules.codes import Mode
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class NeedMet:
    """When, where and in which language an interpreter is asked for."""

    starts_at: datetime
    minutes: int
    mode: Mode
    place: str
    language: str


def need_met(viewer: Viewer, need: str) -> NeedMet | None:
    """The live booking for the need of this name, as Kith itself asks for it; None where there is none."""
    access.require(viewer, Permission.MANAGE_INTERPRETING)
    row = InterpreterBooking.objects.live().filter(need=need).first()
    return NeedMet(row.starts_at, row.minutes, row.mode, row.place, row.language) if row else None
