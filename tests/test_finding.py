"""A family is found by what is known of it; one beyond reach is only said to be there; none is begun twice unasked."""

import re
from datetime import date

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from kith.families.actions import searching
from kith.families.actions.people import add_parent
from kith.families.actions.searching import CALLED
from kith.families.models.people import Parent
from kith.families.queries.reach import organisations_that_may_open
from kith.families.rules.entries import NewParent
from kith.kernel.ids import FamilyId
from kith.methods.names import hear, whole_key
from kith.organisations.rules import Role
from kith.platform.audit.models import AuditEntry
from kith.walls.roles import WEB
from kith.walls.saying import in_role, opened, seen_by
from testing.people import KITH, a_family, account_of, organisation, worker

pytestmark = pytest.mark.django_db
PHONE = "+447700900123"
BORN = date(1995, 4, 3)


@pytest.fixture
def visitor():
    return worker()


@pytest.fixture
def browser(visitor, client: Client) -> Client:
    client.force_login(account_of(visitor))
    return client


@pytest.fixture
def hawa(visitor) -> FamilyId:
    (own,) = visitor.organisation_ids
    a_family(own, name="Ana Pop", born_on=date(1990, 1, 1))
    return a_family(own, name="Xaawo Cali", phone=PHONE, born_on=BORN)


@pytest.fixture
def closed() -> FamilyId:
    return a_family(organisation(), name="Hodan Warsame", phone="+447700900456", born_on=date(1991, 2, 3))


def search(browser, what, **more):
    return browser.post(reverse("find-family"), {"what": what, **more})


def finds(browser, what, family_id):
    return reverse("family", args=[family_id]) in search(browser, what).content.decode()


@pytest.mark.parametrize("what", ["Hawa Ali", "ali hawa", "هوا علي", "3 April 1995", "07700 900 123", "hawa 3/4/95"])
def test_a_family_is_found_by_whatever_is_known(browser, hawa, what):
    assert finds(browser, what, hawa)
    assert "Ana Pop" not in search(browser, what).content.decode()


def test_a_partner_s_name_finds_the_family_and_says_so(browser, hawa):
    from_family = {"given_name": "Cabdi", "family_name": "Xasan", "speaks": "so", "reads": "so", "is_main": False}
    add_partner(hawa, from_family)
    answer = search(browser, "Abdi Hassan").content.decode()
    assert reverse("family", args=[hawa]) in answer
    assert "Cabdi Xasan" in answer


def add_partner(family_id, said):
    add_parent(by=KITH, family_id=family_id, parent=NewParent(**said))


@pytest.mark.parametrize("what", ["Hodan Warsame", "07700 900456"])
def test_a_record_beyond_reach_is_only_said_to_be_there(browser, closed, what):
    answer = search(browser, what).content.decode()
    assert "There is 1 record that you may not open" in answer
    assert str(closed) not in answer
    assert "Open a record in an emergency" in answer


@pytest.mark.parametrize("what", ["Hodan", "Hodan Warfa", "3/2/1991", "07700 900457"])
def test_and_not_even_that_to_one_who_knows_less(browser, closed, what):
    assert "record that you may not open" not in search(browser, what).content.decode()


def test_a_volunteer_is_not_told_of_closed_records(closed, client):
    client.force_login(account_of(worker(Role.PEER_SUPPORTER)))
    assert "record that you may not open" not in search(client, "07700 900456").content.decode()


def test_asking_for_access_reaches_those_who_lead_the_family(browser, closed, run_jobs):
    manager = manager_of(closed)
    assert "have been asked" in search(browser, "Hodan Warsame", do="ask").content.decode()
    search(browser, "Hodan Warsame", do="ask")
    run_jobs()
    assert notices_of(manager) == 1


def manager_of(family_id):
    (there,) = organisations_that_may_open(family_id)
    return worker(Role.FEEDING_LEAD, at=there)


def notices_of(manager):
    """How many tell the manager that a record is asked for."""
    browser = Client()
    browser.force_login(account_of(manager))
    page = browser.get(reverse("notices")).content.decode()
    assert "would like to see this family" in page
    return len(set(re.findall(r"notices/\d+/seen/", page)))


@pytest.mark.parametrize("what", ["", "a", "*", "MK9"])
def test_too_little_is_refused_with_what_to_add(browser, hawa, what):
    answer = search(browser, what)
    assert answer.status_code == 422
    assert "postcode" in answer.content.decode()


