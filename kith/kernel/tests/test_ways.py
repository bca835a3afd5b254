"""Which way is asked, who may stand in for it, and until when."""

from datetime import UTC, datetime, timedelta

import pytest

from kith.kernel.refusal import Refusal
from kith.kernel.ways import (
    PROPOSAL,
    ProposalFacts,
    ProposalState,
    Way,
    WayChange,
    Ways,
    changes,
    has_other_ways,
    may_be_second,
    mostly_hidden,
    who_confirms,
)

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
BOTH = Ways("+441", "ana@example.org")
WAITING = ProposalFacts(ProposalState.WAITING, NOON, proposed_by=7)


@pytest.mark.parametrize(
    ("before", "way", "asked"),
    [
        (BOTH, Way.PHONE, (Way.PHONE, "+441")),
        (BOTH, Way.EMAIL, (Way.EMAIL, "ana@example.org")),
        (Ways("+441"), Way.EMAIL, (Way.PHONE, "+441")),
        (Ways("+441", "ana@example.org", frozenset({Way.PHONE})), Way.PHONE, (Way.EMAIL, "ana@example.org")),
        (Ways("+441", unsafe=frozenset({Way.PHONE})), Way.PHONE, None),
        (Ways(), Way.PHONE, None),
    ],
)
def test_the_way_that_changes_is_asked_or_else_the_other_never_an_unsafe_one(before, way, asked):
    assert who_confirms(before, way) == asked


def test_only_what_differs_is_a_change():
    assert changes(BOTH, phone="+441", email="ana@example.org") == []
    assert changes(BOTH, phone="+442", email="") == [
        WayChange(Way.PHONE, "+441", "+442"),
        WayChange(Way.EMAIL, "ana@example.org", ""),
    ]


@pytest.mark.parametrize(
    ("person", "reason", "refusal"),
    [
        (7, "Met her today.", "way_needs_another_person"),
        (None, "Met her today.", "way_needs_another_person"),
        (8, "  lost    ", "way_reason_missing"),
        (8, "0123456789", None),
    ],
)
def test_the_second_person_is_another_one_and_says_why(person, reason, refusal):
    said = may_be_second(WAITING, membership_id=person, reason=reason)
    assert said == (Refusal(refusal) if refusal else None)


def test_a_proposal_is_open_for_a_week_and_until_it_is_settled():
    week = timedelta(days=7)
    assert WAITING.is_open(NOON + week - timedelta(seconds=1))
    assert not WAITING.is_open(NOON + week)
    settled = set(ProposalState) - {ProposalState.WAITING}
    assert not any(ProposalFacts(state, NOON, 7).is_open(NOON) for state in settled)
    assert PROPOSAL.settled == settled


@pytest.mark.parametrize(
    ("before", "other", "found"),
    [
        (BOTH, Ways("+441"), False),
        (BOTH, Ways("+442"), True),
        (Ways("+441"), BOTH, True),
        (Ways(), BOTH, False),
        (BOTH, Ways(), False),
    ],
)
def test_other_ways_are_those_that_stand_beside_none_of_the_same(before, other, found):
    assert has_other_ways(before, other) is found


@pytest.mark.parametrize(
    ("contact", "shown"), [("+447700900123", "…123"), ("ana@example.org", "a…@example.org"), ("", "")]
)
def test_a_contact_is_mostly_hidden(contact, shown):
    assert mostly_hidden(contact) == shown
