"""One person stays with a family."""

import pytest
from django.db import IntegrityError, transaction

from kith.caseloads.actions.leading import take_lead
from kith.caseloads.models.leading import NamedLead
from kith.caseloads.queries.leading import lead_stretches, people_beside
from kith.families.actions.consenting import give_consent, withdraw_consent
from kith.families.queries.page import family_page
from kith.kernel import clock as kernel_clock
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import Forbidden, NotFound
from testing.people import KITH, a_family, at_the_same_moment, worker

pytestmark = pytest.mark.django_db


def test_who_takes_the_lead_leads_and_nobody_else_can():
    grace = worker()
    (own,) = grace.organisation_ids
    family_id = a_family(own)
    take_lead(by=grace, family_id=family_id)
    lead = people_beside(grace, family_id).lead
    assert lead and lead.person.name == "Grace Obi"
    with pytest.raises(Refusal, match="already_led"):
        take_lead(by=worker(at=own), family_id=family_id)
    assert take_lead(by=grace, family_id=family_id) == NamedLead.objects.get().pk


def test_nobody_leads_beyond_her_role_or_reach():
    grace = worker()
    (own,) = grace.organisation_ids
    family_id = a_family(own)
    with pytest.raises(NotFound):
        take_lead(by=worker(), family_id=family_id)
    with pytest.raises(Forbidden):
        take_lead(by=worker(Role.PEER_SUPPORTER, at=own), family_id=family_id)


def test_the_lead_ends_with_the_consent(run_jobs):
    grace = worker()
    (own,) = grace.organisation_ids
    family_id = a_family(own)
    take_lead(by=grace, family_id=family_id)
    consent = family_page(KITH, family_id).consents[0]
    withdraw_consent(by=KITH, family_id=family_id, consent_id=consent.id)
    run_jobs()
    assert not NamedLead.objects.current().exists()
    assert lead_stretches(family_id)[0].until_at


def test_the_lead_stays_while_another_consent_opens_the_record(run_jobs):
    grace = worker()
    (own,) = grace.organisation_ids
    family_id = a_family(own)
    take_lead(by=grace, family_id=family_id)
    first = family_page(KITH, family_id).consents[0]
    give_consent(by=KITH, family_id=family_id, organisation_id=own, purpose="peer_support", language="ro")
    withdraw_consent(by=KITH, family_id=family_id, consent_id=first.id)
    run_jobs()
    assert NamedLead.objects.current().exists()


def test_the_database_refuses_two_leads_at_a_time():
    grace = worker()
    (own,) = grace.organisation_ids
    family_id = a_family(own)
    take_lead(by=grace, family_id=family_id)
    with pytest.raises(IntegrityError), transaction.atomic():
        NamedLead.objects.create(
            family_id=family_id, membership_id=grace.membership_id, from_at=kernel_clock.now(), until_at=None
        )


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_the_lead_at_the_same_moment_one_leads():
    grace = worker()
    (own,) = grace.organisation_ids
    rose = worker(at=own, name="Rose Lee")
    family_id = a_family(own)
    acts = [lambda who=who: take_lead(by=who, family_id=family_id) for who in (grace, rose)]
    found = at_the_same_moment(*acts)
    assert sorted(type(each).__name__ for each in found) == ["int", "str"]
    assert "Refusal" in found
    assert NamedLead.objects.current().count() == 1
