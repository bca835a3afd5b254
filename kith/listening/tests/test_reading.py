"""When stories are read, and how little is kept of when they came."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.clock import LONDON
from kith.listening.rules.reading import Hours, coarse, month_of

INSTANTS = st.integers(0, 2 * 365 * 86400).map(
    lambda seconds: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)


@given(INSTANTS)
def test_a_story_is_read_within_minutes_by_day_and_in_the_morning_after_a_night(at):
    local, hours = at.astimezone(LONDON), Hours()
    by = hours.read_by(local)
    assert by > local
    assert hours.is_open(by - hours.within) or by - hours.within == local
    if hours.is_open(local):
        assert by - local == hours.within
    else:
        assert (by.hour, by.minute) == (8, 15)
        assert by - local < timedelta(hours=13)


@given(INSTANTS)
def test_what_is_kept_of_the_time_is_no_finer_than_five_minutes_and_never_earlier(at):
    kept = coarse(at)
    assert timedelta(0) <= kept - at < timedelta(minutes=5)
    assert (kept.minute % 5, kept.second, kept.microsecond) == (0, 0, 0)


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_of_a_nameless_day_the_month_is_left(day):
    assert month_of(day) == date(day.year, day.month, 1)
