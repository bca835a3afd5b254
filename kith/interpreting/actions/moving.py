"""How every action begins and ends: the booking is locked, moves one step, and the step is written down."""

from datetime import timedelta

from kith.interpreting import events
from kith.interpreting.models.bookings import InterpreterBooking, InterpreterBookingState
from kith.interpreting.models.interpreters import Interpreter
from kith.interpreting.rules.codes import HELD, State, Why
from kith.interpreting.rules.costs import cost_of
from kith.interpreting.rules.states import BOOKING, ending, may_become, travel_buffer
from kith.interpreting.settings import LATE_HOURS, TRAVEL_MINUTES
from kith.kernel import clock
from kith.kernel.ids import FamilyId, InterpreterBookingId, InterpreterId
from kith.platform import access, outbox, steps
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, ViewerKind


def locked(by: Actor, booking_id: InterpreterBookingId) -> InterpreterBooking:
    """The booking, locked, for an actor whose organisation booked it; NotFound for all others."""
    access.require(by, Permission.BOOK_INTERPRETER)
    row = InterpreterBooking.objects.locked(booking_id)
    if row is None or not (row.is_within_reach(by) and _is_own(by, row)):
        raise NotFound("interpreter booking")
    return row


def locked_for_interpreter(interpreter: Interpreter, booking_id: InterpreterBookingId) -> InterpreterBooking:
    """The booking, locked, for the interpreter who is offered it; NotFound for any other interpreter."""
    row = InterpreterBooking.objects.locked(booking_id)
    if row is None or row.interpreter_id != interpreter.pk or row.state not in HELD:
        raise NotFound("interpreter booking")
    return row


def move(
    by: Actor,
    row: InterpreterBooking,
    state: State,
    *,
    why: Why | None = None,
    late_minutes: int | None = None,
    by_interpreter: bool = False,
) -> None:
    """Let the booking become this, with its step and its entry; raises Refusal where it cannot."""
    if refusal := may_become(row.status, state, now=clock.now(), why=why):
        raise refusal
    after, row.state, row.why = row.state, state, why or ""
    row.late_minutes = late_minutes if late_minutes is not None else row.late_minutes
    row.revision += 1
    row.chased_at = None
    row.save()
    note(by, row, after=after, late_minutes=late_minutes, by_interpreter=by_interpreter)


def note(
    by: Actor,
    row: InterpreterBooking,
    *,
    after: State | None = None,
    late_minutes: int | None = None,
    by_interpreter: bool = False,
) -> None:
    """Write the booking's present state down as a step, after the one it was in; without that where a merge set it."""
    step = InterpreterBookingState(
        booking=row,
        state=row.state,
        membership_id=by.membership_id,
        interpreter_id=row.interpreter_id,
        by_interpreter=by_interpreter,
        late_minutes=late_minutes,
        why=row.why,
    )
    steps.move(
        by,
        row,
        step,
        after=after,
        entry=f"interpreting.{row.state}",
        family_id=FamilyId(row.family_id),
        interpreter_id=row.interpreter_id,
        why=row.why,
        by_interpreter=by_interpreter,
    )


def settle(
    by: Actor, row: InterpreterBooking, state: State, *, why: Why | None = None, taken: int | None = None
) -> None:
    """End the booking, and note what is owed for it."""
    if refusal := may_become(row.status, state, now=clock.now(), why=why):
        raise refusal
    cost = cost_of(state, why, mode=row.mode, rate=row.rate, booked=row.minutes, taken=taken)
    row.paid_minutes, row.time_pence, row.travel_pence = cost.minutes, cost.time_pence, cost.travel_pence
    move(by, row, state, why=why)


def release(row: InterpreterBooking, interpreter_id: int | None) -> None:
    """Have the interpreter told that her time is her own again."""
    if interpreter_id is None:
        return
    outbox.append(
        events.InterpreterReleased(
            InterpreterBookingId(row.pk), FamilyId(row.family_id), InterpreterId(interpreter_id), row.revision
        )
    )


def call_off(by: Actor, row: InterpreterBooking) -> None:
    """Cancel a booking that is locked: before it begins, and telling the interpreter without a reason."""
    if row.state in BOOKING.settled:
        return
    if refusal := may_become(row.status, State.CANCELLED, now=clock.now()):
        raise refusal
    was_held_by = row.interpreter_id if row.state in HELD else None
    state, why = ending(row.status, now=clock.now(), late_hours=LATE_HOURS.now)
    settle(by, row, state, why=why)
    release(row, was_held_by)


def stretch(row: InterpreterBooking) -> None:
    """Set the time that an interpreter keeps for the booking: its own, and her way there and back."""
    buffer = travel_buffer(row.mode, TRAVEL_MINUTES.now)
    row.ends_at = row.starts_at + timedelta(minutes=row.minutes)
    row.held_from, row.held_until = row.starts_at - buffer, row.ends_at + buffer


def _is_own(by: Actor, row: InterpreterBooking) -> bool:
    """Whether her own organisation books it: others may see it where the record is shared, and change nothing."""
    return by.kind is ViewerKind.SYSTEM or row.organisation_id in by.organisation_ids