def test_each_search_is_in_the_audit_and_never_what_was_typed(browser, hawa):
    search(browser, "Hawa Ali 3/4/1995")
    row = AuditEntry.objects.get(action="families.records_searched")
    assert row.facts == {"signs": ["name", "days"], "found": 1}


def test_the_box_stands_on_desk_pages_and_not_twice(browser, hawa):
    for name in ("today", "caseload", "find-family"):
        assert browser.get(reverse(name)).content.decode().count('name="what"') == 1


def form(**said):
    return {
        "given_name": "Hawo", "family_name": "Ali", "phone": "", "speaks": "so", "reads": "so",
        "interpreter_need": "no", "agreed": "on", "baby_on_day": "", **said,
    }  # fmt: skip


def begin(browser, **said):
    return browser.post(reverse("register-family"), form(**said))


def test_a_record_that_may_be_hers_is_shown_before_another_is_begun(browser, hawa):
    answer = begin(browser, phone="07700 900123")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Is it one of these?" in page
    assert reverse("family", args=[hawa]) in page
    assert 'value="Hawo"' in page, "nothing typed is lost"
    assert begin(browser, phone="07700 900123", is_another="on").status_code == 302


def test_a_name_that_is_near_enough_is_asked_about_and_another_is_not(browser, hawa):
    assert "Is it one of these?" in begin(browser, given_name="Xawo", family_name="Cali").content.decode()
    assert begin(browser, given_name="Halima").status_code == 302


def test_a_closed_record_that_is_likely_hers_is_said_to_be_there_and_access_is_asked_for(browser, closed, run_jobs):
    manager = manager_of(closed)
    known = {"given_name": "Hodan", "family_name": "Warsame", "phone": "07700 900456"}
    page = begin(browser, **known).content.decode()
    assert "There is 1 record that you may not open" in page
    assert str(closed) not in page
    assert "have been asked" in begin(browser, **known, do="ask").content.decode()
    run_jobs()
    assert notices_of(manager) == 1


def test_a_language_is_chosen_by_a_part_of_its_name_and_what_fits_none_is_shown_again(browser, hawa):
    page = browser.get(reverse("register-family")).content.decode()
    assert 'list="id_speaks-offered"' in page
    assert begin(browser, given_name="Halima", speaks="somali", reads="romanian").status_code == 302
    refused = begin(browser, given_name="Hibo", speaks="klingon")
    assert refused.status_code == 422
    assert 'value="klingon"' in refused.content.decode()
    assert "Choose one of those offered" in refused.content.decode()


def called(name):
    with transaction.atomic(), connection.cursor() as cursor:
        heard = [" ".join(sorted(word.keys)) for word in hear(name)]
        cursor.execute(CALLED, [whole_key(name), heard, "", "", [], date(2026, 3, 10), 30])
        return {FamilyId(row[0]) for row in cursor.fetchall()}


def test_what_finds_names_behind_the_wall_answers_an_action_and_no_page(visitor, hawa, closed):
    with in_role(WEB), seen_by(visitor):
        assert called("Hawa Ali") == called("Hodan Warsame") == set()
        with opened():
            assert called("Hodan Warsame") == {closed}, "the control: for an action the walls are open"
    assert called("Hawa Ali") == {hawa}, "and the owner is behind no wall"


def test_records_that_she_may_open_are_not_crowded_out_by_others_of_the_same_name(browser, hawa, monkeypatch):
    monkeypatch.setattr(searching, "NEAREST", 2)
    beyond = organisation()
    for _ in range(3):
        a_family(beyond, name="Hawa Ali")
    assert finds(browser, "Hawa Ali", hawa)


def uses_of_the_index(ask):
    """How often this goes by the index of sounds, where the database is told to read no table whole if it can."""
    counted = "SELECT pg_stat_get_xact_numscans('parent_by_sound'::regclass)"
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(counted)
        (before,) = cursor.fetchone()
        ask()
        cursor.execute(counted)
        return cursor.fetchone()[0] - before


def test_a_name_is_found_by_its_index_also_behind_the_wall(visitor, browser, hawa):
    with in_role(WEB):
        assert uses_of_the_index(lambda: search(browser, "Hawa Ali")) > 0
        with seen_by(visitor), opened():
            by_sound = Parent.objects.filter(sounds__overlap=["l"])
            assert uses_of_the_index(lambda: list(by_sound)) == 0, "the control: asked plainly, the wall forbids it"
    assert uses_of_the_index(lambda: list(by_sound.all())) > 0, "and the owner may"
