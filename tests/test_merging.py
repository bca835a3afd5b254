"""Two records of one family become one, and two again."""

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from kith.caseloads.actions.leading import take_lead
from kith.families.actions import merging
from kith.families.actions.consenting import withdraw_consent
from kith.families.actions.merging import consider_merge, merge_families, say_distinct, undo_merge
from kith.families.actions.registering import register_family
from kith.families.events import FamiliesMerged, MergeUndone
from kith.families.models.consent import Consent
from kith.families.models.family import Address, Family
from kith.families.models.merging import FamilyMerge
from kith.families.models.people import Baby, Parent
from kith.families.queries.cards import contact_of
from kith.families.queries.duplicates import likely_duplicates
from kith.families.queries.page import family_page
from kith.families.queries.reach import may_organisation_open
from kith.families.queries.record_reads import record_reads
from kith.families.rules.codes import Channel, Crisis, HouseholdRelation, MergeChange, Purpose
from kith.families.rules.entries import (
    NewAddress,
    NewBaby,
    NewConsent,
    NewCrisisFlag,
    NewFamily,
    NewHouseholdMember,
    NewParent,
    NewPregnancy,
    SafeContact,
)
from kith.feeding.actions.statuses import record_feeding
from kith.feeding.rules.statuses import Feeding, Milestone
from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import Forbidden, NotFound
from kith.platform.listing import ListAsked
from kith.platform.outbox import Event
from kith.platform.sign_in import sending
from testing.people import KITH, a_family, at_the_same_moment, look_together, organisation, worker

NOT_COMPARED = {"families.FamilyMerge", "families.MergeStep"}


def everything() -> dict[str, list[str]]:
    """Every row of every room, as PostgreSQL writes it down; what grows by design (the trail, the merges) left out."""
    found: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(_rows_of(model) for model in _compared()))
        for label, row in cursor.fetchall():
            found.setdefault(label, []).append(row)
    return {label: sorted(rows) for label, rows in found.items()}


def _compared() -> list[type[Model]]:
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label not in {"platform", "procrastinate", "sessions", "ways"}
        and model._meta.label not in NOT_COMPARED
    ]


def _rows_of(model: type[Model]) -> str:
    return f"SELECT '{model._meta.label}', to_jsonb(t)::text FROM \"{model._meta.db_table}\" t"


@pytest.fixture
def ours(db: None) -> Any:
    return organisation()


@pytest.fixture
def visitor(ours: Any) -> Any:
    return worker(at=ours)


def test_one_family_written_down_twice_becomes_one(ours, visitor):
    kept = a_family(ours, name="Ana Popescu", born_on=date(1995, 2, 3))
    gone = a_family(ours, name="Anna Popescu", email="ana@example.org", born_on=date(1995, 2, 3))
    merge_families(by=visitor, kept=kept, gone=gone)
    (mother,) = Parent.objects.filter(family_id=kept)
    assert (mother.given_name, mother.email) == ("Ana", "ana@example.org")
    assert Baby.objects.filter(family_id=kept).count() == 1
    assert not Family.objects.filter(pk=gone).exists()


def test_people_who_are_not_the_same_stand_side_by_side(ours, visitor):
    kept, gone = a_family(ours, name="Ana Popescu"), a_family(ours, name="Ion Popescu")
    merge_families(by=visitor, kept=kept, gone=gone)
    assert list(Parent.objects.filter(family_id=kept).order_by("given_name").values_list("given_name", "is_main")) == [
        ("Ana", True),
        ("Ion", False),
    ]


def test_merging_twice_is_merging_once(ours, visitor):
    kept, gone = a_family(ours), a_family(ours)
    first = merge_families(by=visitor, kept=kept, gone=gone)
    assert merge_families(by=visitor, kept=kept, gone=gone) == first


