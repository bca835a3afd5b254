"""Finding an interpreter for a booking: offering it, and noting their answer where they gave it by phone."""

from kith.interpreting import events
from kith.interpreting.actions.moving import locked, move, release
from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.models.interpreters import Interpreter
from kith.interpreting.rules.choosing import choices, fits
from kith.interpreting.rules.codes import HELD, State
from kith.interpreting.rules.states import may_become
from kith.kernel import clock
from kith.kernel.ids import FamilyId, InterpreterBookingId, InterpreterId
from kith.kernel.refusal import Refusal
from kith.platform import outbox
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def offer_interpreter(*, by: Actor, booking_id: InterpreterBookingId, interpreter_id: InterpreterId) -> None:
    """Ask this interpreter, whose time is kept until she answers; offered to her twice it is one offer."""
    row = locked(by, booking_id)
    interpreter = Interpreter.objects.locked(interpreter_id)  # her time is given out behind this lock
    if interpreter is None:
        raise NotFound("interpreter")
    if row.state in HELD and row.interpreter_id == interpreter.pk:
        return
    if refusal := _may_offer(row, interpreter):
        raise refusal
    before = row.interpreter_id if row.state in HELD else None
    row.interpreter = interpreter
    row.pence_per_hour, row.visit_travel_pence = interpreter.pence_per_hour, interpreter.travel_pence
    move(by, row, State.OFFERED)
    release(row, before)
    outbox.append(
        events.InterpreterOffered(booking_id, FamilyId(row.family_id), InterpreterId(interpreter.pk), row.revision)
    )


@action
def confirm_interpreter(*, by: Actor, booking_id: InterpreterBookingId) -> None:
    """Note that the interpreter said yes, to us rather than on her page; noted twice she still comes once."""
    row = locked(by, booking_id)
    if row.state != State.CONFIRMED:
        confirm(by, row)


@action
def decline_interpreter(*, by: Actor, booking_id: InterpreterBookingId) -> None:
    """Note that the interpreter cannot come, or cannot come after all; another is then to be found."""
    row = locked(by, booking_id)
    if row.state != State.DECLINED:
        decline(by, row)


def confirm(by: Actor, row: InterpreterBooking, *, by_interpreter: bool = False) -> None:
    """She comes."""
    move(by, row, State.CONFIRMED, by_interpreter=by_interpreter)
    outbox.append(events.InterpreterConfirmed(InterpreterBookingId(row.pk), FamilyId(row.family_id), row.revision))


def decline(by: Actor, row: InterpreterBooking, *, by_interpreter: bool = False) -> None:
    """She does not come."""
    move(by, row, State.DECLINED, by_interpreter=by_interpreter)
    outbox.append(events.InterpreterDeclined(InterpreterBookingId(row.pk), FamilyId(row.family_id), row.revision))


def is_taken(row: InterpreterBooking, interpreter: Interpreter) -> bool:
    """Whether another booking keeps her time, her way there and back included."""
    others = InterpreterBooking.objects.holding(interpreter.pk, row.held_from, row.held_until)
    return others.exclude(pk=row.pk).exists()


def _may_offer(row: InterpreterBooking, interpreter: Interpreter) -> Refusal | None:
    if refusal := may_become(row.status, State.OFFERED, now=clock.now()):
        return refusal
    if interpreter.ended_at or not fits(row.wanted, interpreter.offerable(row.language)):
        return Refusal("does_not_fit")
    past = InterpreterBooking.objects.past_of(FamilyId(row.family_id))
    if not choices(row.wanted, [interpreter.offerable(row.language)], past):
        return Refusal("somebody_else_wished")
    if is_taken(row, interpreter):
        return Refusal("interpreter_taken")
    return None
