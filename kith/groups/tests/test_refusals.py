"""Why a family gets no place, word for word, and the last place that can still be booked."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kith.groups.rules.codes import BookingState, DayWish, Joining
from kith.groups.rules.places import (
    PlaceWish,
    SessionFacts,
    Waiting,
    may_book,
    may_cancel,
    may_wait,
    places_shown,
    who_moves_up,
)
from kith.groups.rules.times import suits_day
from kith.kernel.refusal import Refusal

NOW = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
MOMENT = timedelta(seconds=1)
OPEN = next(joining for joining in Joining if joining is not Joining.WALK_IN)
CAFE = SessionFacts(joining=OPEN, starts_at=NOW + MOMENT, capacity=12, places_taken=0)


def booked(places=1, *, already=False, **changed):
    return lambda: may_book(replace(CAFE, **changed), PlaceWish(places, has_live_booking=already), now=NOW)


def waits(places=1, *, already=False, **changed):
    return lambda: may_wait(replace(CAFE, **changed), PlaceWish(places, has_live_booking=already), now=NOW)


def cancelled(state=BookingState.BOOKED, **changed):
    return lambda: may_cancel(state, replace(CAFE, **changed), now=NOW)


def full(left):
    return Refusal("session_full", offer="waiting_list", places_left=left)


OVER = Refusal("session_over", offer="other_sessions")
TOO_MANY = Refusal("too_many_places", offer="phone", most=2)


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        (booked(), None),
        (booked(2, places_taken=10), None),
        (booked(2, places_taken=11), full(1)),
        (booked(places_taken=12), full(0)),
        (booked(places_taken=13), full(0)),
        (waits(places_taken=12), None),
        (waits(0), TOO_MANY),
        (waits(2), None),
        (waits(3), TOO_MANY),
        (waits(2, capacity=2), None),
        (waits(2, capacity=1), Refusal("session_too_small", offer="other_sessions", capacity=1)),
        (waits(already=True), Refusal("already_booked", offer="own_booking")),
        (booked(already=True), Refusal("already_booked", offer="own_booking")),
        (waits(is_cancelled=True), Refusal("session_cancelled", offer="other_sessions")),
        (waits(starts_at=NOW), OVER),
        (booked(starts_at=NOW), OVER),
        (waits(joining=Joining.WALK_IN), Refusal("just_come")),
        (cancelled(), None),
        (cancelled(starts_at=NOW), Refusal("session_over")),
        (cancelled(BookingState.CANCELLED, starts_at=NOW), None),
    ],
)
def test_places_are_refused_by_exactly_these_words(asked, refusal):
    assert asked() == refusal


@pytest.mark.parametrize(("left", "shown"), [(0, "0"), (5, "5"), (6, "6+"), (30, "6+")])
def test_places_are_counted_to_the_public_only_while_they_are_few(left, shown):
    assert places_shown(left) == shown


def test_whoever_waits_longest_moves_up_first_and_a_wish_that_does_not_fit_is_passed_over():
    waiting = [Waiting(3, 1, NOW), Waiting(1, 2, NOW - MOMENT), Waiting(2, 1, NOW), Waiting(4, 1, NOW + MOMENT)]
    assert who_moves_up(3, waiting) == [1, 2]
    assert who_moves_up(1, waiting) == [2]
    assert who_moves_up(0, waiting) == []


@pytest.mark.parametrize(
    ("day", "hour", "suits"),
    [
        (9, 10, {DayWish.MONDAY, DayWish.WEEKDAY, DayWish.TODAY}),
        (10, 16, {DayWish.TUESDAY, DayWish.WEEKDAY, DayWish.TOMORROW}),
        (11, 17, {DayWish.WEDNESDAY, DayWish.WEEKDAY, DayWish.EVENING}),
        (12, 23, {DayWish.THURSDAY, DayWish.WEEKDAY, DayWish.EVENING}),
        (13, 0, {DayWish.FRIDAY, DayWish.WEEKDAY}),
        (14, 18, {DayWish.SATURDAY, DayWish.WEEKEND}),
        (15, 10, {DayWish.SUNDAY, DayWish.WEEKEND}),
    ],
)
def test_a_session_suits_the_wishes_for_its_own_day(day, hour, suits):
    start = datetime(2026, 3, day, hour, tzinfo=UTC)
    assert {wish for wish in DayWish if suits_day(start, wish, today=date(2026, 3, 9))} == {DayWish.ANY, *suits}
