"""What equipment decides, without a database."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.equipment.rules.codes import Need, UnitState
from kith.equipment.rules.costs import Use
from kith.equipment.rules.forecast import forecast, ready_a_day
from kith.equipment.rules.holds import Hold, hold_until, is_over
from kith.equipment.rules.loans import LoanFacts, Reminder, may_extend, reminder_due
from kith.equipment.rules.need import Lane, decide, in_order
from kith.equipment.rules.tags import cleaned, one_tag
from kith.equipment.rules.units import BY_HAND, SHARE_OF, UNIT, Shown, UnitFacts, may_go_out, passes, shown_as
from kith.kernel.refusal import Refusal
from kith.stores.rules.codes import BatchId, MoveKind
from kith.stores.rules.stock import Shelf, first_to_expire, may_move, open_on_or_after

few = settings(max_examples=40, deadline=None)
S = UnitState
TODAY = date(2026, 3, 10)
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
ALL = frozenset(Need)
needs = st.sets(st.sampled_from(list(Need)))


@dataclass(frozen=True)
class Waits:
    """One in the line."""

    lane: Lane
    asked_at: datetime
    pk: int


@few
@given(needs, needs)
def test_the_rule_says_why_and_knows_nothing_but_the_needs_it_names(said, accepted):
    found = decide(said, accepted)
    assert set(found.why) == said & accepted
    assert found.is_met is bool(found.why)
    assert (found.lane is Lane.SAME_DAY) is (Need.NEONATAL in found.why)


@few
@given(st.lists(st.tuples(st.sampled_from(Lane), st.integers(0, 50)), max_size=12))
def test_the_line_is_by_lane_and_then_by_when_she_asked(said):
    waiting = [Waits(lane, NOON + timedelta(hours=at), number) for number, (lane, at) in enumerate(said)]
    order = in_order(waiting)
    assert sorted(order, key=lambda each: each.pk) == waiting
    for one, other in pairwise(order):
        assert (one.lane, one.asked_at) <= (other.lane, other.asked_at)


def test_what_comes_back_is_lent_only_by_way_of_a_check():
    for state in UnitState:
        for after in UNIT.following[state] & {S.AVAILABLE, S.HELD, S.ON_LOAN}:
            assert (state, after) in {
                (S.CHECKED, S.AVAILABLE),
                (S.CHECKED, S.HELD),
                (S.AVAILABLE, S.HELD),
                (S.HELD, S.AVAILABLE),
                (S.HELD, S.ON_LOAN),
            }
        assert set(BY_HAND[state]) <= UNIT.following[state]
    assert set(SHARE_OF) == set(UnitState)


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        (UnitFacts(S.ON_LOAN), "unit_on_loan"),
        (UnitFacts(S.HELD), "unit_held"),
        (UnitFacts(S.RETURNED), "unit_unchecked"),
        (UnitFacts(S.AVAILABLE, is_recalled=True), "unit_recalled"),
        (UnitFacts(S.AVAILABLE, electrical_test_on=TODAY - timedelta(days=1)), "unit_test_over"),
        (UnitFacts(S.AVAILABLE, service_on=TODAY - timedelta(days=1)), "unit_service_over"),
        (UnitFacts(S.AVAILABLE, electrical_test_on=TODAY), None),
    ],
)
def test_a_pump_goes_out_when_nothing_stands_against_it(unit, code):
    found = may_go_out(unit, is_held_for_her=False, today=TODAY)
    assert (found.code if found else None) == code


def test_due_and_overdue_follow_from_the_day_and_a_check_is_passed_by_every_point():
    days = [shown_as(S.ON_LOAN, TODAY + timedelta(days=left), today=TODAY, soon=5) for left in (30, 5, -1)]
    assert days == [S.ON_LOAN, Shown.DUE, Shown.OVERDUE]
    assert passes(["a", "b"], [True, True])
    assert not any([passes([], []), passes(["a"], []), passes(["a", "b"], [True, False])])


@few
@given(st.integers(0, 40), st.integers(0, 5), st.floats(0.01, 5))
def test_a_wait_lies_within_its_range_and_grows_with_the_line(ahead, ready, rate):
    one = forecast(ahead=ahead, ready=ready, ready_each_day=rate)
    more = forecast(ahead=ahead + 1, ready=ready, ready_each_day=rate)
    assert 0 <= one.low <= one.days <= one.high
    assert one.days <= more.days
    assert one.is_ready is (ahead < ready)


@few
@given(st.integers(0, 40), st.floats(0.01, 5), st.integers(1, 200))
def test_a_pace_that_is_little_known_widens_the_range(ahead, rate, known_from):
    sure = forecast(ahead=ahead, ready=0, ready_each_day=rate)
    unsure = forecast(ahead=ahead, ready=0, ready_each_day=rate, known_from=known_from)
    assert unsure.days == sure.days
    assert unsure.low <= sure.low + 1
    assert unsure.high >= sure.high - 1


def test_what_is_out_promises_pumps_where_none_has_come_back_yet():
    assert ready_a_day(came_ready=0, days=0, out=42, usual_loan=42) == 1
    assert ready_a_day(came_ready=91, days=91, out=0, usual_loan=42) < 1
    assert ready_a_day(came_ready=20, days=91, out=84, usual_loan=84) > 0.5


@few
@given(st.integers(0, 60), st.sets(st.integers(0, 6), min_size=1), st.integers(1, 14))
def test_a_hold_ends_on_an_open_day_and_never_while_the_pump_is_made_ready(after, open_days, days):
    ready_at = NOON + timedelta(days=after)
    until = hold_until(ready_at, days=days, open_on_or_after=lambda day: open_on_or_after(day, open_days, ()))
    assert until.weekday() in open_days
    assert until >= ready_at.date() + timedelta(days=days)
    late = until + timedelta(days=400)
    assert not is_over(Hold(S.CLEANING, None, None), today=late)
    assert not is_over(Hold(S.REPAIR, ready_at, until), today=late)
    assert is_over(Hold(S.HELD, ready_at, until), today=late) and not is_over(
        Hold(S.HELD, ready_at, until), today=until
    )


LOAN = LoanFacts(due_on=TODAY + timedelta(days=3))


@pytest.mark.parametrize(
    ("loan", "is_awake", "which"),
    [
        (LOAN, True, Reminder.BEFORE),
        (LOAN, False, None),
        (replace(LOAN, is_bereaved=True), True, None),
        (replace(LOAN, is_collected=True), True, None),
        (replace(LOAN, agreed_to_reminders=False), True, None),
        (replace(LOAN, reminded_before_for=LOAN.due_on), True, None),
        (replace(LOAN, due_on=TODAY + timedelta(days=9)), True, None),
        (replace(LOAN, due_on=TODAY - timedelta(days=1)), True, None),
        (replace(LOAN, due_on=TODAY - timedelta(days=2)), True, Reminder.AFTER),
        (replace(LOAN, due_on=TODAY - timedelta(days=9), reminded_after_on=TODAY - timedelta(days=6)), True, None),
        (replace(LOAN, due_on=TODAY - timedelta(days=90), after_count=3), True, None),
    ],
)
def test_reminders_are_kind_and_few(loan, is_awake, which):
    assert reminder_due(loan, now=NOON, is_awake=is_awake) is which


def test_a_pump_is_kept_longer_unless_others_wait():
    ask = {"waiting": 0, "ready": 0, "most": 2, "today": TODAY}
    assert may_extend(LOAN, **ask) is None
    assert may_extend(LOAN, **ask | {"waiting": 1}).code == "others_wait"
    assert may_extend(LOAN, **ask | {"waiting": 1, "ready": 1}) is None
    assert may_extend(replace(LOAN, extended_count=2), **ask).code == "extended_enough"
    assert may_extend(replace(LOAN, due_on=TODAY + timedelta(days=60)), **ask).code == "extended_too_early"


@pytest.mark.parametrize(
    ("read", "found"),
    [
        (["p-014 "], "P-014"),
        (["P-014", "p-014"], "P-014"),
        ([], "picture_no_tag"),
        (["P-014", "P-015"], "picture_several"),
    ],
)
def test_a_picture_names_one_pump_or_says_what_to_do(read, found):
    tag = one_tag(read)
    assert tag.code.startswith(found) if isinstance(tag, Refusal) else cleaned(tag) == found


KIT = Shelf(BatchId(1), "L-1", on_hand=3, lost=1, expires_on=TODAY)


@pytest.mark.parametrize(
    ("shelf", "kind", "count", "code"),
    [
        (KIT, MoveKind.GIVEN, 3, None),
        (KIT, MoveKind.GIVEN, 4, "stock_too_few"),
        (KIT, MoveKind.FOUND, 1, None),
        (KIT, MoveKind.FOUND, 2, "stock_never_lost"),
        (KIT, MoveKind.DISCARDED, 4, "stock_too_few"),
        (KIT, MoveKind.BOUGHT, 0, "stock_count"),
        (replace(KIT, is_recalled=True), MoveKind.GIVEN, 1, "batch_recalled"),
        (replace(KIT, expires_on=TODAY - timedelta(days=1)), MoveKind.GIVEN, 1, "batch_expired"),
        (replace(KIT, expires_on=TODAY - timedelta(days=1)), MoveKind.DISCARDED, 1, None),
    ],
)
def test_stock_is_never_below_none_and_never_made_from_nothing(shelf, kind, count, code):
    found = may_move(shelf, kind, count, today=TODAY)
    assert (found.code if found else None) == code


def test_what_expires_first_is_given_first():
    later = replace(KIT, batch_id=BatchId(2), expires_on=TODAY + timedelta(days=9))
    assert first_to_expire([later, KIT], today=TODAY) == KIT
    assert first_to_expire([later, KIT], today=TODAY + timedelta(days=1)) == later
    assert first_to_expire([replace(KIT, on_hand=0)], today=TODAY) is None


def test_a_pump_costs_what_a_week_with_a_family_costs():
    use = Use(date(2024, 2, 29), 120_000, loans=10, days_out=420, helped=8, answered=9, lasts_years=7)
    assert (use.pence_a_week(), use.replace_on()) == (2000, date(2031, 2, 28))
    assert replace(use, days_out=0).pence_a_week() is None
