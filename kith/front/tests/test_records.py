"""Beginning a record and writing a birth down, as a worker does it."""

from datetime import date, timedelta

import pytest
from django.test import Client

from kith.families.actions.birth import record_birth
from kith.families.actions.registering import register_family
from kith.families.queries.page import family_page
from kith.families.rules.entries import NewBaby, NewConsent, NewFamily, NewParent, NewPregnancy
from kith.kernel import clock as kernel_clock
from kith.kernel.clock import FixedClock
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer
from kith.platform.audit.models import AuditEntry
from testing.people import KITH, a_family, account_of, worker

pytestmark = pytest.mark.django_db
HERE = {"origin": "http://testserver"}
FILLED = {
    "given_name": "Ana",
    "family_name": "Pop",
    "phone": "07700 900123",
    "speaks": "ro",
    "reads": "ro",
    "interpreter_need": "yes",
    "baby_on_day": "1",
    "baby_on_month": "6",
    "baby_on_year": "2026",
    "postcode": "mk93ej",
    "agreed": "on",
    "with_interpreter": "on",
}


@pytest.fixture
def grace(db) -> Viewer:
    return worker()


@pytest.fixture
def client(grace) -> Client:
    client = Client()
    client.force_login(account_of(grace))
    return client


def expecting(viewer: Viewer, due_on: date):
    (own,) = viewer.organisation_ids
    parents, pregnancies = (NewParent("Ana", "Pop"),), (NewPregnancy(due_on),)
    return register_family(
        by=KITH, family=NewFamily(parents=parents, pregnancies=pregnancies, consents=(NewConsent(own),))
    )


def words(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_record_is_begun_with_consent_and_opens(client, grace):
    assert "/desk/families/new/" in words(client.get("/desk/today/"))
    response = client.post("/desk/families/new/", FILLED, headers=HERE)
    assert response.status_code == 302
    page = family_page(KITH, response["Location"].split("/")[3])
    (own,) = grace.organisation_ids
    assert (page.main_parent.phone, page.postcode) == ("+447700900123", "MK9 3EJ")
    assert page.pregnancy and page.pregnancy.due_on == date(2026, 6, 1)
    (consent,) = page.consents
    assert (consent.organisation_id, consent.language, consent.interpreted_by) == (own, "ro", "interpreter")
    assert "The record is begun" in words(client.get(response["Location"]))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"agreed": ""}, "Without agreement"),
        ({"given_name": ""}, "Enter a first name"),
        ({"phone": "none"}, "Enter a mobile number"),
        ({"phone": "12"}, "Check the phone number"),
        ({"postcode": "nowhere at"}, "Enter a postcode"),
        ({"baby_on_year": "2028"}, "nobody is due that late"),
        ({"baby_on_year": "1998"}, "too long ago"),
        ({"baby_on_month": "13"}, "Enter a real date"),
    ],
)
def test_what_cannot_be_is_explained_and_nothing_is_begun(client, change, expected):
    response = client.post("/desk/families/new/", {**FILLED, **change}, headers=HERE)
    assert response.status_code == 422
    assert expected in words(response)
    assert not AuditEntry.objects.filter(action="families.family_registered").exists()


def test_a_birth_ends_the_pregnancy_and_shows_the_first_question(client, grace):
    family_id = expecting(grace, kernel_clock.today() + timedelta(days=5))
    address = f"/desk/families/{family_id}/birth/"
    assert address in words(client.get(f"/desk/families/{family_id}/"))
    sent = {"born_on_day": "9", "born_on_month": "3", "born_on_year": "2026", "name": "Ioan"}
    response = client.post(address, sent, headers=HERE)
    page = family_page(KITH, family_id)
    assert [baby.name for baby in page.babies] == ["Ioan"]
    assert page.pregnancy and page.pregnancy.ended_on == date(2026, 3, 9)
    shown = words(client.get(response["Location"]))
    assert "First feed" in shown
    assert "The baby is born" not in shown


@pytest.mark.parametrize(
    ("born_on", "code"), [(date(2026, 3, 11), "born_in_future"), (date(2025, 1, 1), "birth_far_from_due")]
)
def test_a_birth_that_cannot_be_is_refused(client, grace, born_on, code):
    family_id = expecting(grace, kernel_clock.today() + timedelta(days=5))
    with pytest.raises(Refusal, match=code):
        record_birth(by=grace, family_id=family_id, baby=NewBaby(born_on))
    sent = {"born_on_day": born_on.day, "born_on_month": born_on.month, "born_on_year": born_on.year}
    assert client.post(f"/desk/families/{family_id}/birth/", sent, headers=HERE).status_code == 422
    assert not family_page(KITH, family_id).babies


def test_twins_are_two_and_one_sent_twice_is_one(grace):
    today = kernel_clock.today()
    family_id = expecting(grace, today)
    first = record_birth(by=grace, family_id=family_id, baby=NewBaby(today, name="Ioan"))
    assert record_birth(by=grace, family_id=family_id, baby=NewBaby(today, name="Ioan")) == first
    assert record_birth(by=grace, family_id=family_id, baby=NewBaby(today, name="Maria")) != first
    assert len(family_page(KITH, family_id).babies) == 2


def test_the_birth_of_the_second_twin_is_reached_from_the_familys_page_while_they_are_newborn(client, grace):
    today = kernel_clock.today()
    family_id = expecting(grace, today)
    address = f"/desk/families/{family_id}/birth/"
    other = "Twins? Record the other baby"
    assert other not in words(client.get(f"/desk/families/{family_id}/"))
    record_birth(by=grace, family_id=family_id, baby=NewBaby(today, name="Ioan"))
    shown = words(client.get(f"/desk/families/{family_id}/"))
    assert (other in shown, address in shown) == (True, True)
    with kernel_clock.use(FixedClock(kernel_clock.now() + timedelta(days=28))):
        assert other not in words(client.get(f"/desk/families/{family_id}/"))


def test_nobody_records_a_birth_beyond_her_reach(client, grace):
    other = a_family(weeks_old=None)
    with pytest.raises(NotFound):
        record_birth(by=grace, family_id=other, baby=NewBaby(kernel_clock.today()))
    assert client.get(f"/desk/families/{other}/birth/").status_code == 404
