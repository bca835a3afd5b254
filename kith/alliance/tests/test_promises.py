"""Promises have one owner and one day, are seen to be unkept by themselves, and small counts are not said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.alliance.rules.codes import THEMES, AgendaKind, MeetingState, ThemeState
from kith.alliance.rules.meetings import (
    NewDecision,
    Point,
    in_order,
    may_add_point,
    may_approve,
    may_decide,
    may_move_meeting,
)
from kith.alliance.rules.promises import Promise, is_unkept, may_promise, may_reply, may_settle, shown

TODAY = date(2026, 3, 2)
DAYS = st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days))


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


@given(st.permutations(list(AgendaKind)))
def test_an_agenda_begins_with_what_was_not_kept(kinds):
    points = [Point(kind, kind.value, TODAY) for kind in kinds]
    assert [each.kind for each in in_order([*points, points[0]])][:2] == [
        AgendaKind.UNKEPT_PROMISE,
        AgendaKind.LATE_ACTION,
    ]
    assert len(in_order([*points, points[0]])) == len(AgendaKind)


@pytest.mark.parametrize(
    ("new", "is_working", "refused"),
    [
        (NewDecision("We buy it", "Buy it", 1, TODAY), True, ""),
        (NewDecision("We buy it", "Buy it", None, TODAY), True, "decision_without_owner"),
        (NewDecision("We buy it", "Buy it", 1, TODAY), False, "alliance_owner_left"),
        (NewDecision("We buy it", "", 1, TODAY), True, "decision_without_words"),
        (NewDecision("We buy it", "Buy it", 1, None), True, "promise_due_past"),
    ],
)
def test_a_decision_has_an_owner_who_works_here_and_a_day(new, is_working, refused):
    assert code(may_decide(MeetingState.HELD, new, is_working=is_working, today=TODAY)) == refused


def test_papers_that_are_frozen_take_no_more_points_and_a_meeting_goes_one_way():
    assert code(may_add_point(MeetingState.FROZEN, "Tea")) == "papers_are_frozen"
    assert may_add_point(MeetingState.PLANNED, "Tea") is None
    assert code(may_move_meeting(MeetingState.PLANNED, after=MeetingState.HELD)) == "meeting_not_now"


def test_minutes_that_name_a_person_are_not_made_public():
    assert code(may_approve(["Megan buys it"], names={"Megan Ashcombe"}, is_chair=True)) == "names_in_minutes"
    assert code(may_approve(["A heater is bought"], names={"Megan Ashcombe"}, is_chair=False)) == "chair_approves"
    assert may_approve(["A heater is bought"], names={"Megan Ashcombe"}, is_chair=True) is None


def test_each_state_of_a_theme_can_be_left_for_a_new_promise():
    assert all(ThemeState.PLANNED in following for following in THEMES.following.values())
