"""What others may hear of interpreters and their bookings. No names: a listener that writes looks them up."""

from dataclasses import dataclass

from kith.kernel.ids import FamilyId, InterpreterBookingId, InterpreterId
from kith.platform.outbox import Event


@dataclass(frozen=True)
class InterpreterOffered(Event):
    """An interpreter is asked whether she can come; ``revision`` tells this offer from others of the booking."""

    booking_id: InterpreterBookingId
    family_id: FamilyId
    interpreter_id: InterpreterId
    revision: int


@dataclass(frozen=True)
class InterpreterDeclined(Event):
    """The interpreter cannot come, or cannot come after all: another is needed."""

    booking_id: InterpreterBookingId
    family_id: FamilyId
    revision: int


@dataclass(frozen=True)
class InterpreterConfirmed(Event):
    """The interpreter comes."""

    booking_id: InterpreterBookingId
    family_id: FamilyId
    revision: int


@dataclass(frozen=True)
class InterpreterReleased(Event):
    """An interpreter whose time was kept is no longer needed; she is told so without a reason."""

    booking_id: InterpreterBookingId
    family_id: FamilyId
    interpreter_id: InterpreterId
    revision: int


@dataclass(frozen=True)
class InterpreterUnconfirmed(Event):
    """It begins soon and no interpreter has said yes."""

    booking_id: InterpreterBookingId
    family_id: FamilyId
    revision: int


@dataclass(frozen=True)
class InterpreterLate(Event):
    """The interpreter says that she will be late."""

    booking_id: InterpreterBookingId
    family_id: FamilyId
    minutes: int
    revision: int
