"""Days by which requests about data are acknowledged and answered."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.rights.rules.clocks import acknowledge_by, bank_holidays, due_on, months_after, working_day_from
from kith.rights.rules.codes import MACHINE, RequestKind, RequestState, may_move

DAYS = st.dates(date(2020, 1, 1), date(2060, 1, 1))


@pytest.mark.parametrize(
    ("came", "answered"),
    [
        (date(2026, 9, 3), date(2026, 10, 5)),  # 3 October is a Saturday
        (date(2026, 3, 31), date(2026, 4, 30)),  # the ICO's own example of a month without such a day
        (date(2026, 11, 25), date(2026, 12, 29)),  # Christmas, Boxing Day on a Saturday, and the day that stands in
        (date(2028, 1, 31), date(2028, 2, 29)),
    ],
)
def test_a_request_is_answered_within_a_month_and_on_to_the_next_working_day(came: date, answered: date) -> None:
    assert due_on(RequestKind.CORRECTION, came) == answered


def test_a_complex_request_has_two_months_more_and_a_complaint_has_not() -> None:
    came = date(2026, 7, 1)
    assert due_on(RequestKind.ERASURE, came, is_extended=True) == date(2026, 10, 1)
    assert due_on(RequestKind.COMPLAINT, came, is_extended=True) == date(2026, 8, 3)
    no = may_move(RequestState.EXTENDED, after=RequestState.RECEIVED, words="why", kind=RequestKind.COMPLAINT)
    assert no is not None


@pytest.mark.parametrize(
    ("came", "told"),
    [
        (date(2026, 6, 19), date(2026, 7, 20)),  # the thirtieth day is a Sunday
        (date(2026, 7, 1), date(2026, 7, 31)),
        (date(2026, 7, 2), date(2026, 8, 3)),  # a Saturday
        (date(2026, 11, 27), date(2026, 12, 29)),
    ],
)
def test_a_complaint_is_acknowledged_within_30_days_counted_from_the_next(came: date, told: date) -> None:
    assert acknowledge_by(came) == told


def test_the_bank_holidays_are_those_that_were_proclaimed() -> None:
    assert bank_holidays(2026) == {
        *(date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 4), date(2026, 5, 25)),
        *(date(2026, 8, 31), date(2026, 12, 25), date(2026, 12, 28)),
    }
    assert {date(2022, 1, 3), date(2022, 12, 27), date(2027, 12, 27), date(2027, 12, 28)} <= (
        bank_holidays(2022) | bank_holidays(2027)
    )


@given(DAYS)
def test_no_clock_ends_on_a_day_off_or_before_its_time(came: date) -> None:
    for ends in (acknowledge_by(came), due_on(RequestKind.ERASURE, came)):
        assert ends.weekday() < 5
        assert ends not in bank_holidays(ends.year)
    assert timedelta(days=30) <= acknowledge_by(came) - came <= timedelta(days=36)
    assert working_day_from(months_after(came, 1)) == due_on(RequestKind.COPY, came)


@pytest.mark.parametrize("state", list(MACHINE.settled))
def test_what_is_answered_stays_so_and_an_answer_has_words(state: RequestState) -> None:
    for after in RequestState:
        assert may_move(after, after=state, words="words", kind=RequestKind.COPY) is not None
    assert may_move(state, after=RequestState.RECEIVED, words=" ", kind=RequestKind.COPY) is not None
    assert may_move(state, after=RequestState.RECEIVED, words="It is done.", kind=RequestKind.COPY) is None
