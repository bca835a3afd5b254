"""A record opens by consent and closes with it."""

from datetime import date, timedelta

import pytest

from kith.families.actions import consenting
from kith.families.actions.consenting import give_consent, withdraw_consent
from kith.families.models.consent import Consent
from kith.families.queries.page import family_page
from kith.families.queries.reach import may_open
from kith.families.rules.codes import Purpose
from kith.kernel import clock as kernel_clock
from kith.organisations.rules import OrganisationKind, Role
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.viewer import ANONYMOUS
from kith.platform.audit.models import AuditEntry
from testing.people import (
    KITH,
    a_family,
    at_the_same_moment,
    look_together,
    organisation,
    parent_of,
    worker,
)


@pytest.fixture
def charity(db):
    return organisation(OrganisationKind.CHARITY)


def consent(family_id, organisation_id, purpose=Purpose.CARE, until=None):
    return give_consent(
        by=KITH, family_id=family_id, organisation_id=organisation_id, purpose=purpose, language="ro", until=until
    )


def test_without_consent_nobody_opens_the_record(charity):
    family_id, viewer = a_family(), worker(at=charity)
    assert not may_open(viewer, family_id)
    with pytest.raises(NotFound):
        family_page(viewer, family_id)


def test_consent_opens_it_to_the_organisation_and_to_no_other(charity):
    family_id = a_family(charity)
    assert may_open(worker(at=charity), family_id)
    assert not may_open(worker(), family_id)
    assert not may_open(ANONYMOUS, family_id)


def test_a_role_that_sees_no_family_sees_none_with_consent_either(charity):
    assert not may_open(worker(Role.ANALYST, at=charity), a_family(charity))


def test_being_told_of_courses_opens_nothing(charity):
    family_id = a_family()
    consent(family_id, charity, Purpose.OFFERS)
    assert not may_open(worker(at=charity), family_id)


def test_withdrawn_it_closes_at_once_and_stays_in_the_timeline(charity):
    family_id, viewer = a_family(charity), worker(at=charity)
    consent_id = family_page(viewer, family_id).consents[0].id
    withdraw_consent(by=viewer, family_id=family_id, consent_id=consent_id)
    with pytest.raises(NotFound):
        family_page(viewer, family_id)
    (row,) = family_page(KITH, family_id).consents
    assert row.withdrawn_at and not row.is_active


def test_withdrawing_twice_changes_nothing(charity):
    family_id = a_family(charity)
    consent_id = Consent.objects.get().pk
    withdraw_consent(by=KITH, family_id=family_id, consent_id=consent_id)
    entries = AuditEntry.objects.count()
    withdraw_consent(by=KITH, family_id=family_id, consent_id=consent_id)
    assert AuditEntry.objects.count() == entries


def test_nobody_withdraws_through_another_family(charity):
    a_family(charity)
    other = a_family(name="Ion Rus")
    with pytest.raises(NotFound):
        withdraw_consent(by=KITH, family_id=other, consent_id=Consent.objects.get().pk)


def test_the_last_day_of_a_consent_is_open_and_the_next_is_not(charity, clock):
    family_id, viewer = a_family(), worker(at=charity)
    consent(family_id, charity, until=kernel_clock.today() + timedelta(days=3))
    clock.advance(days=3)
    assert may_open(viewer, family_id)
    clock.advance(days=1)
    assert not may_open(viewer, family_id)


def test_given_twice_it_is_one_and_another_end_renews_it(charity):
    family_id = a_family()
    first = consent(family_id, charity)
    assert consent(family_id, charity) == first
    assert consent(family_id, charity, until=date(2027, 1, 1)) != first
    assert Consent.objects.active().count() == 1
    assert Consent.objects.count() == 2


def test_a_consent_that_ran_out_can_be_given_again(charity, clock):
    family_id = a_family()
    consent(family_id, charity, until=kernel_clock.today())
    clock.advance(days=5)
    consent(family_id, charity)
    assert may_open(worker(at=charity), family_id)


def test_a_parent_gives_and_withdraws_for_her_own_family_only(charity):
    mine, other = a_family(phone="+447700900123"), a_family(name="Ion Rus")
    _, parent = parent_of(mine)
    given = {"organisation_id": charity, "purpose": Purpose.CARE, "language": "ro"}
    give_consent(by=parent, family_id=mine, **given)
    with pytest.raises(NotFound):
        give_consent(by=parent, family_id=other, **given)
    with pytest.raises(Forbidden):
        give_consent(by=ANONYMOUS, family_id=mine, **given)


@pytest.mark.django_db(transaction=True)
def test_two_consents_at_the_same_moment_are_one():
    family_id, charity = a_family(), organisation()
    found = at_the_same_moment(*[lambda: consent(family_id, charity)] * 4)
    assert len(set(found)) == 1
    assert Consent.objects.active().count() == 1


@pytest.mark.django_db(transaction=True)
def test_without_locking_the_family_the_database_still_refuses_the_second(monkeypatch):
    family_id, charity = a_family(), organisation()
    monkeypatch.setattr(consenting, "lock_family", lambda _: None)
    monkeypatch.setattr(consenting, "_open", look_together(4, consenting._open))
    found = at_the_same_moment(*[lambda: consent(family_id, charity)] * 4)
    assert sorted(each == "IntegrityError" for each in found) == [False, True, True, True]
    assert Consent.objects.active().count() == 1
