"""What an interpreter says on her own page."""

from kith.interpreting.actions.arranging import confirm, decline
from kith.interpreting.actions.happening import be_late
from kith.interpreting.actions.moving import locked_for_interpreter, move
from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.models.links import InterpreterKey
from kith.interpreting.rules.codes import State
from kith.kernel.ids import InterpreterBookingId
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def answer_offer(*, by: Actor, key: str, booking_id: InterpreterBookingId, accepts: bool) -> None:
    """Yes, she comes, or no, she cannot (after all); said twice it was said once."""
    row = _own(by, key, booking_id)
    if accepts and row.state == State.OFFERED:
        confirm(by, row, by_interpreter=True)
    elif not accepts:
        decline(by, row, by_interpreter=True)


@action
def say_late(*, by: Actor, key: str, booking_id: InterpreterBookingId, minutes: int) -> None:
    """She is on her way and will be so many minutes late."""
    be_late(by, _own(by, key, booking_id), minutes, by_interpreter=True)


@action
def say_here(*, by: Actor, key: str, booking_id: InterpreterBookingId) -> None:
    """She is there; said twice she came once."""
    row = _own(by, key, booking_id)
    if row.state != State.ARRIVED:
        move(by, row, State.ARRIVED, by_interpreter=True)


def _own(by: Actor, key: str, booking_id: InterpreterBookingId) -> InterpreterBooking:
    access.require(by, Permission.ANSWER_BY_LINK)
    return locked_for_interpreter(InterpreterKey.objects.interpreter_behind(key), booking_id)