def test_only_families_she_may_open_and_only_with_the_right(ours, visitor):
    kept, gone = a_family(ours), a_family(organisation())
    with pytest.raises(NotFound):
        merge_families(by=visitor, kept=kept, gone=gone)
    with pytest.raises(Forbidden):
        merge_families(by=worker(Role.OUTREACH_WORKER, at=ours), kept=kept, gone=a_family(ours))
    with pytest.raises(Refusal, match="one_record"):
        merge_families(by=visitor, kept=kept, gone=kept)


def test_what_cannot_stand_side_by_side_is_said_before(ours, visitor):
    other = worker(at=ours, name="Second")
    kept, gone = a_family(ours), a_family(ours)
    take_lead(by=visitor, family_id=kept)
    take_lead(by=other, family_id=gone)
    before = everything()
    plan = consider_merge(by=visitor, kept=kept, gone=gone)
    assert everything() == before
    assert "caseloads.NamedLead" in [step.table for step in plan.set_aside]
    merge_families(by=visitor, kept=kept, gone=gone, fingerprint=plan.fingerprint)


def test_a_plan_that_is_no_longer_true_is_not_carried_out(ours, visitor):
    kept, gone = a_family(ours), a_family(ours)
    plan = consider_merge(by=visitor, kept=kept, gone=gone)
    take_lead(by=visitor, family_id=gone)
    with pytest.raises(Refusal, match="changed_meanwhile"):
        merge_families(by=visitor, kept=kept, gone=gone, fingerprint=plan.fingerprint)


def test_what_is_unsafe_on_either_record_stays_unsafe(ours, visitor):
    kept = a_family(ours, phone="+447700900001")
    gone = a_family(ours, safe_contact=SafeContact(frozenset({Channel.TEXT}), may_leave_voicemail=False))
    merge_families(by=visitor, kept=kept, gone=gone)
    row = Parent.objects.get(family_id=kept)
    assert row.unsafe_channels == ["text"]
    assert row.may_leave_voicemail is False
    assert contact_of(visitor, kept).phone == ""


def test_a_consent_withdrawn_on_one_record_is_withdrawn_on_both(ours, visitor, clock):
    theirs = organisation()
    kept, gone = a_family(ours, theirs), a_family(ours, theirs)
    clock.advance(days=1)
    withdrawn = Consent.objects.get(family_id=gone, organisation_id=theirs)
    withdraw_consent(by=KITH, family_id=gone, consent_id=withdrawn.pk)
    merge_families(by=visitor, kept=kept, gone=gone)
    assert not may_organisation_open(theirs, kept)
    assert may_organisation_open(ours, kept)


def test_the_family_sees_who_looked_at_either(ours, visitor):
    kept, gone = a_family(ours), a_family(ours)
    family_page(visitor, gone)
    assert record_reads(KITH, kept, ListAsked()).rows == ()
    merge_families(by=visitor, kept=kept, gone=gone)
    assert record_reads(KITH, kept, ListAsked()).count == 1


def test_rooms_are_told(ours, visitor, monkeypatch):
    told: list[Event] = []
    monkeypatch.setattr(merging.outbox, "append", told.append)
    kept, gone = a_family(ours), a_family(ours)
    told.clear()
    merge_id = merge_families(by=visitor, kept=kept, gone=gone)
    undo_merge(by=visitor, merge_id=merge_id)
    assert told == [FamiliesMerged(kept, gone, merge_id), MergeUndone(kept, gone, merge_id)]


def test_what_was_added_since_stays_and_what_was_changed_since_is_not_lost(ours, visitor):
    kept, gone = a_family(ours, name="Ana Pop"), a_family(ours, name="Ion Pop")
    merge_id = merge_families(by=visitor, kept=kept, gone=gone)
    Address.objects.create(family_id=kept, postcode="MK9 3EJ", from_on=clock.today())
    Parent.objects.filter(given_name="Ion").update(phone="+447700900009")
    undo_merge(by=visitor, merge_id=merge_id)
    assert Address.objects.get(postcode="MK9 3EJ").family_id == kept
    ion = Parent.objects.get(given_name="Ion")
    assert (ion.family_id, ion.phone, ion.is_main) == (gone, "+447700900009", True)


