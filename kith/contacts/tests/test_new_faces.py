"""A family that meets many different people is not left to it."""

from datetime import timedelta

import pytest

from kith.caseloads.actions.leading import take_lead
from kith.contacts.actions.watching import watch_new_faces
from kith.contacts.models.contacts import Contact
from kith.kernel import clock as kernel_clock
from kith.organisations.rules import Role
from testing.people import KITH, a_family, worker
from testing.tasks import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def grace():
    return worker(name="Grace Obi")


@pytest.fixture
def own(grace):
    (own,) = grace.organisation_ids
    return own


@pytest.fixture
def rose(own):
    return worker(at=own, name="Rose Lee")


@pytest.fixture
def family(grace, own):
    family_id = a_family(own)
    take_lead(by=grace, family_id=family_id)
    return family_id


def met(family_id, who, days_ago):
    at = kernel_clock.now() - timedelta(days=days_ago)
    Contact.objects.create(
        family_id=family_id,
        membership_id=who.membership_id,
        at=at,
        kind="phone",
        minutes=10,
        parent_ids=[family_id],
        speaks="en",
        interpreter_need="no",
        how_we_talked="english",
        recorded_at=at,
    )


def test_the_third_new_face_is_told_to_lead_and_manager_once(grace, rose, own, family):
    manager = worker(Role.FEEDING_LEAD, at=own)
    mary = worker(at=own, name="Mary Ward")
    met(family, grace, 40)
    met(family, rose, 20)
    assert watch_new_faces(by=KITH) == 0
    met(family, grace, 1)
    assert watch_new_faces(by=KITH) == 0
    met(family, mary, 0)
    assert watch_new_faces(by=KITH) == 1
    assert {row.membership_id for row in Notice.objects.filter(kind="new_face")} == {
        grace.membership_id,
        manager.membership_id,
    }
    assert Notice.objects.filter(kind="new_face").first().facts["newest_id"] == mary.membership_id


def test_faces_met_long_ago_do_not_count_as_new(grace, rose, own, family):
    met(family, rose, 120)
    met(family, worker(at=own), 110)
    met(family, grace, 0)
    assert watch_new_faces(by=KITH) == 0
