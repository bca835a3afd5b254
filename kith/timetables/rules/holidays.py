"""On which days England and Wales have a bank holiday, from a list kept as data. Pure."""

import tomllib
from datetime import date
from pathlib import Path

from kith.timetables.rules.codes import Holiday

_FILE = Path(__file__).parents[1] / "bank_holidays.toml"
# The list has only the weekday that stands for one of these; nobody comes to a café on the day itself either.
THE_DAYS_THEMSELVES = {(1, 1): Holiday.NEW_YEAR, (12, 25): Holiday.CHRISTMAS, (12, 26): Holiday.BOXING_DAY}


def _read() -> dict[date, Holiday]:
    listed = tomllib.loads(_FILE.read_text("utf-8"))
    years = (each for each in listed.values() if isinstance(each, dict))
    return {day: Holiday(name) for year in years for name, day in year.items()}


LISTED = _read()
KNOWN_UNTIL = date(max(LISTED).year, 12, 31)
"""Beyond this day the list says nothing."""


def holiday_on(day: date) -> Holiday | None:
    """Which bank holiday this is, on the day itself or on the weekday that stands for it; None for any other day."""
    return LISTED.get(day) or THE_DAYS_THEMSELVES.get((day.month, day.day))


def is_known(day: date) -> bool:
    """Whether the list reaches so far."""
    return day <= KNOWN_UNTIL
