"""Agendas, decisions and minutes: what comes first, what is a decision, and what the public may read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.alliance.rules.codes import AgendaKind, MeetingState
from kith.alliance.rules.meetings import (
    NewDecision,
    Point,
    in_order,
    may_add_point,
    may_approve,
    may_decide,
    may_move_meeting,
)

TODAY = date(2026, 3, 2)


def code(refusal) -> str:
    return refusal.code if refusal else ""


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
