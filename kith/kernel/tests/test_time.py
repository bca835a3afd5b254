"""The clock, ages and financial quarters."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel import age, clock
from kith.kernel.quarter import Quarter

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def test_today_is_the_date_in_london_on_both_sides_of_a_summer_midnight() -> None:
    with clock.use(clock.FixedClock(datetime(2026, 7, 1, 22, 59, tzinfo=UTC))):
        assert clock.today() == date(2026, 7, 1)
    with clock.use(clock.FixedClock(datetime(2026, 7, 1, 23, 0, tzinfo=UTC))):
        assert clock.today() == date(2026, 7, 2)
        assert clock.local(clock.now()).hour == 0


def test_a_clock_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        clock.FixedClock(datetime(2026, 7, 1))  # noqa: DTZ001


def test_clocks_nest_and_the_system_clock_is_underneath() -> None:
    first, second = (clock.FixedClock(datetime(year, 1, 1, tzinfo=UTC)) for year in (2025, 2026))
    with clock.use(first):
        with clock.use(second):
            assert clock.now().year == 2026
        assert clock.now().year == 2025
    assert abs(clock.SystemClock().now() - datetime.now(UTC)) < timedelta(seconds=5)


@given(DAYS)
def test_every_day_lies_in_its_quarter(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.first_day <= day <= quarter.last_day
    assert quarter.first_day.month in (1, 4, 7, 10)
    assert 90 <= (quarter.last_day - quarter.first_day).days + 1 <= 92


@given(DAYS)
def test_quarters_follow_each_other_without_gap(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.next().previous() == quarter
    assert quarter.next().first_day == quarter.last_day + timedelta(days=1)
    assert quarter < quarter.next()


def test_the_financial_year_begins_in_april() -> None:
    assert Quarter.of(date(2026, 3, 31)) == Quarter(2025, 4)
    assert Quarter.of(date(2026, 4, 1)) == Quarter(2026, 1)
    assert str(Quarter(2025, 1)) == "Q1 2025-26"
    assert Quarter(1999, 2).label == "Q2 1999-00"
    with pytest.raises(ValueError, match="1 to 4"):
        Quarter(2025, 5)


@given(DAYS, st.integers(0, 4000))
def test_ages_count_from_the_day_of_birth(born_on: date, days: int) -> None:
    on = born_on + timedelta(days=days)
    old = age.Age.of(born_on, on)
    assert old.days == days
    assert timedelta(weeks=old.weeks) <= on - born_on < timedelta(weeks=old.weeks + 1)
    assert abs(age.whole_months(born_on, on) - days / 30.44) < 1.1


def test_a_month_is_whole_on_the_same_day_of_the_month() -> None:
    assert age.whole_months(date(2026, 1, 31), date(2026, 2, 28)) == 0
    assert age.whole_months(date(2026, 1, 31), date(2026, 3, 31)) == 2
    assert age.whole_months(date(2024, 2, 29), date(2025, 2, 28)) == 11


def test_nobody_has_an_age_before_birth() -> None:
    with pytest.raises(ValueError, match="before the birth"):
        age.Age.of(date(2026, 3, 2), date(2026, 3, 1))