def test_a_merge_that_others_built_on_is_undone_after_them(ours, visitor, clock):
    first, second, third = a_family(ours), a_family(ours), a_family(ours)
    one = merge_families(by=visitor, kept=first, gone=second)
    clock.advance(minutes=1)
    two = merge_families(by=visitor, kept=first, gone=third)
    with pytest.raises(Refusal, match="later_merge_first"):
        undo_merge(by=visitor, merge_id=one)
    assert undo_merge(by=visitor, merge_id=two) == third
    assert undo_merge(by=visitor, merge_id=one) == second
    assert undo_merge(by=visitor, merge_id=one) == second
    assert FamilyMerge.objects.filter(undone_at__isnull=True).count() == 0


def test_nothing_can_point_to_a_record_that_is_gone(ours, visitor):
    kept, gone = a_family(ours), a_family(ours)
    merge_families(by=visitor, kept=kept, gone=gone)
    with pytest.raises(IntegrityError), transaction.atomic():
        Parent.objects.create(family_id=gone, given_name="Late", speaks="en", reads="en", is_main=True)
        connection.check_constraints()


def test_two_records_that_are_two_families_are_not_offered_again(ours, visitor):
    one = a_family(ours, name="Ana Popescu", born_on=date(1995, 2, 3))
    other = a_family(ours, name="Anna Popesku", born_on=date(1995, 2, 3))
    (found,) = likely_duplicates(visitor, one, ListAsked()).rows
    assert {found.one.id, found.other.id} == {one, other}
    say_distinct(by=visitor, one=other, other=one)
    say_distinct(by=visitor, one=one, other=other)
    assert likely_duplicates(visitor, one, ListAsked()).rows == ()


GIVEN = ("Ana", "Anna", "Fatima", "Fatemah", "Mohammed", "Muhammad", "Ioana", "Rezwana")
FAMILY = ("Popescu", "Popesku", "Chowdhury", "Choudhury", "Rahman", "Rehman")


def a_random_family(rng: Random, organisations: list[Any], account_free: bool = True) -> Any:
    today = clock.today()

    def parent(*, is_main: bool) -> NewParent:
        return NewParent(
            rng.choice(GIVEN),
            rng.choice(FAMILY),
            born_on=rng.choice([None, date(1990, 1, 1), date(1991, 1, 1)]),
            phone=rng.choice(["", "+447700900001", "+447700900002"]),
            email=rng.choice(["", "a@example.org"]),
            ethnicity=rng.choice(["99", "C", "K"]),
            is_main=is_main,
            safe_contact=SafeContact(frozenset(rng.sample(list(Channel), rng.randrange(3)))),
        )

    pregnancies = [NewPregnancy(today + timedelta(days=rng.choice([50, 55, 120])))] if rng.random() < 0.5 else []
    babies = [NewBaby(today - timedelta(days=56), name=rng.choice(["", "Ion", "Ana"])) for _ in range(rng.randrange(3))]
    return register_family(
        by=KITH,
        family=NewFamily(
            parents=(parent(is_main=True), *(parent(is_main=False) for _ in range(rng.randrange(2)))),
            pregnancies=tuple(pregnancies),
            babies=tuple(babies),
            addresses=(NewAddress(rng.choice(["MK9 3EJ", ""])),) if rng.random() < 0.7 else (),
            consents=(
                NewConsent(organisations[0]),
                *(
                    NewConsent(each, rng.choice([Purpose.CARE, Purpose.OFFERS]))
                    for each in organisations[1:]
                    if rng.random() < 0.6
                ),
            ),
            household=(NewHouseholdMember(HouseholdRelation.CHILD, "Mia", is_under_five=True),) * rng.randrange(2),
            crises=tuple(NewCrisisFlag(each) for each in Crisis if rng.random() < 0.4),
        ),
    )


