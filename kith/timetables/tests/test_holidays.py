"""The typed list of bank holidays is what the Act and the date of Easter make it."""

from datetime import date, timedelta

import pytest
from dateutil.easter import easter

from kith.timetables.rules.codes import Holiday
from kith.timetables.rules.holidays import KNOWN_UNTIL, LISTED, holiday_on, is_known

YEARS = range(2024, 2029)


def monday(day: date) -> date:
    """This day if it is a Monday, else the next one."""
    return day + timedelta(days=-day.weekday() % 7)


def by_the_act(year: int) -> dict[Holiday, date]:
    last_of_may, last_of_august = (date(year, month, 31) for month in (5, 8))
    christmas, boxing_day = date(year, 12, 25), date(year, 12, 26)
    if christmas.weekday() == 4:  # Boxing Day on a Saturday
        boxing_day = date(year, 12, 28)
    elif christmas.weekday() == 5:
        christmas, boxing_day = date(year, 12, 27), date(year, 12, 28)
    elif christmas.weekday() == 6:
        christmas = date(year, 12, 27)
    new_year = date(year, 1, 1)
    return {
        Holiday.NEW_YEAR: monday(new_year) if new_year.weekday() > 4 else new_year,
        Holiday.GOOD_FRIDAY: easter(year) - timedelta(days=2),
        Holiday.EASTER_MONDAY: easter(year) + timedelta(days=1),
        Holiday.EARLY_MAY: monday(date(year, 5, 1)),
        Holiday.SPRING: last_of_may - timedelta(days=last_of_may.weekday()),
        Holiday.SUMMER: last_of_august - timedelta(days=last_of_august.weekday()),
        Holiday.CHRISTMAS: christmas,
        Holiday.BOXING_DAY: boxing_day,
    }


@pytest.mark.parametrize("year", YEARS)
def test_each_day_of_the_list_is_the_one_the_act_gives(year: int) -> None:
    listed = {holiday: day for day, holiday in LISTED.items() if day.year == year}
    assert listed == by_the_act(year)


def test_christmas_on_a_saturday_is_free_on_the_day_and_on_the_monday_that_stands_for_it() -> None:
    assert holiday_on(date(2027, 12, 25)) is Holiday.CHRISTMAS
    assert holiday_on(date(2027, 12, 27)) is Holiday.CHRISTMAS
    assert holiday_on(date(2027, 12, 29)) is None


def test_how_far_the_list_reaches_is_known() -> None:
    assert date(2028, 12, 31) == KNOWN_UNTIL
    assert (is_known(date(2028, 12, 31)), is_known(date(2029, 1, 1))) == (True, False)


def test_the_control_a_wrong_day_is_noticed() -> None:
    assert by_the_act(2026)[Holiday.GOOD_FRIDAY] != date(2026, 4, 2)
