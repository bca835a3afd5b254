"""The need for an interpreter, counted: own language and interpreters count, a family member does not."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.contacts.actions.past import NewContact
from kith.contacts.queries.language import language_met, why_not_met
from kith.contacts.rules.contacts import HowWeTalked, Talk, TalkReason
from kith.contacts.rules.language import share_met, whys_shown
from kith.contacts.tests.test_contacts import a_visit
from kith.families.rules.codes import InterpreterNeed
from kith.kernel import clock
from kith.organisations.rules import Role
from testing.past import load
from testing.people import KITH, a_family, account_of, worker


@pytest.fixture
def talked(db):
    family_id = a_family()
    person = worker().membership_id

    def record(how, count=1, *, days_ago=0, need=InterpreterNeed.YES):
        reason = TalkReason.NOT_BOOKED if how in (HowWeTalked.FAMILY_MEMBER, HowWeTalked.FAILED) else None
        entry = a_visit(family_id, talk=Talk(how, reason), at=clock.now() - timedelta(days=days_ago))
        load(by=KITH, entries=[NewContact(family_id, person, entry, "ro", need)] * count)

    return record


def test_months_are_counted_by_whether_the_need_was_met(talked):
    talked(HowWeTalked.INTERPRETER_PHONE, 9)
    talked(HowWeTalked.HER_LANGUAGE, 2)
    talked(HowWeTalked.FAMILY_MEMBER, 3)
    talked(HowWeTalked.FAILED)
    talked(HowWeTalked.ENGLISH, 4)
    talked(HowWeTalked.ENGLISH, 5, need=InterpreterNeed.NO)
    talked(HowWeTalked.INTERPRETER_FACE, 1, days_ago=10)
    february, march = language_met(KITH, date(2026, 1, 1), date(2026, 3, 10))
    assert (february.first, february.contacts, february.met) == (date(2026, 2, 1), 1, 1)
    assert (march.contacts, march.met) == (19, 11)


def test_the_page_shows_shares_with_their_interval_and_hides_small_months(talked):
    talked(HowWeTalked.INTERPRETER_PHONE, 12)
    talked(HowWeTalked.FAMILY_MEMBER, 8)
    talked(HowWeTalked.INTERPRETER_FACE, 3, days_ago=10)
    client = Client()
    client.force_login(account_of(worker(Role.ANALYST)))
    shown = " ".join(client.get("/desk/language/").content.decode().split())
    assert "60.0%" in shown
    assert "38.7% to 78.1%" in shown
    assert "too few to show" in shown


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_share_never_rests_on_few_contacts(met, rest):
    found = share_met(met + rest, met, smallest_shown=8)
    if found is None:
        assert met + rest < 8 or 0 < met < 8 or 0 < rest < 8
    else:
        assert all(count == 0 or count >= 8 for count in (met, rest))
        assert found.share.lower <= met / (met + rest) <= found.share.upper


def test_why_the_need_was_not_met_is_counted_by_organisation_and_by_language(talked):
    talked(HowWeTalked.FAMILY_MEMBER, 9)
    talked(HowWeTalked.FAILED, 2)
    talked(HowWeTalked.ENGLISH, 3)
    talked(HowWeTalked.FAMILY_MEMBER, 3, need=InterpreterNeed.NO)
    by_organisation, by_language = why_not_met(KITH, date(2026, 1, 1), date(2026, 3, 10))
    assert list(by_organisation.values()) == [11]
    assert by_language == Counter({("ro", TalkReason.NOT_BOOKED): 11})


@given(st.lists(st.lists(st.integers(0, 12), min_size=2, max_size=2), min_size=1, max_size=3))
@settings(max_examples=12, deadline=None)
def test_no_small_count_of_why_is_ever_shown(table):
    reasons = (TalkReason.NOT_BOOKED, TalkReason.LINE_FAILED)
    counted = Counter(
        {
            (f"group {at}", reason): count
            for at, row in enumerate(table)
            for reason, count in zip(reasons, row, strict=True)
        }
    )
    shown = whys_shown(counted, smallest_shown=8)
    assert all(count is None or count == 0 or count >= 8 for _, counts in shown.rows for count in counts)


def test_the_page_says_why_and_hides_the_few(talked):
    talked(HowWeTalked.FAMILY_MEMBER, 40)
    client = Client()
    client.force_login(account_of(worker(Role.ANALYST)))
    shown = " ".join(client.get("/desk/language/").content.decode().split())
    assert "Why not, by organisation" in shown
    assert "No interpreter was booked" in shown
    assert "Romanian" in shown.partition("Why not, by the language")[2]


def test_the_page_hides_a_count_of_two(talked):
    talked(HowWeTalked.FAMILY_MEMBER, 2)
    client = Client()
    client.force_login(account_of(worker(Role.ANALYST)))
    assert "hidden" in client.get("/desk/language/").content.decode().partition("Why the need")[2]
