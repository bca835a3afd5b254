"""Which pairs are looked at, and what is paid back: decided without a database."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kith.peers.rules.checks import CheckFacts, may_answer
from kith.peers.rules.codes import CheckLevel, CheckState
from kith.peers.rules.matching import Wish, may_ask, may_weigh
from kith.peers.rules.supporting import (
    LookAt,
    NewCost,
    PaidState,
    Pair,
    PeerCost,
    may_be_away,
    may_claim,
    may_decide,
    may_supervise,
    may_take,
    to_look_at,
)

TODAY = date(2026, 11, 3)
LIMITS = {"silent": 14, "often": 5, "weeks": 26}
DAYS = st.integers(0, 120).map(lambda ago: TODAY - timedelta(days=ago))


def code(refusal):
    return refusal.code if refusal else ""


@given(st.sampled_from(CheckState), st.one_of(st.none(), DAYS), DAYS)
def test_a_check_holds_only_where_it_is_clear_until_the_day_or_none_is_needed(state, until_on, day):
    holds = CheckFacts(CheckLevel.ENHANCED, state, until_on).holds_on(day)
    is_clear = state is CheckState.CLEAR and until_on is not None and until_on >= day
    assert holds == (is_clear or state is CheckState.NOT_NEEDED)


def test_no_answer_follows_barred():
    for state in CheckState:
        refusal = may_answer(state, after=CheckState.BARRED, on=TODAY, today=TODAY, until_on=TODAY)
        assert code(refusal) == "changed_since"


def test_silent_too_often_and_too_long_are_told_apart():
    weeks = Pair(TODAY - timedelta(weeks=27), [TODAY])
    assert to_look_at(weeks, today=TODAY, **LIMITS) == (LookAt.TOO_LONG,)
    silent = Pair(TODAY - timedelta(days=14), [])
    assert to_look_at(silent, today=TODAY, **LIMITS) == (LookAt.SILENT,)
    often = Pair(TODAY - timedelta(days=20), [TODAY - timedelta(days=n % 6) for n in range(6)])
    assert to_look_at(often, today=TODAY, **LIMITS) == (LookAt.TOO_OFTEN,)
    assert to_look_at(Pair(TODAY - timedelta(days=13), []), today=TODAY, **LIMITS) == ()


def test_what_cannot_be_paid_back_says_why():
    old, future = TODAY - timedelta(days=93), TODAY + timedelta(days=1)
    assert code(may_claim(NewCost(PeerCost.OTHER, future, pence=1), today=TODAY)) == "peer_cost_in_the_future"
    assert code(may_claim(NewCost(PeerCost.OTHER, old, pence=1), today=TODAY)) == "peer_cost_too_old"
    assert code(may_claim(NewCost(PeerCost.MILEAGE, TODAY, pence=9), today=TODAY)) == "peer_cost_without_miles"
    assert code(may_claim(NewCost(PeerCost.OTHER, TODAY, miles=9), today=TODAY)) == "peer_cost_without_pounds"
    assert may_claim(NewCost(PeerCost.MILEAGE, TODAY, miles=9), today=TODAY) is None
    assert code(may_decide(PaidState.PAID, after=PaidState.CLAIMED, why="")) == "changed_since"
    assert code(may_decide(PaidState.REFUSED, after=PaidState.CLAIMED, why=" ")) == "peer_cost_refused_without_words"


def test_days_away_supervision_and_ratio_have_bounds():
    assert code(may_be_away(TODAY, TODAY - timedelta(days=1), today=TODAY)) == "peer_away_ends_too_soon"
    assert code(may_be_away(TODAY, TODAY + timedelta(days=184), today=TODAY)) == "peer_away_too_long"
    tomorrow = TODAY + timedelta(days=1)
    assert code(may_supervise(tomorrow, tomorrow, today=TODAY, words="x")) == "supervision_in_the_future"
    assert code(may_supervise(TODAY, TODAY, today=TODAY, words="x")) == "supervision_without_next"
    assert code(may_supervise(TODAY, tomorrow, today=TODAY, words=" ")) == "supervision_without_words"
    assert (code(may_take(8, 8)), may_take(7, 8)) == ("supervisor_full", None)


def test_what_nobody_can_ask_for_is_refused():
    assert code(may_ask(Wish(must=frozenset({"shoe:41"})))) == "wish_unknown"
    both = frozenset({"gender:woman"})
    assert code(may_ask(Wish(must=both, must_not=both))) == "wish_against_itself"
    assert code(may_weigh({"language": 3})) == "weight_out_of_bounds"
