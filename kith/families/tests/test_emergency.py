"""A record opened without consent: by exact particulars, for one person and some hours, all concerned notified."""

from datetime import date, timedelta
from functools import partial

import pytest

from kith.families.actions import emergency
from kith.families.actions.consenting import Said, record_answer
from kith.families.actions.emergency import Identifiers, open_in_emergency
from kith.families.actions.registering import register_family
from kith.families.models.emergency import EmergencyOpening, EmergencySearch
from kith.families.queries.page import family_page
from kith.families.queries.reach import may_open
from kith.families.queries.record_reads import record_reads
from kith.families.rules.codes import Purpose
from kith.families.rules.entries import NewBaby, NewFamily, NewParent
from kith.families.rules.trust import EmergencyReason, HowSaid
from kith.kernel import choices
from kith.kernel import clock as kernel_clock
from kith.kernel.choices.place import EMERGENCY_FAILED_SEARCHES
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import Forbidden
from kith.platform.audit.models import AuditEntry
from kith.platform.listing import ListAsked
from kith.platform.outbox.models import OutboxEvent
from testing.people import (
    KITH,
    a_family,
    at_the_same_moment,
    look_together,
    organisation,
    parent_of,
    worker,
)

pytestmark = pytest.mark.django_db
BORN = date(2026, 1, 13)
"""Eight weeks before the day at which the clock of a test begins."""


@pytest.fixture
def midwife(db):
    return worker(Role.MIDWIFE, name="Dilys Okoro")


def open_it(by, *, words="Baby found cold and alone", **who):
    said = {"name": "Ștefania Tănase", "born_on": BORN} | who
    return open_in_emergency(by=by, who=Identifiers(**said), reason=EmergencyReason.BABY_IN_DANGER, words=words)


def a_stranger(**more):
    return a_family(name="Ștefania Tănase", **more)


def test_exact_particulars_open_the_record_for_that_person_only(midwife):
    family_id = a_stranger()
    colleague = worker(Role.MIDWIFE, at=next(iter(midwife.organisation_ids)))
    assert not may_open(midwife, family_id)
    assert open_it(midwife, name="stefania TANASE") == family_id
    assert may_open(midwife, family_id)
    assert not may_open(colleague, family_id)
    assert family_page(midwife, family_id).main_parent.name == "Ștefania Tănase"


def test_it_closes_by_itself_to_the_second(midwife, clock):
    family_id = a_stranger()
    open_it(midwife)
    clock.advance(hours=24, seconds=-1)
    assert may_open(midwife, family_id)
    clock.advance(seconds=1)
    assert not may_open(midwife, family_id)
    assert open_it(midwife) == family_id
    assert EmergencyOpening.objects.count() == 2


def test_opened_twice_it_is_open_once_and_what_is_open_anyway_is_not_opened(midwife):
    family_id = a_stranger()
    assert open_it(midwife) == open_it(midwife) == family_id
    assert EmergencyOpening.objects.count() == 1
    (own,) = midwife.organisation_ids
    known = a_family(own, name="Ana Pop")
    assert open_it(midwife, name="Ana Pop") == known
    assert EmergencyOpening.objects.count() == 1


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ({"name": "Stefania Tanas"}, "nobody_found"),
        ({"born_on": None}, "nothing_to_find_by"),
        ({"name": " "}, "nothing_to_find_by"),
        ({"nhs_number": "9434765919"}, "nobody_found"),
    ],
)
def test_what_is_not_exact_finds_nobody_and_is_written_down(midwife, who, code):
    a_stranger()
    with pytest.raises(Refusal, match=code):
        open_it(midwife, **who)
    assert not EmergencyOpening.objects.exists()
    searched = AuditEntry.objects.filter(action="families.emergency_search_failed", membership_id=midwife.membership_id)
    assert searched.exists() == (code == "nobody_found")


def test_an_nhs_number_of_parent_or_baby_finds_the_record(midwife):
    baby = NewBaby(kernel_clock.today(), nhs_number="9434765919")
    family_id = register_family(by=KITH, family=NewFamily((NewParent("Ana", "Pop"),), babies=(baby,)))
    assert open_it(midwife, name="", born_on=None, nhs_number="9434765919") == family_id