def lived(rng: Random, family_id: Any, visitors: list[Any]) -> None:
    """What other rooms write about a family."""
    if rng.random() < 0.6:
        take_lead(by=rng.choice(visitors), family_id=family_id)
    for baby in Baby.objects.filter(family_id=family_id):
        for status in rng.sample(list(Feeding), rng.randrange(3)):
            record_feeding(
                by=visitors[0],
                baby_id=baby.pk,
                milestone=Milestone.WEEKS_6_8,
                status=status,
                asked_on=clock.today(),
            )
    for consent in Consent.objects.filter(family_id=family_id).exclude(
        organisation_id__in=visitors[0].organisation_ids
    ):
        if rng.random() < 0.3:
            withdraw_consent(by=KITH, family_id=family_id, consent_id=consent.pk)


@pytest.mark.parametrize("seed", range(40))
def test_merging_and_undoing_is_as_if_nothing_had_been(ours, visitor, clock, seed, monkeypatch):
    # A way that only one record knew is asked for by letter: what has been sent stays sent.
    monkeypatch.setattr(sending, "_senders", [lambda _letter: None])
    rng = Random(seed)
    organisations, visitors = [ours, organisation(), organisation()], [visitor, worker(at=ours, name="Second")]
    families = []
    for _ in range(2):
        families.append(a_random_family(rng, organisations))
        clock.advance(minutes=5)
        lived(rng, families[-1], visitors)
    before = everything()
    kept, gone = families
    merge_id = merge_families(by=visitor, kept=kept, gone=gone)
    assert everything() != before
    clock.advance(days=3)
    undo_merge(by=visitor, merge_id=merge_id)
    after = everything()
    assert {label for label in before if before[label] != after[label]} == set()


def test_the_control_a_step_that_is_not_written_down_is_noticed(ours, visitor, monkeypatch):
    kept, gone = a_family(ours, name="Ana Pop"), a_family(ours, name="Ion Pop")
    before = everything()
    noted = merging.Mover._note
    monkeypatch.setattr(
        merging.Mover,
        "_note",
        lambda self, act, *a, **k: None if act == MergeChange.CHANGED else noted(self, act, *a, **k),
    )
    merge_id = merge_families(by=visitor, kept=kept, gone=gone)
    undo_merge(by=visitor, merge_id=merge_id)
    assert everything() != before


def both_ways(kept: Any, gone: Any, first: Any, second: Any) -> list[Any]:
    return at_the_same_moment(
        lambda: merge_families(by=first, kept=kept, gone=gone),
        lambda: merge_families(by=second, kept=gone, gone=kept),
    )


@pytest.mark.django_db(transaction=True)
def test_two_who_merge_one_pair_in_opposite_ways_at_once_leave_one_record():
    ours = organisation()
    kept, gone = a_family(ours), a_family(ours)
    results = both_ways(kept, gone, worker(at=ours), worker(at=ours, name="Second"))
    assert results.count("NotFound") == 1
    assert Family.objects.filter(pk__in=[kept, gone]).count() == 1


@pytest.mark.django_db(transaction=True)
def test_without_the_lock_both_would_have_begun_and_run_into_each_other(monkeypatch):
    ours = organisation()
    kept, gone = a_family(ours), a_family(ours)
    unlocked = look_together(2, lambda *_: None)
    monkeypatch.setattr(merging, "_require", unlocked)
    results = both_ways(kept, gone, worker(at=ours), worker(at=ours, name="Second"))
    assert "NotFound" not in results
    # A ProgrammingError is the guard of a history, which refuses to delete what the other one has moved meanwhile.
    refused = {"OperationalError", "IntegrityError", "DoesNotExist", "ProgrammingError"}
    assert refused & set(map(str, results))
