"""When feeding is asked about, and what may be recorded."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.feeding.rules.statuses import (
    WINDOWS,
    Milestone,
    born_between,
    closes_on,
    days_overdue,
    due_on,
    is_askable,
    may_record,
    opens_on,
)
from kith.kernel.quarter import Quarter

days = st.dates(min_value=date(2001, 1, 1), max_value=date(2060, 1, 1))
milestones = st.sampled_from(Milestone)


def test_six_to_eight_weeks_opens_at_six_weeks_and_is_due_at_eight():
    born_on = date(2026, 1, 13)
    assert opens_on(Milestone.WEEKS_6_8, born_on) == date(2026, 2, 24)
    assert due_on(Milestone.WEEKS_6_8, born_on) == date(2026, 3, 10)


@pytest.mark.parametrize(
    ("born_on", "quarter"),
    [(date(2026, 2, 3), Quarter(2025, 4)), (date(2026, 2, 4), Quarter(2026, 1))],
)
def test_a_baby_counts_in_the_quarter_in_which_it_turns_eight_weeks(born_on: date, quarter: Quarter):
    assert Quarter.of(due_on(Milestone.WEEKS_6_8, born_on)) == quarter


@given(milestones, days, days, days)
def test_an_answer_is_taken_exactly_within_its_window_and_never_from_the_future(milestone, born_on, asked_on, today):
    refusal = may_record(milestone, born_on=born_on, asked_on=asked_on, today=today)
    fits = asked_on <= today and (opens_on(milestone, born_on) <= asked_on <= closes_on(milestone, born_on))
    assert (refusal is None) == fits


@given(milestones, days, days)
def test_what_can_be_asked_today_can_be_recorded_today(milestone, born_on, today):
    refusal = may_record(milestone, born_on=born_on, asked_on=today, today=today)
    assert is_askable(milestone, born_on=born_on, today=today) == (refusal is None)


@given(milestones, days, days)
def test_days_overdue_counts_from_the_due_day(milestone, born_on, today):
    overdue = days_overdue(milestone, born_on=born_on, today=today)
    assert due_on(milestone, born_on) + timedelta(days=overdue) == today


@given(milestones, days, st.integers(0, 400))
def test_the_birthdays_of_those_due_between_two_days_are_just_those(milestone, first, length):
    last = first + timedelta(days=length)
    born_first, born_last = born_between(milestone, first, last)
    assert due_on(milestone, born_first) == first
    assert due_on(milestone, born_last) == last


def test_windows_are_in_order():
    for window in WINDOWS.values():
        assert window.opens <= window.due <= window.closes
