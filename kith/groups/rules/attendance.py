"""What becomes of a booking on the day: what is late, and when it counts as settled. Pure."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import TypeVar

from kith.groups.rules.codes import Attendance
from kith.kernel import clock

EVENING = time(18)
QUIET = timedelta(hours=1)
"""So long after it was noted that a family missed a session, nothing has come of it: a slip of the thumb is put right."""
CAME = frozenset({Attendance.ARRIVED, Attendance.LEFT_EARLY})
NAMES_A_PAGE = 10
SPARE_LINES = 2
Row = TypeVar("Row")


def late_from(starts_at: datetime) -> datetime:
    """From when a place given back is given back late: six in the evening of the day before, by the place's clocks."""
    day = clock.local(starts_at).date() - timedelta(days=1)
    return datetime.combine(day, EVENING, clock.LONDON).astimezone(UTC)


def is_late(starts_at: datetime, *, now: datetime) -> bool:
    """Whether others can no longer plan for a place that is given back now."""
    return now >= late_from(starts_at)


def is_settled(marked_at: datetime, ends_at: datetime, *, now: datetime, quiet: timedelta = QUIET) -> bool:
    """Whether what was noted of a family has stood long enough, and the session is over."""
    return ends_at <= now and marked_at <= now - quiet


def noted_at(at: datetime | None, *, now: datetime) -> datetime:
    """When it happened: as a device without a network says, which can be no later than now."""
    return min(at, now) if at else now


def sheets(rows: Sequence[Row]) -> tuple[tuple[Row | None, ...], ...]:
    """The names page by page, the last page filled up with empty lines for those who just come."""
    count = len(rows) + SPARE_LINES
    pages = -(-count // NAMES_A_PAGE)
    padded = [*rows, *[None] * (pages * NAMES_A_PAGE - len(rows))]
    return tuple(tuple(padded[at : at + NAMES_A_PAGE]) for at in range(0, len(padded), NAMES_A_PAGE))
