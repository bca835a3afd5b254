"""What becomes of a booking on the day: who came, and when that counts as settled. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from kith.groups.rules.codes import Attendance

QUIET = timedelta(hours=1)
"""So long nothing comes of what was noted of a family: a slip of the thumb is put right meanwhile."""
CAME = frozenset({Attendance.ARRIVED, Attendance.LEFT_EARLY})
NAMES_A_PAGE = 10
SPARE_LINES = 2
Row = TypeVar("Row")


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
