"""What a booking costs, and what of it is owed when it did not take place.

An interpreter who kept the time free is paid for it: decent bookings are why interpreters stay in health work.
"""

from dataclasses import dataclass

from kith.interpreting.rules.codes import Mode, State, Why


@dataclass(frozen=True)
class Rate:
    """What an interpreter asks for."""

    pence_per_hour: int
    travel_pence: int = 0


@dataclass(frozen=True)
class Cost:
    """What is owed for one booking."""

    minutes: int = 0
    time_pence: int = 0
    travel_pence: int = 0

    @property
    def pence(self) -> int:
        """All of it."""
        return self.time_pence + self.travel_pence


_TIME_IS_OWED = frozenset({Why.WRONG_DIALECT, Why.TECHNICAL, Why.CANCELLED_LATE_BY_US, Why.FAMILY_NOT_THERE})
_CAME = frozenset({Why.WRONG_DIALECT, Why.FAMILY_NOT_THERE})


def cost_of(
    state: State, why: Why | None, *, mode: Mode, rate: Rate | None, booked: int, taken: int | None = None
) -> Cost:
    """What is owed once the booking is settled: never for less than the time booked, nothing where she did not come."""
    if rate is None or not _owes_time(state, why):
        return Cost()
    minutes = max(booked, taken or 0)
    came = state is State.DONE or why in _CAME
    return Cost(
        minutes=minutes,
        time_pence=round(minutes * rate.pence_per_hour / 60),
        travel_pence=rate.travel_pence if came and mode is Mode.FACE_TO_FACE else 0,
    )


def _owes_time(state: State, why: Why | None) -> bool:
    return state is State.DONE or (state is State.FAILED and why in _TIME_IS_OWED)
