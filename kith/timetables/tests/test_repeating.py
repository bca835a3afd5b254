"""Two simulated years: every rule falls on its days, whatever clocks, leap days and bank holidays do."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.clock import LONDON
from kith.kernel.refusal import Refusal
from kith.timetables.rules.codes import LAST, NTHS, Pattern, Skip
from kith.timetables.rules.holidays import holiday_on
from kith.timetables.rules.repeating import (
    LONGEST,
    Closed,
    Repeat,
    Span,
    instants,
    lay_out,
    may_repeat,
    occurrences,
)

FIRST, LAST_DAY = date(2027, 3, 1), date(2029, 2, 28)  # with a 29 February, and four changes of the clocks
DAYS = [FIRST + timedelta(days=each) for each in range((LAST_DAY - FIRST).days + 1)]
weekdays = st.sets(st.integers(0, 6), min_size=1, max_size=7).map(lambda found: tuple(sorted(found)))
spans = st.tuples(st.sampled_from(DAYS), st.integers(0, 730)).map(
    lambda pair: (pair[0], min(LAST_DAY, pair[0] + timedelta(days=pair[1])))
)
repeats = st.one_of(
    st.builds(
        lambda pattern, days, span: Repeat(pattern, days, *span),
        st.sampled_from([Pattern.WEEKLY, Pattern.FORTNIGHTLY]),
        weekdays,
        spans,
    ),
    st.builds(
        lambda nth, days, span: Repeat(Pattern.MONTHLY, days, *span, nth=nth), st.sampled_from(NTHS), weekdays, spans
    ),
)


def by_hand(repeat: Repeat) -> list[date]:
    """Day after day, without a library."""
    days = [day for day in DAYS if repeat.first_on <= day <= repeat.last_on and day.weekday() in repeat.weekdays]
    if repeat.pattern is Pattern.MONTHLY:
        return [day for day in days if is_nth(day, repeat.nth)]
    if repeat.pattern is Pattern.FORTNIGHTLY and days:
        week = days[0] - timedelta(days=days[0].weekday())
        return [day for day in days if (day - week).days // 7 % 2 == 0]
    return days


def is_nth(day: date, nth: int) -> bool:
    if nth == LAST:
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == nth


@given(repeats)
def test_a_rule_falls_on_the_days_that_a_person_counts_by_hand(repeat: Repeat) -> None:
    assert occurrences(repeat) == by_hand(repeat)


@given(repeats, st.lists(spans, max_size=4), st.booleans(), st.sets(st.sampled_from(DAYS), max_size=5))
def test_nothing_takes_place_on_a_closed_day_and_every_closed_day_says_why(
    repeat: Repeat, terms: list[tuple[date, date]], skips: bool, left_out: set[date]
) -> None:
    kept = tuple(Span(*each) for each in terms) or None
    for each in lay_out(repeat, Closed(kept, skips, left_out)):
        if each.why is None:
            assert each.on not in left_out
            assert not (skips and holiday_on(each.on))
            assert kept is None or any(term.holds(each.on) for term in kept)
        else:
            assert {
                Skip.LEFT_OUT: each.on in left_out,
                Skip.BANK_HOLIDAY: holiday_on(each.on) is not None,
                Skip.OUT_OF_TERM: kept is not None,
            }[each.why]


@given(st.sampled_from(DAYS), st.integers(0, 24 * 12 - 2), st.integers(1, 8 * 12))
def test_a_date_ends_after_it_begins_whatever_the_clocks_did(day: date, at: int, length: int) -> None:
    starts = time(*divmod(5 * at, 60))
    last = time(*divmod(5 * min(at + length, 24 * 12 - 1), 60))
    starts_at, ends_at = instants(day, starts, last)
    assert starts_at < ends_at
    shown = starts_at.astimezone(LONDON)
    is_left_out = datetime.combine(day, starts, LONDON).astimezone(UTC).astimezone(LONDON).time() != starts
    assert shown.date() == day
    assert (shown.time() == starts) is not is_left_out


@pytest.mark.parametrize("at", [time(1, 30), time(10)])
def test_a_weekly_group_keeps_its_clock_time_over_two_years(at: time) -> None:
    sundays = occurrences(Repeat(Pattern.WEEKLY, (6,), FIRST, LAST_DAY))
    shown = {day: instants(day, at, time(at.hour + 1, 30))[0].astimezone(LONDON) for day in sundays}
    wrong = {day for day, when in shown.items() if when.time() != at}
    # The night in spring has no 1:30: that date alone is an hour later.
    assert wrong == ({date(2027, 3, 28), date(2028, 3, 26)} if at == time(1, 30) else set())
    assert all(shown[day].time() == time(2, 30) for day in wrong)
    # The night in autumn has 1:30 twice: it is the first of them, still in summer time.
    assert {shown[day].utcoffset() for day in (date(2027, 10, 31), date(2028, 10, 29))} == (
        {timedelta(hours=1)} if at == time(1, 30) else {timedelta(0)}
    )


def test_29_february_is_a_day_like_any_other() -> None:
    tuesdays = occurrences(Repeat(Pattern.WEEKLY, (1,), date(2028, 2, 1), date(2028, 3, 14)))
    assert date(2028, 2, 29) in tuesdays
    assert occurrences(Repeat(Pattern.MONTHLY, (1,), date(2028, 2, 1), date(2028, 2, 29), nth=LAST)) == [
        date(2028, 2, 29)
    ]


def test_a_second_week_is_counted_from_the_first_date_not_from_the_first_day() -> None:
    found = occurrences(Repeat(Pattern.FORTNIGHTLY, (1,), date(2026, 10, 1), date(2026, 11, 1)))
    assert found == [date(2026, 10, 6), date(2026, 10, 20)]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"last_on": date(2026, 12, 31)}, "ends_before_it_starts"),
        ({"last_on": date(2027, 1, 1) + LONGEST + timedelta(days=1)}, "rule_too_long"),
        ({"weekdays": ()}, "rule_without_weekday"),
        ({"nth": 2}, "rule_without_nth"),
        ({"pattern": Pattern.MONTHLY}, "rule_without_nth"),
        ({}, None),
    ],
)
def test_a_rule_that_cannot_be_is_refused(changes: dict[str, object], code: str | None) -> None:
    said = {"pattern": Pattern.WEEKLY, "weekdays": (1,), "first_on": date(2027, 1, 1), "last_on": date(2027, 7, 1)}
    assert may_repeat(Repeat(**(said | changes))) == (Refusal(code) if code else None)
