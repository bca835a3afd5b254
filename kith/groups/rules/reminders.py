"""When a family is reminded of what it has booked: never at night, never twice, never when it is too late. Pure.

Night is by the clocks of the place. The day before means the day before on the calendar, whichever of the two is 23 or
25 hours long.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from kith.groups.rules.nights import MORNING, NIGHT
from kith.kernel import clock

USUAL_HOUR, EARLIEST_HOUR, LATEST_HOUR = 10, 8, 19
"""From which hour of the day before the first reminder goes out, and what a place may choose instead."""
SOON = timedelta(hours=2)
TOO_LATE = timedelta(minutes=30)
"""So long before the beginning nobody sets out because of a message."""
FRESH = timedelta(hours=3)
"""Who has had a confirmation so lately has it in her hand still."""
FURTHEST = timedelta(days=2)
"""Nothing that begins later than in so long is reminded of now."""


class Reminders(StrEnum):
    """What she wishes; asked as she books."""

    DAY_BEFORE = "day_before"
    ALSO_SOON = "also_soon"
    NONE = "none"


class Reminder(StrEnum):
    """Which of the two it is."""

    DAY_BEFORE = "day_before"
    SOON = "soon"


@dataclass(frozen=True)
class Reminded:
    """What decides whether a booking is reminded of now. The days are those of the sessions she was reminded of."""

    starts_at: datetime
    wish: Reminders
    confirmed_at: datetime
    day_before_for: date | None = None
    soon_for: date | None = None


@dataclass(frozen=True)
class Window:
    """From when until when a reminder goes out; at its end it is too late."""

    which: Reminder
    opens_at: datetime
    closes_at: datetime


def windows(starts_at: datetime, wish: Reminders, *, hour: int = USUAL_HOUR) -> Iterator[Window]:
    """When reminders of a session go out, by what she wishes; none that would ring at night."""
    if wish is not Reminders.NONE:
        day = clock.local(starts_at).date() - timedelta(days=1)
        yield Window(Reminder.DAY_BEFORE, _at(day, time(hour)), _at(day, NIGHT))
    if wish is Reminders.ALSO_SOON:
        day = clock.local(starts_at).date()
        opens_at = max(starts_at - SOON, _at(day, MORNING))
        closes_at = min(starts_at - TOO_LATE, _at(day, NIGHT))
        if opens_at < closes_at:
            yield Window(Reminder.SOON, opens_at, closes_at)


def reminder_due(booking: Reminded, *, now: datetime, hour: int = USUAL_HOUR) -> Window | None:
    """The reminder that goes out now, or None."""
    day = clock.local(booking.starts_at).date()
    already = {Reminder.DAY_BEFORE: booking.day_before_for, Reminder.SOON: booking.soon_for}
    for each in windows(booking.starts_at, booking.wish, hour=hour):
        is_fresh = booking.confirmed_at > each.opens_at - FRESH
        if each.opens_at <= now < each.closes_at and already[each.which] != day and not is_fresh:
            return each
    return None


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, clock.LONDON).astimezone(UTC)
