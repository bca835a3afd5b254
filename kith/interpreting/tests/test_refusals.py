"""What cannot happen to an interpreter's booking, word for word, and the last moment at which it still can."""

from datetime import UTC, datetime, timedelta

import pytest

from kith.interpreting.rules.codes import SIGN_LANGUAGES, Mode, State, Why
from kith.interpreting.rules.links import CODE_LASTS, key_holds, may_send_code
from kith.interpreting.rules.states import (
    BookingStatus,
    booked_minutes,
    ending,
    may_become,
    may_request,
    shows_telephone_line,
    travel_buffer,
)
from kith.kernel.private_links import CodeFacts, may_try_code
from kith.kernel.refusal import Refusal

NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
HOUR, MOMENT = timedelta(hours=1), timedelta(seconds=1)
SIGNED = next(iter(SIGN_LANGUAGES))
TOO_EARLY, BEGUN = Refusal("too_early"), Refusal("begun")


def becomes(before, after, why=None, *, starts_in=timedelta(0)):
    status = BookingStatus(before, NOON + starts_in, 60)
    return lambda: may_become(status, after, now=NOON, why=why)


BOOKINGS = [
    (becomes(State.DONE, State.LATE), Refusal("booking_closed", state="done")),
    (becomes(State.REQUESTED, State.DONE), Refusal("not_next_step", state="requested")),
    (becomes(State.CONFIRMED, State.FAILED), Refusal("say_why_it_failed")),
    (becomes(State.CONFIRMED, State.FAILED, Why.NOBODY_FOUND), Refusal("say_why_it_failed")),
    (becomes(State.REQUESTED, State.FAILED, Why.NOBODY_FOUND), None),
    (becomes(State.REQUESTED, State.FAILED, Why.NO_SHOW), Refusal("say_why_it_failed")),
    (becomes(State.CONFIRMED, State.LATE, starts_in=3 * HOUR), None),
    (becomes(State.CONFIRMED, State.LATE, starts_in=3 * HOUR + MOMENT), TOO_EARLY),
    (becomes(State.CONFIRMED, State.ARRIVED, starts_in=HOUR), None),
    (becomes(State.CONFIRMED, State.ARRIVED, starts_in=HOUR + MOMENT), TOO_EARLY),
    (becomes(State.CONFIRMED, State.FAILED, Why.NO_SHOW, starts_in=HOUR), None),
    (becomes(State.CONFIRMED, State.FAILED, Why.NO_SHOW, starts_in=HOUR + MOMENT), TOO_EARLY),
    (becomes(State.CONFIRMED, State.DONE), None),
    (becomes(State.CONFIRMED, State.DONE, starts_in=MOMENT), TOO_EARLY),
    *((becomes(State.OFFERED, after), BEGUN) for after in (State.OFFERED, State.DECLINED, State.CANCELLED)),
    *(
        (becomes(State.OFFERED, after, starts_in=MOMENT), None)
        for after in (State.OFFERED, State.DECLINED, State.CANCELLED)
    ),
]


def asked(*, language="ro", mode=Mode.PHONE, starts_in=HOUR, minutes=30):
    return lambda: may_request(language=language, mode=mode, starts_at=NOON + starts_in, minutes=minutes, now=NOON)


LENGTH = Refusal("length_impossible", shortest=10, longest=480)
REQUESTS = [
    (asked(), None),
    (asked(language="en"), Refusal("english_needs_none")),
    (asked(language=SIGNED), Refusal("signs_need_eyes", offer="video")),
    (asked(language=SIGNED, mode=Mode.VIDEO), None),
    (asked(starts_in=timedelta(0)), Refusal("in_the_past")),
    (asked(starts_in=timedelta(days=366)), None),
    (asked(starts_in=timedelta(days=366) + MOMENT), Refusal("too_far_ahead")),
    (asked(minutes=9), LENGTH),
    (asked(minutes=10), None),
    (asked(minutes=480), None),
    (asked(minutes=481), LENGTH),
]


def tried(*, ago=timedelta(0), wrong=0, used=False):
    return lambda: may_try_code(CodeFacts(NOON - ago + CODE_LASTS, wrong, used), now=NOON)


def sent(*minutes_ago):
    return lambda: may_send_code([NOON - timedelta(minutes=ago) for ago in minutes_ago], now=NOON)


OVER = Refusal("code_over", offer="new_code")
CODES = [
    (sent(1, 2), None),
    (sent(1, 2, 3), Refusal("too_many_codes")),
    (sent(1, 2, 10), None),
    (tried(), None),
    (lambda: may_try_code(None, now=NOON), OVER),
    (tried(used=True), OVER),
    (tried(ago=timedelta(minutes=10)), OVER),
    (tried(ago=timedelta(minutes=10) - MOMENT, wrong=4), None),
    (tried(wrong=5), Refusal("code_spent", offer="new_code")),
]


@pytest.mark.parametrize(("asked", "refusal"), [*BOOKINGS, *REQUESTS, *CODES])
def test_bookings_are_refused_by_exactly_these_words(asked, refusal):
    assert asked() == refusal


@pytest.mark.parametrize(
    ("state", "starts_in", "becomes"),
    [
        (State.CONFIRMED, 5 * HOUR, (State.CANCELLED, None)),
        (State.CONFIRMED, 5 * HOUR - MOMENT, (State.FAILED, Why.CANCELLED_LATE_BY_US)),
        (State.OFFERED, HOUR, (State.CANCELLED, None)),
    ],
)
def test_a_booking_is_cancelled_late_only_where_somebody_keeps_the_time(state, starts_in, becomes):
    assert ending(BookingStatus(state, NOON + starts_in, 60), now=NOON, late_hours=5) == becomes


def test_a_page_is_open_for_eight_hours():
    assert key_holds(NOON, now=NOON + 8 * HOUR - MOMENT)
    assert not key_holds(NOON, now=NOON + 8 * HOUR)


@pytest.mark.parametrize(
    ("state", "language", "days", "is_shown"),
    [
        (State.CONFIRMED, "ro", 1, True),
        (State.CONFIRMED, "ro", 2, False),
        (State.FAILED, "ro", 9, True),
        (State.FAILED, SIGNED, 0, False),
        (State.CANCELLED, "ro", 0, False),
    ],
)
def test_the_telephone_line_is_shown_from_the_day_before(state, language, days, is_shown):
    status = BookingStatus(state, NOON + timedelta(days=days), 60)
    assert shows_telephone_line(status, language, now=NOON) is is_shown


def test_a_talk_through_an_interpreter_takes_longer_but_never_over_eight_hours():
    assert booked_minutes(30, factor=2.0, is_doubled=True) == 60
    assert booked_minutes(25, factor=1.5, is_doubled=True) == 38
    assert booked_minutes(30, factor=2.0, is_doubled=False) == 30
    assert booked_minutes(300, factor=2.0, is_doubled=True) == 480


def test_only_an_interpreter_who_comes_needs_time_to_get_there():
    assert travel_buffer(Mode.FACE_TO_FACE, 45) == timedelta(minutes=45)
    assert travel_buffer(Mode.VIDEO, 45) == travel_buffer(Mode.PHONE, 45) == timedelta(0)
