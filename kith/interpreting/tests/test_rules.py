"""Rules of interpreting, without a database."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.interpreting.rules.choosing import Bond, Offerable, Past, Wanted, choices
from kith.interpreting.rules.codes import HELD, LIVE, Gender, GenderWish, Mode, State, Why, Wish
from kith.interpreting.rules.costs import Rate, cost_of
from kith.interpreting.rules.links import CODE_LASTS, may_send_code
from kith.interpreting.rules.states import (
    BOOKING,
    BookingStatus,
    booked_minutes,
    ending,
    may_become,
    may_request,
    shows_telephone_line,
    travel_buffer,
)
from kith.kernel.ids import InterpreterId
from kith.kernel.private_links import CodeFacts, may_try_code

NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
WANTED = Wanted("ro", Mode.PHONE)
instants = st.datetimes(datetime(2026, 3, 1), datetime(2026, 3, 20), timezones=st.just(UTC))  # noqa: DTZ001
wishes = st.none() | st.sampled_from(Wish)
pasts = st.builds(Past, st.sampled_from([InterpreterId(n) for n in range(1, 5)]), instants, wishes, wishes)
standings = st.builds(BookingStatus, st.sampled_from(State), instants, st.integers(10, 480))


def somebody(number: int, **changes: object) -> Offerable:
    said: dict[str, object] = {
        "id": InterpreterId(number),
        "name": f"Interpreter {number}",
        "gender": Gender.WOMAN,
        "languages": frozenset({"ro"}),
        "modes": frozenset(Mode),
    }
    return Offerable(**(said | changes))  # type: ignore[arg-type]


@given(st.lists(pasts, max_size=12), st.lists(st.booleans(), min_size=4, max_size=4))
def test_whoever_a_side_last_wished_away_is_never_offered(past: list[Past], free: list[bool]) -> None:
    people = [somebody(number, is_free=free[number - 1]) for number in range(1, 5)]
    found = choices(WANTED, people, past)
    for person in people:
        hers = sorted((each for each in past if each.interpreter_id == person.id), key=lambda each: each.at)
        last = {side: [word for each in hers if (word := getattr(each, side))][-1:] for side in ("worker", "family")}
        is_unwanted = [Wish.OTHER] in last.values()
        assert is_unwanted == (person.id not in {one.interpreter_id for one in found})
    assert [not one.is_free for one in found] == sorted(not one.is_free for one in found)
    bonds = [one.bond for one in found if one.is_free]
    assert bonds == sorted(bonds, reverse=True)


def test_the_one_both_sides_kept_comes_before_the_one_who_came_last() -> None:
    past = [
        Past(InterpreterId(1), NOON, Wish.SAME, Wish.SAME),
        Past(InterpreterId(2), NOON + timedelta(days=7), Wish.SAME, None),
        Past(InterpreterId(3), NOON + timedelta(days=14)),
    ]
    found = choices(WANTED, [somebody(n) for n in (4, 3, 2, 1)], past)
    assert [one.interpreter_id for one in found] == [1, 2, 3, 4]
    assert [one.bond for one in found] == [Bond.KEPT_BY_BOTH, Bond.KEPT_BY_ONE, Bond.KNOWN, Bond.NONE]


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (Wanted("ro", Mode.PHONE), True),
        (Wanted("pl", Mode.PHONE), False),
        (Wanted("ro", Mode.VIDEO), False),
        (Wanted("ro", Mode.PHONE, gender=GenderWish.WOMAN), True),
        (Wanted("ro", Mode.PHONE, gender=GenderWish.MAN), False),
    ],
)
def test_only_who_fits_is_offered(wanted: Wanted, fits: bool) -> None:
    person = somebody(1, modes=frozenset({Mode.PHONE}))
    assert bool(choices(wanted, [person], [])) == fits


def test_a_dialect_asked_for_comes_first_among_strangers() -> None:
    people = [somebody(1, name="A"), somebody(2, name="B", dialects=frozenset({"Sylheti"}))]
    found = choices(Wanted("ro", Mode.PHONE, dialect="sylheti"), people, [])
    assert [one.interpreter_id for one in found] == [2, 1]


@given(standings, st.sampled_from(State), st.none() | st.sampled_from(Why), instants)
def test_what_is_settled_stays_settled_and_nothing_is_asked_twice(
    status: BookingStatus, state: State, why: Why | None, now: datetime
) -> None:
    refusal = may_become(status, state, now=now, why=why)
    if status.state in BOOKING.settled or state is State.REQUESTED:
        assert refusal
    if refusal is None:
        assert status.state in LIVE
        assert (state is State.FAILED) <= (why is not None)
        if state is State.DONE:
            assert now >= status.starts_at
        if state in (State.CANCELLED, State.OFFERED, State.DECLINED):
            assert now < status.starts_at


@given(standings, instants, st.integers(0, 168))
def test_a_cancelled_booking_always_has_an_end_that_can_be(status: BookingStatus, now: datetime, hours: int) -> None:
    if may_become(status, State.CANCELLED, now=now):
        return
    state, why = ending(status, now=now, late_hours=hours)
    assert may_become(status, state, now=now, why=why) is None
    if state is State.FAILED:
        assert status.state in HELD - {State.OFFERED}


@given(
    st.sampled_from([State.DONE, State.FAILED, State.CANCELLED]),
    st.none() | st.sampled_from(Why),
    st.sampled_from(Mode),
    st.integers(10, 480),
    st.none() | st.integers(1, 480),
)
def test_a_cost_is_never_less_than_the_time_booked_and_nothing_for_who_did_not_come(
    state: State, why: Why | None, mode: Mode, booked: int, taken: int | None
) -> None:
    cost = cost_of(state, why, mode=mode, rate=Rate(3000, 800), booked=booked, taken=taken)
    owes = state is State.DONE or (
        state is State.FAILED
        and why in (Why.WRONG_DIALECT, Why.TECHNICAL, Why.CANCELLED_LATE_BY_US, Why.FAMILY_NOT_THERE)
    )
    assert (cost.pence > 0) == owes
    assert cost.minutes == (max(booked, taken or 0) if owes else 0)
    assert cost.travel_pence in (0, 800)
    assert cost.travel_pence == 0 or mode is Mode.FACE_TO_FACE


def test_an_hour_at_thirty_pounds_and_eight_for_travel() -> None:
    cost = cost_of(State.DONE, None, mode=Mode.FACE_TO_FACE, rate=Rate(3000, 800), booked=60)
    assert (cost.time_pence, cost.travel_pence, cost.pence) == (3000, 800, 3800)


def test_a_talk_is_booked_twice_as_long_and_travel_keeps_time_free() -> None:
    assert booked_minutes(30, factor=2, is_doubled=True) == 60
    assert booked_minutes(30, factor=2, is_doubled=False) == 30
    assert booked_minutes(300, factor=2, is_doubled=True) == 480
    assert travel_buffer(Mode.FACE_TO_FACE, 30) == timedelta(minutes=30)
    assert travel_buffer(Mode.PHONE, 30) == timedelta(0)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({}, None),
        ({"language": "en"}, "english_needs_none"),
        ({"language": "bfi"}, "signs_need_eyes"),
        ({"starts_at": NOON}, "in_the_past"),
        ({"starts_at": NOON + timedelta(days=400)}, "too_far_ahead"),
        ({"minutes": 5}, "length_impossible"),
    ],
)
def test_what_cannot_be_asked_for(said: dict[str, object], code: str | None) -> None:
    usual = {"language": "ro", "mode": Mode.PHONE, "starts_at": NOON + timedelta(days=1), "minutes": 30, "now": NOON}
    refusal = may_request(**(usual | said))  # type: ignore[arg-type]
    assert (refusal.code if refusal else None) == code


def test_the_telephone_is_no_help_with_a_sign_language() -> None:
    failed = BookingStatus(State.FAILED, NOON, 60)
    assert shows_telephone_line(failed, "ro", now=NOON)
    assert not shows_telephone_line(failed, "bfi", now=NOON)
    confirmed = BookingStatus(State.CONFIRMED, NOON, 60)
    assert not shows_telephone_line(confirmed, "ro", now=NOON - timedelta(hours=37))
    assert shows_telephone_line(confirmed, "ro", now=NOON - timedelta(hours=36))


def test_codes_are_few_short_lived_and_used_once() -> None:
    fresh = CodeFacts(NOON + CODE_LASTS, 0)
    assert may_try_code(fresh, now=NOON) is None
    assert may_try_code(fresh, now=NOON + timedelta(minutes=10))
    assert may_try_code(CodeFacts(NOON + CODE_LASTS, 5), now=NOON)
    assert may_try_code(CodeFacts(NOON + CODE_LASTS, 0, is_ended=True), now=NOON)
    assert may_try_code(None, now=NOON)
    assert may_send_code([NOON] * 2, now=NOON) is None
    assert may_send_code([NOON] * 3, now=NOON)
    assert may_send_code([NOON] * 3, now=NOON + timedelta(minutes=11)) is None
