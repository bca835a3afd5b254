"""When a session falls, for those who work on weekdays."""

from datetime import date, datetime, timedelta

from kith.whats_on.rules.codes import WEEKDAYS, DayWish, PartOfDay

AFTERNOON_BEGINS, EVENING_BEGINS, DAY_ENDS = 12, 17, 24
HOURS = {
    PartOfDay.MORNING: (0, AFTERNOON_BEGINS),
    PartOfDay.AFTERNOON: (AFTERNOON_BEGINS, EVENING_BEGINS),
    PartOfDay.EVENING: (EVENING_BEGINS, DAY_ENDS),
}
"""From which hour and before which a session of each part of the day begins."""


def is_weekend(local_start: datetime) -> bool:
    """Whether it is on a Saturday or Sunday, by the clocks of the place."""
    return local_start.weekday() >= 5


def is_evening(local_start: datetime) -> bool:
    """Whether it is on a weekday evening, by the clocks of the place."""
    return not is_weekend(local_start) and local_start.hour >= EVENING_BEGINS


def suits_day(local_start: datetime, wish: DayWish, *, today: date) -> bool:
    """Whether a session that starts then falls on a day the parent can come."""
    if wish in WEEKDAYS:
        return local_start.weekday() == WEEKDAYS.index(wish)
    match wish:
        case DayWish.TODAY:
            return local_start.date() == today
        case DayWish.TOMORROW:
            return local_start.date() == today + timedelta(days=1)
        case DayWish.WEEKDAY | DayWish.WEEKEND:
            return is_weekend(local_start) == (wish is DayWish.WEEKEND)
        case DayWish.EVENING:
            return is_evening(local_start)
        case _:
            return True
