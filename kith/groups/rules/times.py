"""When a session falls, for those who work on weekdays."""

from datetime import date, datetime, timedelta

from kith.groups.rules.codes import DayWish

EVENING_BEGINS = 17


def is_weekend(local_start: datetime) -> bool:
    """Whether it is on a Saturday or Sunday, by the clocks of the place."""
    return local_start.weekday() >= 5


def is_evening(local_start: datetime) -> bool:
    """Whether it is on a weekday evening, by the clocks of the place."""
    return not is_weekend(local_start) and local_start.hour >= EVENING_BEGINS


def suits_day(local_start: datetime, wish: DayWish, *, today: date) -> bool:
    """Whether a session that starts then falls on a day the parent can come."""
    match wish:
        case DayWish.TODAY:
            return local_start.date() == today
        case DayWish.TOMORROW:
            return local_start.date() == today + timedelta(days=1)
        case DayWish.WEEKDAY:
            return not is_weekend(local_start)
        case DayWish.EVENING:
            return is_evening(local_start)
        case DayWish.WEEKEND:
            return is_weekend(local_start)
        case _:
            return True
