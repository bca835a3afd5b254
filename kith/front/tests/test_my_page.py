"""A parent's own page."""

import pytest
from django.test import Client

from kith.caseloads.actions.leading import take_lead
from kith.families.queries.page import family_page
from kith.families.queries.reach import may_open
from kith.families.rules.codes import InterpreterNeed
from kith.groups.actions.booking import book_place
from kith.groups.tests.world import an_order
from kith.platform.access.viewer import Viewer
from kith.whats_on.tests.world import a_session
from testing.people import KITH, a_family, parent_of, worker

pytestmark = pytest.mark.django_db
HERE = {"origin": "http://testserver"}


@pytest.fixture
def grace(db) -> Viewer:
    return worker(name="Grace Obi")


@pytest.fixture
def family_id(grace):
    (own,) = grace.organisation_ids
    return a_family(own, phone="+447700900123", speaks="ro", reads="ro")


@pytest.fixture
def client(family_id) -> Client:
    client = Client()
    client.force_login(parent_of(family_id)[0])
    return client


def words(response) -> str:
    return " ".join(response.content.decode().split())


def test_she_sees_her_lead_with_the_languages_spoken(client, grace, family_id):
    take_lead(by=grace, family_id=family_id)
    shown = words(client.get("/en/my/"))
    for expected in ("Grace Obi", "Health visitor", "English and Yoruba"):
        assert expected in shown


def test_she_finds_her_bookings_again_and_can_open_them(client, family_id):
    assert "Nothing booked" in words(client.get("/en/my/"))
    order = an_order(a_session(), interpreter_need=InterpreterNeed.YES, interpreter_language="ro")
    receipt = book_place(by=KITH, family_id=family_id, order=order)
    shown = words(client.get("/ro/my/"))
    assert f"/ro/bookings/{receipt.token}/" in shown
    assert "Pregătirea pentru hrănire" in shown


def test_she_sees_who_has_looked_but_not_herself(client, grace, family_id):
    client.get("/en/my/")
    assert "Nobody has opened your record yet" in words(client.get("/en/my/"))
    family_page(grace, family_id)
    shown = words(client.get("/en/my/"))
    assert "Grace Obi" in shown
    assert "10 March 2026" in shown


def test_she_withdraws_once_she_has_read_what_ends_and_it_closes_at_once(client, grace, family_id):
    consent = family_page(KITH, family_id).consents[0]
    address = f"/en/my/families/{family_id}/consents/{consent.id}/withdraw/"
    assert address in words(client.get("/en/my/"))
    assert client.post(address, headers=HERE).status_code == 200
    assert may_open(grace, family_id)
    assert client.post(address, {"sure": "yes"}, headers=HERE).status_code == 302
    assert not may_open(grace, family_id)
    assert "Nobody. You can book" in words(client.get("/en/my/?done=withdrawn"))


def test_she_lets_somebody_see_her_record_in_her_own_language(client, family_id):
    (other,) = worker().organisation_ids
    address = f"/ro/my/families/{family_id}/consents/"
    assert client.get(address).status_code == 200
    response = client.post(address, {"organisation": str(other), "purpose": "care"}, headers=HERE)
    assert response["Location"] == "/ro/my/?done=given"
    (given,) = [row for row in family_page(KITH, family_id).consents if row.organisation_id == other]
    assert (given.language, given.is_active) == ("ro", True)


def test_an_empty_consent_is_explained(client, family_id):
    address = f"/en/my/families/{family_id}/consents/"
    for sent, said in (({}, "Choose what they may use it for"), ({"purpose": "care"}, "Choose an organisation")):
        response = client.post(address, sent, headers=HERE)
        assert response.status_code == 422
        assert said in words(response)


def test_another_family_is_not_there_for_her(client, grace):
    other = a_family(*grace.organisation_ids, name="Ion Rus")
    consent = family_page(KITH, other).consents[0]
    response = client.post(f"/en/my/families/{other}/consents/{consent.id}/withdraw/", headers=HERE)
    assert response.status_code == 404
    assert may_open(grace, other)
