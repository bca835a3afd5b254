"""Nothing is paid without a yes; what is paid stands in writing first; totals tell of no member."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.ids import MembershipId, OrganisationId, ServiceId
from kith.kernel.quarter import Quarter
from kith.panels.rules.codes import (
    ANSWERS_OF,
    EXPENSES,
    MEMBERS,
    ExpenseKind,
    ExpenseState,
    MemberKind,
    MemberState,
    Naming,
    PassedAnswer,
    Paying,
    TotalOf,
)
from kith.panels.rules.crediting import may_be_named
from kith.panels.rules.findings import NewPassing, changed_by, is_late, may_answer_finding, may_pass, may_plan
from kith.panels.rules.joining import GOOD_FOR, NewTerms, Person, may_agree, may_invite, may_write_terms
from kith.panels.rules.money import (
    LATEST,
    NewExpense,
    PaymentFacts,
    is_due,
    may_answer,
    may_claim,
    may_move_expense,
    may_offer,
    may_pay,
)
from kith.panels.rules.totals import lines_shown
from kith.panels.wording.codes import ANSWERS

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
TODAY = NOW.date()
ANA = Person("Ana", "ana@example.org", "", "ro", MemberKind.PARENT)
BUS = NewExpense(ExpenseKind.TRAVEL, 450, TODAY)


def code(refusal: object) -> str:
    return getattr(refusal, "code", "")


@given(st.sampled_from(Paying), st.booleans(), st.integers(1, 9000))
def test_only_what_she_accepted_is_ever_due(answer, is_paid, pence):
    payment = PaymentFacts(pence, answer, is_paid)
    assert is_due(payment) == (answer is Paying.ACCEPTED and not is_paid) == (may_pay(payment) is None)
    assert (may_answer(payment) is None) == (not is_paid)


@given(st.sampled_from(MemberState), st.integers(0, 5000), st.booleans())
def test_a_payment_is_offered_to_who_came_and_only_where_the_terms_name_an_amount(state, pence, has_come):
    offered = may_offer(state, pence=pence, has_come=has_come)
    assert offered == (has_come and pence > 0 and state in (MemberState.MEMBER, MemberState.LEFT))


def test_nobody_is_invited_before_what_is_paid_is_written():
    assert code(may_invite(ANA, has_terms=False, is_panel_open=True)) == "panel_without_terms"
    assert code(may_invite(ANA, has_terms=True, is_panel_open=False)) == "panel_closed"
    assert code(may_invite(replace(ANA, email=""), has_terms=True, is_panel_open=True)) == "member_without_contact"
    assert may_invite(ANA, has_terms=True, is_panel_open=True) is None


@pytest.mark.parametrize(
    ("pence", "advice", "refused"),
    [
        (0, "", ""),
        (2000, "Advice line", ""),
        (2000, " ", "terms_without_benefits_advice"),
        (50_001, "Line", "terms_amount_out_of_range"),
    ],
)
def test_who_pays_names_who_advises_on_benefits(pence, advice, refused):
    assert code(may_write_terms(NewTerms(pence, (), False, 14, advice))) == refused


@given(st.integers(0, 90), st.integers(1, 3), st.integers(1, 3), st.sampled_from(MemberState))
def test_she_agrees_to_the_terms_she_has_read_and_in_time(days, read, sent, after):
    at = NOW - timedelta(days=days)
    refusal = may_agree(after, invited_at=at, now=NOW, read_terms=read, terms=sent)
    assert (refusal is None) == (after is MemberState.INVITED and days <= GOOD_FOR.days and read == sent)


def test_every_state_is_left_or_taken_up_again_and_a_member_can_always_leave():
    assert MEMBERS.allows(MemberState.LEFT, after=MemberState.MEMBER)
    assert not MEMBERS.allows(MemberState.MEMBER, after=MemberState.WISHED)
    assert EXPENSES.settled == {ExpenseState.PAID}


@pytest.mark.parametrize(
    ("new", "state", "refused"),
    [
        (BUS, MemberState.MEMBER, ""),
        (BUS, MemberState.LEFT, ""),
        (BUS, MemberState.INVITED, "expense_of_no_member"),
        (replace(BUS, kind=ExpenseKind.FOOD), MemberState.MEMBER, "expense_not_in_terms"),
        (replace(BUS, pence=0), MemberState.MEMBER, "expense_amount_out_of_range"),
        (replace(BUS, spent_on=TODAY + timedelta(days=1)), MemberState.MEMBER, "expense_day_out_of_range"),
        (replace(BUS, spent_on=TODAY - LATEST - timedelta(days=1)), MemberState.MEMBER, "expense_day_out_of_range"),
    ],
)
def test_an_expense_is_claimed_by_a_member_within_the_terms(new, state, refused):
    assert code(may_claim(new, state=state, in_terms=(ExpenseKind.TRAVEL,), today=TODAY)) == refused


def test_a_refused_expense_says_why_and_none_is_paid_before_it_is_approved():
    assert code(may_move_expense(ExpenseState.PAID, after=ExpenseState.CLAIMED)) == "expense_not_now"
    no = ExpenseState.REFUSED
    assert code(may_move_expense(no, after=ExpenseState.CLAIMED)) == "expense_refused_without_reason"
    assert may_move_expense(no, after=ExpenseState.CLAIMED, why="Not for the panel") is None


def test_a_finding_goes_to_a_service_and_a_person_of_the_organisation():
    new = NewPassing(OrganisationId(1), ServiceId(2), MembershipId(3), TODAY + timedelta(days=28))
    ours, theirs = OrganisationId(1), OrganisationId(9)
    assert may_pass(new, service_of=ours, answerer_of=ours, today=TODAY) is None
    assert code(may_pass(new, service_of=theirs, answerer_of=ours, today=TODAY)) == "finding_service_of_others"
    assert code(may_pass(new, service_of=ours, answerer_of=None, today=TODAY)) == "finding_person_of_others"
    assert (
        code(may_pass(replace(new, due_on=TODAY), service_of=ours, answerer_of=ours, today=TODAY)) == "finding_day_gone"
    )


def test_an_answer_has_words_a_plan_is_answered_again_and_what_is_unanswered_is_late():
    assert code(may_answer_finding(PassedAnswer.DONE, " ", is_answered=False)) == "finding_answer_without_words"
    assert code(may_answer_finding(PassedAnswer.PLANNED, "Soon", is_answered=True)) == "finding_answered_already"
    assert may_answer_finding(PassedAnswer.DONE, "There is a ramp", is_answered=True) is None
    assert is_late(TODAY - timedelta(days=1), None, today=TODAY)
    assert not is_late(TODAY - timedelta(days=1), PassedAnswer.PLANNED, today=TODAY)
    changed = changed_by([PassedAnswer.DONE, None])
    assert (changed.passed, changed.waiting) == (2, 1)
    assert code(may_plan(NOW, "Hub", "What helps?", now=NOW)) == "panel_session_in_the_past"


@pytest.mark.parametrize("name", ["ana@example.org", "07700 900123", "https://ana.example", "www.ana"])
def test_a_name_on_the_public_page_reaches_nobody(name):
    assert code(may_be_named(Naming.NAMED, name)) == "credit_reaches_a_person"
    assert may_be_named(Naming.NAMED, "Ana P.") is None
    assert code(may_be_named(Naming.NAMED, "")) == "credit_without_name"


TALLIES = st.dictionaries(
    st.tuples(
        st.sampled_from([Quarter(2025, 3), Quarter(2025, 4), Quarter(2026, 1)]),
        st.just(TotalOf.SEX),
        st.sampled_from([str(each) for each in ANSWERS_OF[TotalOf.SEX]]),
    ),
    st.integers(0, 30),
)


@given(TALLIES, st.integers(5, 12))
def test_totals_are_of_quarters_that_are_over_and_show_no_small_count(tallies, smallest):
    lines = lines_shown(tallies, now=Quarter(2026, 1), smallest_shown=smallest)
    assert all(line.quarter < Quarter(2026, 1) for line in lines)
    for line in lines:
        for answer, count in line.counts:
            assert count in (None, tallies.get((line.quarter, line.of, str(answer)), 0))
            assert not count or count >= smallest


def test_every_answer_has_words():
    assert {of: set(words) for of, words in ANSWERS.items()} == {of: set(codes) for of, codes in ANSWERS_OF.items()}
