"""When a day may be taken along, until when it is kept, and at which instant an entry was made. Pure."""

from datetime import date, datetime, timedelta

from kith.kernel.refusal import Refusal

DAYS_AHEAD = 1
"""A day is taken along on the day, or the evening before: what is taken earlier has changed by then."""
WRONG_BY = timedelta(minutes=5)
"""How much the clock of a phone may be wrong before an entry's time is put right."""


def may_prepare(on: date, today: date) -> Refusal | None:
    """Say why this day cannot be taken along, or None if it can."""
    if on < today:
        return Refusal("hub_day_is_over")
    return Refusal("hub_day_too_far") if on > today + timedelta(days=DAYS_AHEAD) else None


def moment_of(said: datetime, *, prepared_at: datetime, ends_at: datetime, now: datetime) -> datetime:
    """When an entry was made, as far as its device can be believed: after its preparing, before its end, by now."""
    latest = min(ends_at, now + WRONG_BY)
    return max(prepared_at - WRONG_BY, min(said, latest))


def is_late(*, ends_at: datetime, now: datetime, days: int) -> bool:
    """Whether an entry comes so long after its day that a person should look at it first."""
    return now > ends_at + timedelta(days=days)
