"""What of a contact is refused, word for word, and the last thing that still can be."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kith.contacts.rules import contacts
from kith.contacts.rules.contacts import ContactEntry, ContactKind, ContactPlace, HowWeTalked, Talk, TalkReason
from kith.kernel.refusal import Refusal

NOW = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
MOMENT = timedelta(seconds=1)
ANA, BEA, CLEO = 1, 2, 3

VISIT = ContactEntry(ContactKind.PHONE, NOW, Talk(HowWeTalked.HER_LANGUAGE), minutes=20, parent_ids=frozenset({ANA}))
A_PLACE = next(iter(ContactPlace))
FACE_TO_FACE = next(kind for kind in ContactKind if kind not in contacts.AT_A_DISTANCE)


def contact(*, oldest=contacts.OLDEST, **changed):
    entry = replace(VISIT, **changed)
    return lambda: contacts.may_record_contact(entry, now=NOW, parents=[ANA], babies=[BEA], oldest=oldest)


CONTACTS = [
    (contact(), None),
    (contact(at=NOW + MOMENT), Refusal("contact_in_future")),
    (contact(at=NOW - timedelta(days=366)), None),
    (contact(at=NOW - timedelta(days=366) - MOMENT), Refusal("contact_too_long_ago")),
    (contact(at=NOW - timedelta(days=900), oldest=None), None),
    (contact(parent_ids=frozenset({CLEO})), Refusal("not_of_this_family")),
    (contact(baby_ids=frozenset({CLEO})), Refusal("not_of_this_family")),
    (contact(parent_ids=frozenset()), Refusal("nobody_was_there")),
    (contact(parent_ids=frozenset(), baby_ids=frozenset({BEA})), None),
    (contact(minutes=None), Refusal("minutes_missing")),
    (contact(minutes=None, kind=ContactKind.TEXT), None),
    (contact(minutes=0), Refusal("contact_minutes_impossible", most=600)),
    (contact(minutes=1), None),
    (contact(minutes=600), None),
    (contact(minutes=601), Refusal("contact_minutes_impossible", most=600)),
    (contact(place=A_PLACE), Refusal("place_at_a_distance")),
    (contact(kind=FACE_TO_FACE), Refusal("place_missing")),
    (contact(kind=FACE_TO_FACE, place=A_PLACE), None),
    (contact(talk=Talk(HowWeTalked.FAILED)), Refusal("reason_missing", how=HowWeTalked.FAILED)),
    (contact(talk=Talk(HowWeTalked.FAILED, TalkReason.WRONG_LANGUAGE)), None),
    (
        contact(talk=Talk(HowWeTalked.FAMILY_MEMBER, TalkReason.WRONG_LANGUAGE)),
        Refusal("reason_missing", how=HowWeTalked.FAMILY_MEMBER),
    ),
    (
        contact(talk=Talk(HowWeTalked.FAILED, TalkReason.SHE_ASKED)),
        Refusal("reason_missing", how=HowWeTalked.FAILED),
    ),
    (contact(talk=Talk(HowWeTalked.HER_LANGUAGE, TalkReason.URGENT)), Refusal("reason_without_cause")),
    (contact(talk=Talk(HowWeTalked.HER_LANGUAGE, None, 9)), Refusal("booking_not_for_this_talk")),
    (contact(talk=Talk(HowWeTalked.INTERPRETER_PHONE, None, 9)), None),
    (contact(talk=Talk(HowWeTalked.FAMILY_MEMBER, TalkReason.URGENT, 9)), None),
]


@pytest.mark.parametrize(("asked", "refusal"), [*CONTACTS])
def test_each_is_refused_by_exactly_these_words(asked, refusal):
    assert asked() == refusal
