"""What a referral may become, whose it is meanwhile, and its clocks, for any history that the rules allow."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kith.referrals.rules.clocks import (
    USUAL_PROMISES,
    ClockKind,
    ReminderLevel,
    Urgency,
    clock_after,
    is_forgotten,
    reminders_due,
    time_left,
)
from kith.referrals.rules.needs import SHARED, Particular, ReferralNeed
from kith.referrals.rules.referrals import (
    CLOSED,
    OPEN,
    REFERRAL_REASONS,
    Move,
    Party,
    ReferralFacts,
    ReferralReason,
    ReferralState,
    may_move,
    moves_from,
    owner_of,
    tries_after,
)

NOW = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
states, parties = st.sampled_from(ReferralState), st.frozensets(st.sampled_from(Party))
facts = st.builds(ReferralFacts, states, st.integers(0, 9), st.integers(1, 5), st.booleans())


@given(facts, parties)
def test_from_a_closed_one_nothing_moves_and_an_open_one_can_always_be_taken_back(found, who):
    moves = moves_from(found, who)
    assert bool(moves) == (found.state in OPEN and bool(who))
    assert not moves or ReferralState.WITHDRAWN in moves


@given(states, st.booleans())
def test_an_open_one_is_always_somebodys_and_a_closed_one_nobodys(state, is_self):
    assert (owner_of(state, is_self=is_self) is None) == (state in CLOSED)


@given(facts)
def test_whoever_has_it_can_always_move_it_on(found):
    owner = owner_of(found.state, is_self=found.is_self)
    if owner:
        assert moves_from(found, frozenset({owner})) - {ReferralState.WITHDRAWN}


@given(facts, parties, states, st.sampled_from([None, *ReferralReason]))
def test_what_needs_a_reason_is_never_moved_without_a_fitting_one(found, who, to, reason):
    refusal = may_move(found, Move(to, reason), parties=who, today=NOW.date())
    if refusal is None and to in REFERRAL_REASONS:
        assert reason in REFERRAL_REASONS[to]


@given(st.integers(0, 9))
def test_sent_again_counting_begins_anew(tries):
    found = ReferralFacts(ReferralState.NO_CONTACT, tries)
    assert tries_after(found, ReferralState.SENT) == 0
    assert tries_after(found, ReferralState.TRIED) == tries + 1


@given(st.sampled_from(Urgency), st.integers(0, 300), st.integers(0, 2000))
def test_a_pause_takes_nothing_from_the_time_promised(urgency, before, pause):
    promise = USUAL_PROMISES[urgency]
    sent = clock_after(None, Move(ReferralState.SENT), at=NOW, promise=promise)
    asked_at = NOW + timedelta(hours=before)
    asked = clock_after(sent, Move(ReferralState.MORE_NEEDED), at=asked_at, promise=promise)
    left = promise.answer - timedelta(hours=before)
    assert time_left(asked, ReferralState.MORE_NEEDED, now=asked_at + timedelta(hours=pause)) == left
    back_at = asked_at + timedelta(hours=pause)
    back = clock_after(asked, Move(ReferralState.RECEIVED), at=back_at, promise=promise)
    assert time_left(back, ReferralState.RECEIVED, now=back_at) == left


@given(st.sampled_from([kind for kind in ClockKind if kind is not ClockKind.DRAFT]), st.integers(-400, 400))
def test_reminders_come_in_their_order_and_late_ones_only_once_it_is_late(kind, hours):
    due = NOW
    levels = reminders_due(kind, due, USUAL_PROMISES[Urgency.ROUTINE], now=NOW + timedelta(hours=hours))
    assert levels == tuple(ReminderLevel)[: len(levels)]
    assert (ReminderLevel.BREACH in levels) == (hours >= 0)


@given(st.integers(0, 5000))
def test_what_waits_on_the_receiver_is_never_forgotten(hours):
    for kind in (ClockKind.ANSWER, ClockKind.CONTACT, ClockKind.OUTCOME):
        assert not is_forgotten(kind, NOW, now=NOW + timedelta(hours=hours))


def test_each_need_shares_a_name_and_no_need_everything():
    assert set(SHARED) == set(ReferralNeed)
    for shared in SHARED.values():
        assert Particular.NAME in shared
        assert shared < set(Particular)
