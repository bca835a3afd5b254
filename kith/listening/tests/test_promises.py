"""Promises have one owner and one day, are seen to be unkept by themselves, and small counts are not said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.listening.rules.codes import THEMES, ThemeState
from kith.listening.rules.promises import (
    Promise,
    Record,
    Stage,
    is_unkept,
    may_promise,
    may_reply,
    may_settle,
    record_of,
    shown,
)

TODAY = date(2026, 3, 2)
DAYS = st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days))


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def code(refusal) -> str:
    return refusal.code if refusal else ""


@pytest.mark.parametrize(
    ("promise", "refused"),
    [
        (Promise(ThemeState.PLANNED, "We bring a heater", 1, TODAY), ""),
        (Promise(ThemeState.PLANNED, " ", 1, TODAY), "promise_without_words"),
        (Promise(ThemeState.PLANNED, "We bring a heater", None, TODAY), "decision_without_owner"),
        (Promise(ThemeState.PLANNED, "We bring a heater", 1, TODAY - timedelta(days=1)), "promise_due_past"),
        (Promise(ThemeState.PLANNED, "We bring a heater", 1, None), "promise_due_past"),
        (Promise(ThemeState.PLANNED, "Ring 07700 900123", 1, TODAY), "particulars_left"),
    ],
)
def test_a_promise_has_words_one_owner_and_a_day_to_come(promise, refused):
    assert code(may_promise(promise, after=ThemeState.HEARD, today=TODAY)) == refused


@given(DAYS, st.sampled_from(ThemeState), st.one_of(st.none(), DAYS))
def test_a_promise_past_its_day_is_unkept_by_itself_and_a_late_one_stays_so(due_on, state, settled_on):
    promise = Promise(state, "We do", 1, due_on, settled_on)
    expected = state in (ThemeState.PLANNED, ThemeState.DONE) and (settled_on or TODAY) > due_on
    assert is_unkept(promise, TODAY) is expected


@pytest.mark.parametrize(
    ("stages", "found"),
    [
        ([("planned", -9, -2)], Record(0, (day(-2),), None, False)),
        ([("planned", -9, 2)], Record(0, (), None, True)),
        ([("planned", -9, -2), ("done", -3, None)], Record(1, (), None, False)),
        ([("planned", -9, -2), ("done", -1, None)], Record(0, (day(-2),), None, False)),
        ([("planned", -9, -5), ("planned", -3, 9)], Record(0, (day(-5),), None, True)),
        ([("planned", -9, -5), ("planned", -6, 9)], Record(0, (), day(-5), True)),
        ([("planned", -9, -5), ("cannot", -2, None)], Record(0, (day(-5),), None, False)),
        ([("heard", -9, None), ("cannot", -2, None)], Record(0, (), None, False)),
    ],
)
def test_a_promise_made_anew_after_its_day_still_shows_as_not_kept(stages, found):
    said = [Stage(ThemeState(state), day(on), due if due is None else day(due)) for state, on, due in stages]
    assert record_of([Stage(ThemeState.HEARD, day(-20)), *said], TODAY) == found


def test_what_cannot_be_done_says_why_and_what_is_done_says_what():
    assert code(may_settle(ThemeState.CANNOT, after=ThemeState.HEARD, words="")) == "outcome_without_words"
    assert may_settle(ThemeState.CANNOT, after=ThemeState.PLANNED, words="The hall is sold.") is None
    assert code(may_settle(ThemeState.DONE, after=ThemeState.CANNOT, words="Done")) == "theme_not_now"


def test_a_reply_has_words_of_a_language_in_which_people_wrote():
    assert code(may_reply("", language="ro", is_here=True)) == "reply_without_words"
    assert code(may_reply("Da", language="pl", is_here=False)) == "nobody_wrote_in_language"
    assert may_reply("Da", language="ro", is_here=True) is None


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 40)), st.integers(2, 8))
def test_small_counts_cannot_be_worked_out_from_the_total(counts, least):
    said = shown(counts, least=least)
    hidden = [counts[group] for group, count in said.items() if count is None]
    assert all(count is None or count == 0 or count >= least for count in said.values())
    assert {group for group, count in counts.items() if 0 < count < least} <= {g for g, c in said.items() if c is None}
    everything = all(count is None or count == 0 for count in said.values())
    assert not hidden or everything or (len(hidden) >= 2 and sum(hidden) >= 2 * least)


def test_each_state_of_a_theme_can_be_left_for_a_new_promise():
    assert all(ThemeState.PLANNED in following for following in THEMES.following.values())
