"""What may follow what in the life of a booking, and when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.interpreting.rules.codes import LIVE, SIGN_LANGUAGES, UNCONFIRMED, Mode, State, Why
from kith.kernel.clock import local
from kith.kernel.refusal import Refusal
from kith.kernel.steps import StatusMachine

EARLY = timedelta(hours=1)
"""So long before it begins a worker can say that the interpreter is there, or did not come."""
LATE_KNOWN = timedelta(hours=3)
"""So long before it begins an interpreter can say that she will be late."""
FURTHEST = timedelta(days=366)
LONGEST_MINUTES = 480
SHORTEST_MINUTES = 10

BOOKING = StatusMachine(
    {
        State.REQUESTED: {State.OFFERED, State.FAILED, State.CANCELLED},
        State.DECLINED: {State.OFFERED, State.FAILED, State.CANCELLED},
        State.OFFERED: {State.OFFERED, State.CONFIRMED, State.DECLINED, State.FAILED, State.CANCELLED},
        State.CONFIRMED: {State.LATE, State.ARRIVED, State.DONE, State.FAILED, State.CANCELLED, State.DECLINED},
        State.LATE: {State.LATE, State.ARRIVED, State.DONE, State.FAILED, State.CANCELLED},
        State.ARRIVED: {State.DONE, State.FAILED},
        State.DONE: set(),
        State.FAILED: set(),
        State.CANCELLED: set(),
    }
)
_ONLY_WHEN_NEAR = frozenset({Why.NO_SHOW, Why.WRONG_DIALECT, Why.TECHNICAL, Why.FAMILY_NOT_THERE})


@dataclass(frozen=True)
class BookingStatus:
    """How a booking stands and when it is."""

    state: State
    starts_at: datetime
    minutes: int

    @property
    def is_live(self) -> bool:
        """Whether the need still waits to be met."""
        return self.state in LIVE


def may_become(status: BookingStatus, state: State, *, now: datetime, why: Why | None = None) -> Refusal | None:
    """Say why the booking cannot become this now, or None if it can."""
    if not BOOKING.allows(state, after=status.state):
        return Refusal(
            "booking_closed" if status.state in BOOKING.settled else "not_next_step", state=status.state.value
        )
    if state is State.FAILED and (why is None or (why is Why.NOBODY_FOUND) != (status.state in UNCONFIRMED)):
        return Refusal("say_why_it_failed")
    return _too_early(status, state, why, now) or _too_late(status, state, now)


def _too_early(status: BookingStatus, state: State, why: Why | None, now: datetime) -> Refusal | None:
    if state is State.LATE and now < status.starts_at - LATE_KNOWN:
        return Refusal("too_early")
    if (state is State.ARRIVED or why in _ONLY_WHEN_NEAR) and now < status.starts_at - EARLY:
        return Refusal("too_early")
    if state is State.DONE and now < status.starts_at:
        return Refusal("too_early")
    return None


def _too_late(status: BookingStatus, state: State, now: datetime) -> Refusal | None:
    if state in (State.OFFERED, State.DECLINED, State.CANCELLED) and now >= status.starts_at:
        return Refusal("begun")
    return None


def may_request(*, language: str, mode: Mode, starts_at: datetime, minutes: int, now: datetime) -> Refusal | None:
    """Say why an interpreter cannot be asked for like this, or None if she can."""
    if language == "en":
        return Refusal("english_needs_none")
    if mode is Mode.PHONE and language in SIGN_LANGUAGES:
        return Refusal("signs_need_eyes", offer="video")
    if starts_at <= now:
        return Refusal("in_the_past")
    if starts_at > now + FURTHEST:
        return Refusal("too_far_ahead")
    if not SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES:
        return Refusal("length_impossible", shortest=SHORTEST_MINUTES, longest=LONGEST_MINUTES)
    return None


def ending(status: BookingStatus, *, now: datetime, late_hours: int) -> tuple[State, Why | None]:
    """What a cancelled booking becomes: failed where an interpreter has kept the time and hears of it too late."""
    is_late = now > status.starts_at - timedelta(hours=late_hours)
    if is_late and status.state not in UNCONFIRMED:
        return State.FAILED, Why.CANCELLED_LATE_BY_US
    return State.CANCELLED, None


def shows_telephone_line(status: BookingStatus, language: str, *, now: datetime) -> bool:
    """Whether the number to ring instead is shown: from the day before on, and at once where it has failed."""
    if language in SIGN_LANGUAGES:
        return False
    day_before = local(status.starts_at).date() - timedelta(days=1)
    return status.state is State.FAILED or (status.is_live and local(now).date() >= day_before)


def booked_minutes(minutes: int, *, factor: float, is_doubled: bool) -> int:
    """How long the interpreter is booked: everything is said twice, so a talk takes about twice as long."""
    return min(LONGEST_MINUTES, round(minutes * factor)) if is_doubled else minutes


def travel_buffer(mode: Mode, minutes: int) -> timedelta:
    """The time before and after that an interpreter needs to get there; none where she is on a screen or a phone."""
    return timedelta(minutes=minutes) if mode is Mode.FACE_TO_FACE else timedelta(0)
