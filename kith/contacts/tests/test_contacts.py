"""Recording contacts: how we talked, once, and corrected by new rows."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from kith.contacts.actions.past import NewContact
from kith.contacts.actions.recording import correct_contact, record_contact
from kith.contacts.models.contacts import Contact
from kith.contacts.rules.contacts import ContactEntry, ContactKind, ContactPlace, HowWeTalked, Offer, Talk, TalkReason
from kith.families.queries.people import people_of
from kith.families.rules.codes import InterpreterNeed
from kith.kernel import clock
from kith.kernel.ids import FamilyId, new_uuid
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.viewer import Viewer
from testing.past import load
from testing.people import KITH, a_family, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def grace(db) -> Viewer:
    return worker()


def family_of(viewer: Viewer, **more) -> FamilyId:
    (own,) = viewer.organisation_ids
    return a_family(own, **more)


def a_visit(family_id: FamilyId, **more) -> ContactEntry:
    people = people_of(KITH, family_id)
    entry = ContactEntry(
        kind=ContactKind.VISIT,
        at=clock.now() - timedelta(hours=1),
        talk=Talk(HowWeTalked.ENGLISH),
        minutes=30,
        place=ContactPlace.HOME,
        parent_ids=frozenset({people.main.id}),
        baby_ids=frozenset(baby.id for baby in people.babies),
        offered=frozenset({Offer.POSITIONING, Offer.SAFER_SLEEP}),
        note=" Went well. ",
    )
    return replace(entry, **more)


def record(viewer: Viewer, family_id: FamilyId, **more) -> Contact:
    contact_id = record_contact(
        by=viewer, family_id=family_id, entry=a_visit(family_id, **more), request_key=new_uuid()
    )
    return Contact.objects.get(pk=contact_id)


def test_a_contact_is_kept_with_her_language_and_need_of_that_day(grace):
    family_id = family_of(grace, speaks="ro", interpreter_need=InterpreterNeed.YES)
    row = record(grace, family_id, talk=Talk(HowWeTalked.INTERPRETER_PHONE))
    assert (row.speaks, row.interpreter_need, row.how_we_talked) == ("ro", "yes", "interpreter_phone")
    assert (row.membership_id, row.note, row.offered) == (
        grace.membership_id,
        "Went well.",
        ["positioning", "safer_sleep"],
    )


def test_sent_twice_it_is_one_contact(grace):
    family_id, key = family_of(grace), new_uuid()
    entry = a_visit(family_id)
    twice = {record_contact(by=grace, family_id=family_id, entry=entry, request_key=key) for _ in range(2)}
    assert len(twice) == 1
    assert Contact.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"talk": Talk(HowWeTalked.FAILED)}, "reason_missing"),
        ({"talk": Talk(HowWeTalked.FAMILY_MEMBER)}, "reason_missing"),
        ({"talk": Talk(HowWeTalked.ENGLISH, TalkReason.SHE_ASKED)}, "reason_without_cause"),
        ({"minutes": None}, "minutes_missing"),
        ({"minutes": 601}, "contact_minutes_impossible"),
        ({"place": None}, "place_missing"),
        ({"kind": ContactKind.PHONE}, "place_at_a_distance"),
        ({"parent_ids": frozenset(), "baby_ids": frozenset()}, "nobody_was_there"),
        ({"parent_ids": frozenset({new_uuid()})}, "not_of_this_family"),
    ],
)
def test_what_cannot_be_is_refused(grace, wrong, code):
    with pytest.raises(Refusal) as refused:
        record(grace, family_of(grace), **wrong)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "wrong",
    [
        {"how_we_talked": ""},
        {"how_we_talked": "shouted"},
        {"how_we_talked": "failed", "talk_reason": ""},
        {"how_we_talked": "english", "talk_reason": "urgent"},
        {"minutes": None},
        {"place": ""},
        {"parent_ids": [], "baby_ids": []},
        {"offered": ["formula"]},
    ],
)
def test_the_database_refuses_too(grace, wrong):
    row = record(grace, family_of(grace))
    another = {"pk": None, "request_key": None, **wrong}
    for name, value in another.items():
        setattr(row, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_correction_is_a_new_row_and_the_old_one_stays(grace):
    family_id = family_of(grace)
    before = record(grace, family_id)
    key = new_uuid()
    entry = a_visit(family_id, minutes=45)
    twice = {correct_contact(by=grace, contact_id=before.pk, entry=entry, request_key=key) for _ in range(2)}
    assert len(twice) == 1
    before.refresh_from_db()
    assert (before.is_current, before.minutes) == (False, 30)
    assert Contact.objects.current().get().minutes == 45


def test_only_she_who_had_the_contact_corrects_it_and_only_once(grace):
    family_id = family_of(grace)
    before = record(grace, family_id)
    (own,) = grace.organisation_ids
    entry = a_visit(family_id)
    with pytest.raises(Refusal, match="contact_of_somebody_else"):
        correct_contact(by=worker(at=own), contact_id=before.pk, entry=entry, request_key=new_uuid())
    correct_contact(by=grace, contact_id=before.pk, entry=entry, request_key=new_uuid())
    with pytest.raises(Refusal, match="contact_corrected_already"):
        correct_contact(by=grace, contact_id=before.pk, entry=entry, request_key=new_uuid())


def test_nobody_records_for_a_family_out_of_reach_or_without_the_right(grace):
    with pytest.raises(NotFound):
        record(grace, a_family())
    (own,) = grace.organisation_ids
    with pytest.raises(Forbidden):
        record(worker(Role.COORDINATOR, at=own), a_family(own))


def test_many_are_copied_at_once(grace):
    family_id = family_of(grace)
    new = NewContact(family_id, grace.membership_id, a_visit(family_id), speaks="ro")
    text = NewContact(
        family_id, grace.membership_id, a_visit(family_id, kind=ContactKind.TEXT, place=None, minutes=None)
    )
    assert load(by=KITH, entries=[new, text]) == {NewContact: 2}
    assert set(Contact.objects.values_list("speaks", flat=True)) == {"ro", "en"}
    assert len(Contact.objects.first().baby_ids) == 1
