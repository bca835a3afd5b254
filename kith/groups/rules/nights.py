"""When people are awake, by the clocks of the place: nothing that wants an answer is sent, or runs out, at night."""

from datetime import UTC, datetime, time, timedelta

from kith.kernel import clock

MORNING, NIGHT = time(8), time(21)


def is_awake(instant: datetime) -> bool:
    """Whether one may write to a family now: from eight in the morning until nine at night."""
    return MORNING <= clock.local(instant).time() < NIGHT


def next_awake(instant: datetime) -> datetime:
    """The instant itself by day, the next morning by night."""
    local = clock.local(instant)
    if local.time() < MORNING:
        return _at(local, MORNING)
    return instant if local.time() < NIGHT else _at(local, MORNING, days=1)


def last_awake(instant: datetime) -> datetime:
    """The instant itself by day, the evening before by night."""
    local = clock.local(instant)
    if local.time() < MORNING:
        return _at(local, NIGHT, days=-1)
    return instant if local.time() <= NIGHT else _at(local, NIGHT)


def after_waking(instant: datetime, stretch: timedelta) -> datetime:
    """When this much time has passed in which people are awake; no night counts."""
    instant = next_awake(instant)
    while (evening := _at(clock.local(instant), NIGHT)) - instant < stretch:
        stretch -= evening - instant
        instant = next_awake(evening)
    return instant + stretch


def evening_of(instant: datetime) -> datetime:
    """When the day of this instant is over: nine in the evening, by the clocks of the place."""
    return _at(clock.local(instant), NIGHT)


def evening_before(starts_at: datetime) -> datetime:
    """When the evening before a session is over: what is given back later, others can hardly plan for."""
    return _at(clock.local(starts_at), NIGHT, days=-1)


def _at(local: datetime, hour: time, *, days: int = 0) -> datetime:
    """The instant at which the clocks of the place show this hour on that day; no clock changes at these hours."""
    return datetime.combine(local.date() + timedelta(days=days), hour, clock.LONDON).astimezone(UTC)
