"""The rules of contacts hold for every entry that a worker could make."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kith.contacts.rules.contacts import (
    AT_A_DISTANCE,
    HER_NEED_WAS_MET,
    REASONS,
    WITH_INTERPRETER,
    ContactEntry,
    ContactKind,
    ContactPlace,
    HowWeTalked,
    Offer,
    Talk,
    TalkReason,
    may_record_contact,
)
from kith.kernel.ids import new_uuid

NOW = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
PARENTS, BABIES, STRANGERS = ([new_uuid() for _ in range(2)] for _ in range(3))
people = st.frozensets(st.sampled_from([*PARENTS, *STRANGERS[:1]]), max_size=2)
babies = st.frozensets(st.sampled_from([*BABIES, *STRANGERS[1:]]), max_size=2)
entries = st.builds(
    ContactEntry,
    kind=st.sampled_from(ContactKind),
    at=st.datetimes(NOW.replace(tzinfo=None) - timedelta(days=400), NOW.replace(tzinfo=None) + timedelta(days=2)).map(
        lambda at: at.replace(tzinfo=UTC)
    ),
    talk=st.builds(
        Talk,
        how=st.sampled_from(HowWeTalked),
        reason=st.none() | st.sampled_from(TalkReason),
        booking_id=st.none() | st.just(new_uuid()),
    ),
    minutes=st.none() | st.integers(-5, 700),
    place=st.none() | st.sampled_from(ContactPlace),
    parent_ids=people,
    baby_ids=babies,
    offered=st.frozensets(st.sampled_from(Offer)),
)


@given(entries)
def test_whatever_is_let_in_says_how_they_talked_with_whom_where_and_how_long(entry):
    if may_record_contact(entry, now=NOW, parents=PARENTS, babies=BABIES):
        return
    talk = entry.talk
    assert (talk.reason in REASONS.get(talk.how, ())) is (talk.reason is not None)
    assert (talk.how in REASONS) is (talk.reason is not None)
    assert talk.booking_id is None or talk.how in WITH_INTERPRETER | set(REASONS)
    assert (entry.place is None) is (entry.kind in AT_A_DISTANCE)
    assert entry.minutes in range(1, 601) or (entry.minutes is None and entry.kind is ContactKind.TEXT)
    assert entry.parent_ids | entry.baby_ids
    assert entry.parent_ids <= set(PARENTS)
    assert entry.baby_ids <= set(BABIES)
    assert NOW - timedelta(days=366) <= entry.at <= NOW


@given(entries)
def test_whatever_is_refused_becomes_right_when_the_fault_is_mended(entry):
    refusal = may_record_contact(entry, now=NOW, parents=PARENTS, babies=BABIES)
    mended = ContactEntry(
        kind=entry.kind,
        at=min(max(entry.at, NOW - timedelta(days=366)), NOW),
        talk=Talk(entry.talk.how, min(REASONS.get(entry.talk.how, ()), default=None)),
        minutes=5,
        place=None if entry.kind in AT_A_DISTANCE else ContactPlace.HOME,
        parent_ids=frozenset(PARENTS),
    )
    assert may_record_contact(mended, now=NOW, parents=PARENTS, babies=BABIES) is None
    assert refusal is None or refusal.code


def test_a_family_member_and_a_failed_talk_never_count_as_met():
    assert not HER_NEED_WAS_MET & set(REASONS)
    assert HowWeTalked.ENGLISH not in HER_NEED_WAS_MET
