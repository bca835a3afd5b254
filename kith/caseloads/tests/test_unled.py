"""Families without a lead are kept by the database itself, whatever changes a lead."""

from datetime import timedelta

import pytest
from django.db import connection

from kith.caseloads.actions.leading import take_lead
from kith.caseloads.models.leading import NamedLead
from kith.caseloads.models.unled import Unled
from kith.caseloads.queries.unled import unled_families
from kith.kernel import clock
from testing.people import a_family, worker

pytestmark = pytest.mark.django_db


def counted() -> set[object]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM families_family")
        registered = {row[0] for row in cursor.fetchall()}
    return registered - set(NamedLead.objects.current().values_list("family_id", flat=True))


def kept() -> set[object]:
    return set(Unled.objects.values_list("family_id", flat=True))


def test_a_family_is_unled_from_its_registration_until_it_has_a_lead_and_again_when_the_lead_ends():
    grace = worker()
    (own,) = grace.organisation_ids
    family, other = a_family(own), a_family(own)
    assert {family, other} <= kept() == counted()
    take_lead(by=grace, family_id=family)
    assert family not in kept() == counted()
    NamedLead.objects.current().update(until_at=clock.now() + timedelta(seconds=1))
    assert {family, other} <= kept() == counted()


def test_a_lead_that_moves_with_a_merged_record_or_is_deleted_is_followed():
    grace = worker()
    (own,) = grace.organisation_ids
    family, other = a_family(own), a_family(own)
    take_lead(by=grace, family_id=family)
    NamedLead.objects.current().update(family_id=other)
    assert family in kept() == counted()
    NamedLead.objects.all().delete()
    assert other in kept() == counted()


def test_the_control_without_the_triggers_it_would_be_wrong():
    grace = worker()
    (own,) = grace.organisation_ids
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER caseloads_lead_changes ON caseloads_namedlead")
    take_lead(by=grace, family_id=a_family(own))
    assert kept() != counted()


def test_today_shows_those_in_reach_the_newest_first_and_no_other():
    grace, stranger = worker(), worker()
    (own,) = grace.organisation_ids
    first, second = a_family(own), a_family(own)
    Unled.objects.filter(pk=first).update(registered_at=clock.now() - timedelta(days=1))
    assert [row.family_id for row in unled_families(grace).rows] == [second, first]
    assert not unled_families(stranger).rows
