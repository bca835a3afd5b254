"""What a café decides, without a database."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.cafes.rules.codes import OPEN_STATES, Share, TurnId, TurnState
from kith.cafes.rules.footfall import (
    CLOCKS_APART,
    COUNTED_WITHIN,
    KINDS,
    MOST_AT_ONCE,
    People,
    counted_at,
    may_count,
    told,
)
from kith.cafes.rules.totals import added, part_of_day, shown
from kith.cafes.rules.turns import MACHINE, Times, before, may_book, may_join, may_move, may_offer, stamps
from kith.cafes.rules.waiting import InLine, about_minutes, expected, usual_length
from kith.kernel.clock import LONDON
from kith.kernel.refusal import Refusal
from kith.whats_on.rules.codes import PartOfDay

START = datetime(2026, 3, 10, 10, tzinfo=LONDON)
END = START + timedelta(hours=2)
NOW = START + timedelta(minutes=30)
EACH = timedelta(minutes=20)
MINUTE = timedelta(minutes=1)
counts = st.integers(-2, MOST_AT_ONCE + 2)


@given(st.builds(People, counts, counts, counts, counts))
def test_people_are_counted_where_somebody_came_and_no_thumb_slipped(people: People) -> None:
    each = [getattr(people, kind) for kind in KINDS]
    is_possible = all(0 <= count <= MOST_AT_ONCE for count in each) and sum(each) > 0
    assert (may_count(people, is_called_off=False) is None) == is_possible
    assert may_count(people, is_called_off=True) == Refusal("count_called_off")


def test_why_nobody_is_counted() -> None:
    assert may_count(People(), is_called_off=False) == Refusal("count_nobody")
    assert may_count(People(babies=21), is_called_off=False) == Refusal("count_too_many", most=20)


@given(
    st.timedeltas(timedelta(days=-3), timedelta(days=12)),
    st.none() | st.timedeltas(-timedelta(days=2), timedelta(days=2)),
)
def test_whoever_is_counted_came_on_the_day_of_the_session(later: timedelta, said: timedelta | None) -> None:
    now = START + later
    said_at = None if said is None else START + said
    is_open = START.date() <= now.date() <= START.date() + COUNTED_WITHIN
    is_of_the_day = said_at is None or (said_at.date() == START.date() and said_at <= now + CLOCKS_APART)
    if not (is_open and is_of_the_day):
        with pytest.raises(Refusal):
            counted_at(START, END, said_at, now=now)
        return
    at = counted_at(START, END, said_at, now=now)
    assert at.date() == START.date()
    assert at <= max(now, END)


def test_what_is_counted_without_a_time_came_now_or_by_the_end_of_a_day_that_is_over() -> None:
    assert counted_at(START, END, None, now=NOW) == NOW
    assert counted_at(START, END, None, now=NOW + timedelta(days=1)) == END


@pytest.mark.parametrize(
    ("said", "now", "code"),
    [
        (None, START - timedelta(days=1), "count_before_the_day"),
        (None, START + timedelta(days=8), "count_too_late"),
        (START - timedelta(days=1), NOW, "count_of_another_day"),
        (NOW + timedelta(minutes=11), NOW, "count_of_another_day"),
    ],
)
def test_why_another_day_is_not_counted(said: datetime | None, now: datetime, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        counted_at(START, END, said, now=now)
    assert refused.value.code == code


def test_a_word_that_is_not_known_counts_as_not_told() -> None:
    assert (told("ro", {"ro", "ar"}), told("xx", {"ro"}), told("", {"ro"})) == ("ro", "", "")


def times(share: Share = Share.EVERY_OTHER, *, each: timedelta = EACH) -> Times:
    return Times(START, END, each, share)


def test_every_other_time_is_booked_and_the_others_are_for_those_who_walk_in() -> None:
    assert [slot for slot, _ in times().free((), now=START - MINUTE)] == [0, 2, 4]
    assert [slot for slot, _ in times().free((2,), now=NOW)] == [4]
    assert times(Share.NONE).free((), now=START - MINUTE) == []
    assert len(times(Share.EVERY).free((), now=START - MINUTE)) == 6


laters = st.integers(-60, 180)


@given(st.integers(-3, 40), st.sampled_from(Share), st.integers(5, 90), st.sets(st.integers(0, 20)), laters)
def test_a_time_that_can_be_booked_is_there_to_come_and_free(
    slot: int, share: Share, each: int, taken: set[int], later: int
) -> None:
    offered, now = times(share, each=each * MINUTE), START + later * MINUTE
    refusal = may_book(offered, slot, taken, now=now)
    assert (refusal is None) == (slot in [number for number, _ in offered.free(taken, now=now)])
    if refusal is None:
        assert START <= offered.at(slot) < offered.at(slot) + offered.each <= END


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Times(START, END, 4 * MINUTE, Share.NONE), "one_to_one_length"),
        (Times(END, START, EACH, Share.NONE), "one_to_one_ends_before_it_starts"),
        (Times(START - MINUTE, END, EACH, Share.NONE), "one_to_one_outside_session"),
        (Times(START, END + MINUTE, EACH, Share.NONE), "one_to_one_outside_session"),
        (Times(START, START + 10 * MINUTE, EACH, Share.NONE), "one_to_one_too_short"),
    ],
)
def test_why_there_cannot_be_such_times(wanted: Times, code: str) -> None:
    refusal = may_offer(START, END, wanted)
    assert refusal
    assert refusal.code == code
    assert may_offer(START, END, times()) is None


def test_nobody_joins_the_list_of_another_day_nor_one_that_is_over() -> None:
    on_the_day = {"is_today": True, "is_called_off": False}
    assert may_join(times(), **on_the_day, now=NOW) is None
    assert may_join(times(), **on_the_day, now=END) == Refusal("list_over")
    assert may_join(times(), is_today=False, is_called_off=False, now=NOW) == Refusal("list_of_another_day")
    assert may_join(times(), is_today=True, is_called_off=True, now=NOW) == Refusal("list_called_off")


@pytest.mark.parametrize("state", TurnState)
@pytest.mark.parametrize("is_booked", [True, False])
def test_every_step_can_be_taken_back(state: TurnState, is_booked: bool) -> None:
    if state in (TurnState.BOOKED, TurnState.GIVEN_BACK) and not is_booked:
        return  # only who has a time comes to these
    back = before(state, is_booked=is_booked)
    if back:
        assert may_move(state, back, after=state, is_booked=is_booked) is None
    for following in MACHINE.following[state]:
        if following is not TurnState.BOOKED or is_booked:
            assert before(following, is_booked=is_booked) or following in OPEN_STATES


def test_a_step_that_another_telephone_has_overtaken_is_refused() -> None:
    changed = Refusal("turn_changed")
    assert may_move(TurnState.CALLED, TurnState.CALLED, after=TurnState.WAITING, is_booked=False) == changed
    assert may_move(TurnState.SEEN, TurnState.LEFT, after=TurnState.SEEN, is_booked=False) == changed
    assert may_move(TurnState.WAITING, TurnState.BOOKED, after=TurnState.WAITING, is_booked=False) == changed


@given(st.lists(st.sampled_from(TurnState), min_size=1, max_size=12))
def test_the_instants_of_a_turn_say_how_far_it_has_come(steps: list[TurnState]) -> None:
    had: dict[str, datetime | None] = dict.fromkeys(("booked_at", "arrived_at", "called_at", "began_at", "ended_at"))
    for number, to in enumerate(steps):
        had |= stamps(to, had, now=START + number * MINUTE)
        assert (had["ended_at"] is None) == (to in OPEN_STATES)
    if steps[-1] is TurnState.WAITING:
        assert had["called_at"] is had["began_at"] is None


# The line: who is here, who is expected, and for how long the talk under way has lasted.
minutes = st.integers(-120, 0)
here = st.builds(lambda came, slot: (TurnState.WAITING, came, slot), minutes, st.none() | st.integers(-60, 90))
others = st.sampled_from(
    [(TurnState.BOOKED, None, 20), (TurnState.CALLED, -30, None), (TurnState.BEING_SEEN, -40, None)]
)


def line_of(said: list[tuple[TurnState, int | None, int | None]]) -> list[InLine]:
    return [
        InLine(
            TurnId(number),
            state,
            arrived_at=None if came is None else NOW + came * MINUTE,
            slot_at=None if slot is None else NOW + slot * MINUTE,
            began_at=NOW - 5 * MINUTE if state is TurnState.BEING_SEEN else None,
        )
        for number, (state, came, slot) in enumerate(said)
    ]


@given(st.lists(here | others, max_size=12))
def test_everybody_in_the_line_is_seen_and_no_two_at_once(said: list[tuple[TurnState, int | None, int | None]]) -> None:
    line = line_of(said)
    found = expected(line, begins_at=START, each=EACH, now=NOW)
    assert set(found) == {one.id for one in line if one.state in (TurnState.WAITING, TurnState.CALLED)}
    instants = list(found.values())
    assert all(at >= NOW for at in instants)
    assert all(later - earlier >= EACH for earlier, later in pairwise(instants))


@given(st.lists(here | others, max_size=12))
def test_who_walked_in_first_is_seen_first_of_those_who_walked_in(
    said: list[tuple[TurnState, int | None, int | None]],
) -> None:
    line = line_of(said)
    found = expected(line, begins_at=START, each=EACH, now=NOW)
    walked_in = [one for one in line if one.state is TurnState.WAITING and one.slot_at is None]
    in_order = sorted(walked_in, key=lambda one: (one.arrived_at, one.id))
    assert [each for each in found if each in {one.id for one in walked_in}] == [one.id for one in in_order]


def test_who_is_here_for_her_time_is_seen_at_it_though_others_came_before() -> None:
    walked_in = (TurnState.WAITING, -25, None)
    line = line_of([walked_in, walked_in, (TurnState.WAITING, -5, 20)])
    assert [(at - NOW) // MINUTE for at in expected(line, begins_at=START, each=EACH, now=NOW).values()] == [0, 20, 40]
    assert list(expected(line, begins_at=START, each=EACH, now=NOW)) == [0, 2, 1]


def test_a_time_is_kept_for_who_is_expected_and_for_ten_minutes_more() -> None:
    walked_in = (TurnState.WAITING, -25, None)
    kept = expected(line_of([walked_in, (TurnState.BOOKED, None, 5)]), begins_at=START, each=EACH, now=NOW)
    late = expected(line_of([walked_in, (TurnState.BOOKED, None, -11)]), begins_at=START, each=EACH, now=NOW)
    assert [(at - NOW) // MINUTE for at in (kept[TurnId(0)], late[TurnId(0)])] == [25, 0]


@pytest.mark.parametrize(("wait", "said"), [(0, 0), (1, 0), (2, 5), (5, 5), (17, 20), (20, 20), (21, 25)])
def test_a_wait_is_said_in_steps_of_five_minutes_rather_too_long(wait: int, said: int) -> None:
    assert about_minutes(NOW + wait * MINUTE, now=NOW) == said


@given(st.lists(st.timedeltas(timedelta(0), timedelta(hours=5)), max_size=20))
def test_a_talk_takes_about_as_long_as_those_before_it_within_bounds(lengths: list[timedelta]) -> None:
    usual = usual_length(EACH, lengths)
    assert EACH / 2 <= usual <= 2 * EACH
    if not lengths:
        assert usual == EACH


def test_small_counts_are_hidden_and_what_would_give_them_away() -> None:
    counted = {
        "ro": People(40, 9, 41, 12),
        "so": People(3, 0, 3, 0),
        "": People(60, 20, 55, 31),
        "ar": People(20, 8, 22, 9),
    }
    rows = dict(shown(counted, smallest_shown=8).rows)
    assert rows["so"][0] is rows["so"][2] is None
    for column in range(len(KINDS)):
        assert sum(row[column] is None for row in rows.values()) != 1
    assert next(iter(rows)) == ""


def test_where_nobody_came_nothing_stands_there() -> None:
    assert shown({"ro": People()}, smallest_shown=8).rows == ()
    assert added(People(1, 2, 3, 4), People(1, 1, 1, 1)) == People(2, 3, 4, 5)


def test_a_part_of_the_day_is_told_by_the_clocks_of_the_place() -> None:
    found = [part_of_day(datetime(2026, 7, 1, hour, tzinfo=UTC).astimezone(LONDON)) for hour in (10, 11, 16)]
    assert found == [PartOfDay.MORNING, PartOfDay.AFTERNOON, PartOfDay.EVENING]
