"""Why a family gets no place, word for word, and the last place that can still be booked."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kith.groups.rules.codes import Attendance, BookingState
from kith.groups.rules.offers import Waiting, who_moves_up
from kith.groups.rules.places import (
    BookingFacts,
    PlaceWish,
    may_accept,
    may_book,
    may_cancel,
    may_change_places,
    may_wait,
    places_to_keep,
)
from kith.kernel.refusal import Refusal
from kith.whats_on.rules.codes import DayWish, Joining
from kith.whats_on.rules.places import SessionFacts, places_shown
from kith.whats_on.rules.times import suits_day

NOW = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
MOMENT = timedelta(seconds=1)
OPEN = next(joining for joining in Joining if joining is not Joining.WALK_IN)
CAFE = SessionFacts(joining=OPEN, starts_at=NOW + MOMENT, capacity=12, places_taken=0)


def booked(places=1, *, already=False, **changed):
    return lambda: may_book(replace(CAFE, **changed), PlaceWish(places, has_live_booking=already), now=NOW)


def waits(places=1, *, already=False, **changed):
    return lambda: may_wait(replace(CAFE, **changed), PlaceWish(places, has_live_booking=already), now=NOW)


def cancelled(state=BookingState.BOOKED, attendance=Attendance.EXPECTED, **changed):
    return lambda: may_cancel(BookingFacts(state, 1, attendance), replace(CAFE, **changed), now=NOW)


def accepted(state=BookingState.OFFERED, **changed):
    return lambda: may_accept(BookingFacts(state), replace(CAFE, **changed), now=NOW)


def two_instead_of(places=1, state=BookingState.BOOKED, attendance=Attendance.EXPECTED, **changed):
    booking = BookingFacts(state, places, attendance)
    return lambda: may_change_places(replace(CAFE, **changed), booking, wanted=2, now=NOW)


def full(left):
    return Refusal("session_full", offer="waiting_list", places_left=left)


OVER = Refusal("session_over", offer="other_sessions")
CAME = Refusal("already_came")
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
        (cancelled(attendance=Attendance.ARRIVED), CAME),
        (cancelled(attendance=Attendance.LEFT_EARLY, starts_at=NOW), CAME),
        (cancelled(attendance=Attendance.DID_NOT_COME), None),
        # who comes new does not pass those who wait
        (booked(families_waiting=1), full(0)),
        (booked(places_taken=11, families_waiting=2), full(0)),
        (waits(families_waiting=1), None),
        (accepted(), None),
        (accepted(places_taken=12, families_waiting=3), None),
        (accepted(starts_at=NOW), OVER),
        (accepted(is_cancelled=True), Refusal("session_cancelled", offer="other_sessions")),
        (accepted(BookingState.BOOKED, starts_at=NOW), None),
        (accepted(BookingState.CANCELLED), Refusal("offer_over", offer="waiting_list")),
        (accepted(BookingState.WAITING), Refusal("offer_over", offer="waiting_list")),
        (two_instead_of(places_taken=11), None),
        (two_instead_of(places_taken=12), Refusal("no_more_places", places_left=0)),
        (two_instead_of(places_taken=11, families_waiting=1), Refusal("no_more_places", places_left=0)),
        (two_instead_of(2, places_taken=12, families_waiting=1), None),
        (two_instead_of(state=BookingState.OFFERED, places_taken=12), Refusal("no_more_places", places_left=0)),
        (two_instead_of(state=BookingState.WAITING, places_taken=12, families_waiting=1), None),
        (two_instead_of(state=BookingState.CANCELLED), Refusal("booking_is_cancelled")),
        (two_instead_of(attendance=Attendance.ARRIVED), CAME),
    ],
)
def test_places_are_refused_by_exactly_these_words(asked, refusal):
    assert asked() == refusal


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        ({}, 2),
        ({"places_taken": 11}, 0),
        ({"places_held": 5}, 0),
        ({"families_waiting": 1}, 0),
        ({"places_held": 4}, 2),
    ],
)
def test_a_visitor_keeps_all_her_places_or_none(changed, kept):
    assert places_to_keep(replace(CAFE, **changed), 2) == kept


def test_who_kept_places_before_others_waited_has_them():
    full_house = replace(CAFE, places_taken=12, places_held=2, families_waiting=3)
    assert full_house.given_back(2) == replace(CAFE, places_taken=10)
    assert full_house.given_back(0) == full_house


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
