"""What became of a booking on the day, noted by the worker in one tap."""

from kith.interpreting import events
from kith.interpreting.actions.moving import locked, move, settle
from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.rules.codes import Side, State, Why, Wish
from kith.kernel.ids import FamilyId, InterpreterBookingId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action

LATEST = 240


@action
def interpreter_arrived(*, by: Actor, booking_id: InterpreterBookingId) -> None:
    """She is here; noted twice she came once."""
    row = locked(by, booking_id)
    if row.state != State.ARRIVED:
        move(by, row, State.ARRIVED)


@action
def interpreter_late(*, by: Actor, booking_id: InterpreterBookingId, minutes: int) -> None:
    """She will be, or is, so many minutes late."""
    be_late(by, locked(by, booking_id), minutes)


@action
def interpreter_done(*, by: Actor, booking_id: InterpreterBookingId, minutes: int | None = None) -> None:
    """It took place, and took so many minutes where that was longer than booked; noted twice it was once."""
    row = locked(by, booking_id)
    if minutes is not None and not 1 <= minutes <= 2 * LATEST:
        raise Refusal("length_impossible", shortest=1, longest=2 * LATEST)
    if row.state != State.DONE:
        settle(by, row, State.DONE, taken=minutes)


@action
def interpreter_failed(*, by: Actor, booking_id: InterpreterBookingId, why: Why) -> None:
    """It did not work, and why; the telephone line is shown at once."""
    row = locked(by, booking_id)
    if (row.state, row.why) == (State.FAILED, why):
        return
    settle(by, row, State.FAILED, why=why)


@action
def wish_next_time(*, by: Actor, booking_id: InterpreterBookingId, wish: Wish) -> None:
    """What the worker wishes for next time; the last word counts."""
    _wish(by, locked(by, booking_id), Side.WORKER, wish)


@action
def wish_as_family(*, by: Actor, token: str, wish: Wish) -> None:
    """What the family wishes for next time, said on the page of its booking; the last word counts."""
    access.require(by, Permission.ANSWER_BY_LINK)
    row = InterpreterBooking.objects.select_for_update().filter(token=token).first()
    if row is None:
        raise NotFound("interpreter booking")
    _wish(by, row, Side.FAMILY, wish)


def be_late(by: Actor, row: InterpreterBooking, minutes: int, *, by_interpreter: bool = False) -> None:
    """Note the minutes; the same minutes again change nothing."""
    if not 1 <= minutes <= LATEST:
        raise Refusal("late_minutes_impossible", longest=LATEST)
    if (row.state, row.late_minutes) == (State.LATE, minutes):
        return
    move(by, row, State.LATE, late_minutes=minutes, by_interpreter=by_interpreter)
    outbox.append(events.InterpreterLate(InterpreterBookingId(row.pk), FamilyId(row.family_id), minutes, row.revision))


def _wish(by: Actor, row: InterpreterBooking, side: Side, wish: Wish) -> None:
    if row.state not in (State.DONE, State.FAILED) or row.interpreter_id is None:
        raise Refusal("not_yet")
    column = "worker_wish" if side is Side.WORKER else "family_wish"
    if getattr(row, column) == wish:
        return
    setattr(row, column, wish.value)
    row.save(update_fields=[column])
    audit.record(by, "interpreting.wish_said", row, family_id=FamilyId(row.family_id), side=side, wish=wish)
