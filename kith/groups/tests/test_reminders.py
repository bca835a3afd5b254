"""Reminders of two years and more: on the right day, never at night, never twice, never after a death or a no."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.groups.actions.cancelling import cancel_booking
from kith.groups.actions.reminding import remind_of_sessions
from kith.groups.rules.nights import is_awake
from kith.groups.rules.reminders import Reminded, Reminder, Reminders, reminder_due, windows
from kith.groups.tests.world import an_order, book
from kith.kernel import clock as kernel_clock
from kith.messages.rules import SendingState, is_over
from kith.messages.wording import words_of
from kith.whats_on.tests.world import BUILDER, a_series, a_service, a_session, a_venue, an_organisation
from testing.clock import TestClock
from testing.rows import Message

QUARTER = timedelta(minutes=15)
TWO_YEARS = [date(2027, 1, 1) + timedelta(days=each) for each in range(366 + 365)]
CHANGES = (date(2027, 3, 28), date(2027, 10, 31), date(2028, 3, 26), date(2028, 10, 29))
FEASTS = (date(2027, 12, 25), date(2028, 1, 1), date(2028, 2, 29))
HOURS = (time(1, 30), time(8, 15), time(10), time(13), time(20, 30))
LONG_AGO = datetime(2026, 12, 1, 12, tzinfo=UTC)


def at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, kernel_clock.LONDON).astimezone(UTC)


def sent(booking: Reminded) -> Iterator[tuple[Reminder, datetime]]:
    """What goes out if it is looked every quarter of an hour, from two days before on."""
    now = booking.starts_at - timedelta(hours=50)
    while now < booking.starts_at + QUARTER:
        if window := reminder_due(booking, now=now):
            day = kernel_clock.local(booking.starts_at).date()
            changed = "soon_for" if window.which is Reminder.SOON else "day_before_for"
            booking = replace(booking, **{changed: day})
            yield window.which, now
        now += QUARTER


def test_on_every_day_of_two_years_no_window_opens_or_closes_at_night_or_on_another_day() -> None:
    assert set(CHANGES[:2]) | set(FEASTS) <= set(TWO_YEARS)
    for day, hour in product(TWO_YEARS, HOURS):
        for each in windows(at(day, hour), Reminders.ALSO_SOON):
            last = each.closes_at - timedelta(seconds=1)
            assert is_awake(each.opens_at)
            assert is_awake(last)
            due = day - timedelta(days=1) if each.which is Reminder.DAY_BEFORE else day
            assert kernel_clock.local(each.opens_at).date() == kernel_clock.local(last).date() == due


@pytest.mark.parametrize("day", [*CHANGES, *FEASTS])
def test_around_clock_changes_and_feasts_each_goes_out_once_by_the_clock_on_the_wall(day: date) -> None:
    for hour in HOURS:
        told = dict(sent(Reminded(at(day, hour), Reminders.ALSO_SOON, LONG_AGO)))
        assert kernel_clock.local(told[Reminder.DAY_BEFORE]).time() == time(10)
        assert (Reminder.SOON in told) == (hour >= time(10))


INSTANTS = st.integers(0, 4 * 366 * 24 * 12).map(lambda each: datetime(2026, 6, 1, tzinfo=UTC) + each * QUARTER / 3)


@settings(max_examples=30)
@given(INSTANTS, st.sampled_from(Reminders), st.integers(0, 120))
def test_whatever_is_booked_whenever_nobody_is_reminded_twice_at_night_too_late_or_unasked(
    starts_at: datetime, wish: Reminders, hours: int
) -> None:
    confirmed_at = starts_at - timedelta(hours=hours)
    told = list(sent(Reminded(starts_at, wish, confirmed_at)))
    kinds = [which for which, _ in told]
    assert len(set(kinds)) == len(kinds) <= {Reminders.NONE: 0, Reminders.DAY_BEFORE: 1}.get(wish, 2)
    for which, when in told:
        assert is_awake(when)
        assert when > confirmed_at
        to_go = starts_at - when
        assert timedelta(minutes=30) < to_go <= timedelta(hours=2 if which is Reminder.SOON else 38)


def test_moved_to_another_day_she_is_reminded_of_that_one_and_not_again_of_a_later_hour() -> None:
    booking = Reminded(at(date(2027, 5, 5), time(10)), Reminders.DAY_BEFORE, LONG_AGO, date(2027, 5, 5))
    assert list(sent(booking)) == []
    assert list(sent(replace(booking, starts_at=at(date(2027, 5, 5), time(14))))) == []
    assert len(list(sent(replace(booking, starts_at=at(date(2027, 5, 6), time(10)))))) == 1


def test_a_message_that_says_until_when_it_is_of_use_is_over_from_then_on() -> None:
    noon = datetime(2027, 5, 5, 12, tzinfo=UTC)
    assert not is_over({}, now=noon)
    assert not is_over({"until_at": (noon + QUARTER).isoformat()}, now=noon)
    assert is_over({"until_at": noon.isoformat()}, now=noon)


def remind_all_night(clock: TestClock, day: date) -> None:
    """Look each hour from the evening of two days before to the beginning, twice each time."""
    now = at(day - timedelta(days=2), time(20))
    while now <= at(day, time(10)):
        clock.set(now)
        remind_of_sessions(by=BUILDER)
        remind_of_sessions(by=BUILDER)
        now += 4 * QUARTER


@pytest.mark.django_db
def test_through_a_clock_change_a_leap_day_and_christmas_every_family_is_reminded_once_and_none_at_night(
    clock: TestClock,
) -> None:
    own = an_organisation()
    venue_id = a_venue(own)
    series_id = a_series(a_service(own, venue_id))
    days = (date(2027, 3, 28), date(2027, 12, 26), date(2028, 2, 29))
    clock.set(LONG_AGO)
    for day in days:
        session_id = a_session(series_id=series_id, venue_id=venue_id, starts_at=at(day, time(10)))
        for wish in Reminders:
            book(an_order(session_id, reminders=wish))
        cancelled = book(an_order(session_id, reminders=Reminders.ALSO_SOON))
        cancel_booking(by=BUILDER, token=cancelled.token)
    for day in days:
        remind_all_night(clock, day)
    rows = list(Message.objects.filter(kind="session_reminder"))
    assert len(rows) == len(days) * 3
    assert all(is_awake(row.queued_at) for row in rows)
    for row in rows:
        starts_at = datetime.fromisoformat(row.facts["starts_at"])
        on = kernel_clock.local(row.queued_at).date()
        assert kernel_clock.local(starts_at).date() - on == timedelta(days=0 if row.facts["is_soon"] else 1)


@pytest.mark.django_db
def test_the_reminder_says_where_how_to_get_there_and_how_to_cancel(clock: TestClock) -> None:
    session_id = a_session()
    booked = book(an_order(session_id, language="en", wants_creche=True))
    clock.advance(days=3)
    assert remind_of_sessions(by=BUILDER) == 1
    row = Message.objects.get(kind="session_reminder")
    assert row.states_so_far() == [SendingState.QUEUED]
    words = words_of(row.kind, "en", row.facts)
    for said in ("Netherfield Family Hub", "Bus 4 stops at the door.", f"/en/sessions/{session_id}/", booked.token):
        assert said in words.body
        assert said in words.short
    assert "crèche" in words.body


@pytest.mark.django_db
def test_a_bereaved_family_is_not_reminded(clock: TestClock, monkeypatch: pytest.MonkeyPatch) -> None:
    book(an_order(a_session()))
    clock.advance(days=3)
    monkeypatch.setattr("kith.messages.actions.silence.is_bereaved", lambda _family: True)
    remind_of_sessions(by=BUILDER)
    assert Message.objects.get(kind="session_reminder").states_so_far() == [SendingState.STOPPED]
