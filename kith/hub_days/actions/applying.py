"""What one entry does to the register, to the count of arrivals, or to what was handed out."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from kith.cafes.actions.footfall import count_arrivals, take_back_arrivals
from kith.cafes.actions.turns import move_turn
from kith.cafes.queries.turns import turns_now
from kith.cafes.rules.codes import TurnId, TurnState
from kith.groups.actions.attendance import mark_attendance
from kith.groups.queries.attendance import attendance_now
from kith.groups.rules.codes import Attendance
from kith.hub_days.models import DayEntry, Device, HandOut
from kith.hub_days.rules.codes import Became, EntryKind, Settled, WhyAside
from kith.hub_days.rules.entries import decided
from kith.kernel import clock
from kith.kernel.ids import BookingId, SessionId
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor

Outcome = tuple[Became, str]


def applied(by: Actor, device: Device, row: DayEntry) -> Outcome:
    """Do what an entry says where nothing stands against it, and say what became of it and why."""
    return _DO[EntryKind(row.kind)](by, device, row)


def _mark(by: Actor, device: Device, row: DayEntry) -> Outcome:
    current = attendance_now(by, [BookingId(_booking(row))]).get(BookingId(_booking(row)))
    wanted, seen = Attendance(row.wanted), Attendance(row.seen)
    became = decided(current=current, wanted=wanted, seen=seen, own=_own_mark(device, _booking(row)))
    if became is Became.SET_ASIDE:
        return became, WhyAside.NOT_BOOKED
    if became is Became.CONFLICT:
        return became, WhyAside.MARKED_OTHERWISE
    return _tried(lambda: mark(by, row), WhyAside.NOT_BOOKED) if became is Became.APPLIED else (became, "")


def mark(by: Actor, row: DayEntry) -> None:
    """Mark the family in the register as the entry says."""
    mark_attendance(
        by=by,
        session_id=SessionId(row.session_id or 0),
        booking_id=BookingId(_booking(row)),
        attendance=Attendance(row.wanted),
        at=row.at,
    )


def _count(by: Actor, _device: Device, row: DayEntry) -> Outcome:
    return _tried(lambda: count(by, row), WhyAside.NO_SESSION)


def count(by: Actor, row: DayEntry) -> None:
    """Count those who came without a booking."""
    session_id = SessionId(row.session_id or 0)
    count_arrivals(by=by, session_id=session_id, request_key=row.request_key, at=row.at, **row.said)


def _uncount(by: Actor, _device: Device, row: DayEntry) -> Outcome:
    return _tried(lambda: uncount(by, row), WhyAside.NOTHING_THERE)


def uncount(by: Actor, row: DayEntry) -> None:
    """Take back what was counted by an earlier tap."""
    take_back_arrivals(by=by, request_key=_taken_back(row))


def _hand_out(_by: Actor, device: Device, row: DayEntry) -> Outcome:
    hand_out(device, row)
    return Became.APPLIED, ""


def hand_out(device: Device, row: DayEntry) -> None:
    """Count a page that was handed out."""
    where = {"organisation_id": device.organisation_id, "venue_id": device.venue_id, "on": device.on}
    HandOut.objects.create(request_key=row.request_key, given_at=row.at, **where, **row.said)


def _hand_out_back(_by: Actor, device: Device, row: DayEntry) -> Outcome:
    return Became.APPLIED if hand_out_back(device, row) else Became.SAME, ""


def hand_out_back(device: Device, row: DayEntry) -> int:
    """Take back what an earlier tap counted as handed out, and say whether there was such a one."""
    given = HandOut.objects.given().filter(organisation_id=device.organisation_id, request_key=_taken_back(row))
    return given.update(taken_back_at=clock.now())


def _move(by: Actor, _device: Device, row: DayEntry) -> Outcome:
    return _tried(lambda: _step(by, row, after=TurnState(row.said["seen"])), WhyAside.NO_TURN)


def move(by: Actor, row: DayEntry) -> None:
    """Move the turn to where the entry says it is, from wherever it stands now."""
    turn_id = TurnId(row.said["turn"])
    if turn_id not in (stands := turns_now(by, [turn_id])):
        raise NotFound("turn")
    _step(by, row, after=stands[turn_id].state)


def _step(by: Actor, row: DayEntry, *, after: TurnState) -> None:
    move_turn(by=by, turn_id=TurnId(row.said["turn"]), after=after, to=TurnState(row.said["wanted"]), at=row.at)


def _own_mark(device: Device, booking: UUID) -> Attendance | None:
    """What this device has itself put into the register for this booking, last."""
    counted = Q(became=Became.APPLIED) | Q(settled=Settled.TAKEN)
    own = device.entries.filter(counted, kind=EntryKind.ATTENDANCE, booking=booking).order_by("-number").first()
    return Attendance(own.wanted) if own else None


def _tried(act: Callable[[], None], missing: WhyAside) -> Outcome:
    """Do it whole or not at all; what cannot be waits for a person, and why by its code."""
    try:
        with transaction.atomic():
            act()
    except NotFound:
        return Became.SET_ASIDE, missing
    except Refusal as refusal:
        return Became.SET_ASIDE, refusal.code
    return Became.APPLIED, ""


def _booking(row: DayEntry) -> UUID:
    if row.booking is None:
        raise NotFound("booking")
    return row.booking


def _taken_back(row: DayEntry) -> UUID:
    if row.takes_back is None:
        raise NotFound("entry")
    return row.takes_back


_DO: dict[EntryKind, Callable[[Actor, Device, DayEntry], Outcome]] = {
    EntryKind.ATTENDANCE: _mark,
    EntryKind.ARRIVALS: _count,
    EntryKind.ARRIVALS_BACK: _uncount,
    EntryKind.HAND_OUT: _hand_out,
    EntryKind.HAND_OUT_BACK: _hand_out_back,
    EntryKind.TURN: _move,
}