def test_two_that_fit_open_neither(midwife):
    a_stranger()
    a_stranger()
    with pytest.raises(Refusal, match="more_than_one_found"):
        open_it(midwife)
    assert not EmergencyOpening.objects.exists()


def test_a_reason_in_words_is_asked_and_only_caring_roles_may(midwife):
    a_stranger()
    with pytest.raises(Refusal, match="say_more"):
        open_it(midwife, words="urgent")
    with pytest.raises(Forbidden):
        open_it(worker(Role.PEER_SUPPORTER))


def test_the_family_reads_who_looked_and_why_and_others_are_told(midwife):
    family_id = a_stranger(phone="+447700900123")
    _, parent = parent_of(family_id)
    open_it(midwife)
    family_page(midwife, family_id)
    (look,) = record_reads(parent, family_id, ListAsked()).rows
    assert look.by
    assert (look.by.name, look.reason, look.words) == (
        "Dilys Okoro",
        EmergencyReason.BABY_IN_DANGER,
        "Baby found cold and alone",
    )
    assert OutboxEvent.objects.filter(name="families.RecordOpenedInEmergency").count() == 1
    assert "cold" not in str(list(OutboxEvent.objects.values_list("payload", flat=True)))
    assert "cold" not in str(list(AuditEntry.objects.values_list("facts", flat=True)))


def test_while_it_is_open_she_can_be_asked_for_consent(midwife):
    family_id, charity = a_stranger(), organisation()
    open_it(midwife)
    record_answer(
        by=midwife,
        family_id=family_id,
        organisation_ids=[*midwife.organisation_ids, charity],
        purpose=Purpose.CARE,
        said=Said("ro", HowSaid.IN_PERSON),
        agrees=True,
    )
    assert may_open(worker(at=charity), family_id)


def fail(by, times):
    for _ in range(times):
        with pytest.raises(Refusal, match="nobody_found"):
            open_it(by, name="Stefania Tanas")


def test_after_five_searches_that_find_nobody_she_waits_even_for_a_name_that_fits(midwife, clock):
    family_id = a_stranger()
    began = kernel_clock.now()
    fail(midwife, 5)
    clock.advance(minutes=59)
    with pytest.raises(Refusal, match="too_many_searches") as refused:
        open_it(midwife)
    assert refused.value.facts["again_at"] == began + timedelta(hours=1)
    assert not EmergencyOpening.objects.exists()
    clock.advance(minutes=1)
    assert open_it(midwife) == family_id


def test_a_colleague_and_what_was_found_do_not_count(midwife):
    a_stranger()
    for _ in range(6):
        open_it(midwife)
    fail(midwife, 5)
    colleague = worker(Role.MIDWIFE, at=next(iter(midwife.organisation_ids)))
    assert open_it(colleague)


def test_the_place_says_how_many_and_every_search_is_written_down(midwife, monkeypatch):
    monkeypatch.setattr(choices, "_chosen", lambda: {EMERGENCY_FAILED_SEARCHES.key: 2})
    a_stranger()
    fail(midwife, 2)
    for _ in range(3):
        with pytest.raises(Refusal, match="too_many_searches"):
            open_it(midwife)
    noted = AuditEntry.objects.filter(action__startswith="families.emergency_search_")
    assert sorted(noted.values_list("action", flat=True)) == [
        *["families.emergency_search_failed"] * 2,
        *["families.emergency_search_refused"] * 3,
    ]
    assert "Stefania" not in str(list(noted.values_list("facts", flat=True)))
    (told,) = OutboxEvent.objects.filter(name="families.EmergencySearchesRest")
    assert told.payload["count"] == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_held", [True, False])
def test_two_searches_at_once_count_as_two(midwife, monkeypatch, is_held):
    monkeypatch.setattr(choices, "_chosen", lambda: {EMERGENCY_FAILED_SEARCHES.key: 1})
    if not is_held:
        monkeypatch.setattr(emergency, "lock_membership", lambda _id: None)
        monkeypatch.setattr(emergency, "_found", look_together(2, emergency._found))
    search = partial(open_it, midwife, name="Stefania Tanas")
    at_the_same_moment(search, search)
    assert EmergencySearch.objects.count() == (1 if is_held else 2)
