"""When a session falls, for those who work on weekdays."""

from datetime import datetime

EVENING_BEGINS = 17


def is_weekend(local_start: datetime) -> bool:
    """Whether it is on a Saturday or Sunday, by the clocks of the place."""
    return local_start.weekday() >= 5


def is_evening(local_start: datetime) -> bool:
    """Whether it is on a weekday evening, by the clocks of the place."""
    return not is_weekend(local_start) and local_start.hour >= EVENING_BEGINS
