"""The pages of leading: a deputy named, a handover from proposal to introduction, days away, a caseload."""

import pytest

from kith.caseloads.actions.handover import propose_handover
from kith.caseloads.actions.leading import take_lead
from kith.caseloads.models.cover import Absence
from kith.caseloads.models.handover import Handover
from kith.caseloads.models.leading import NamedLead
from kith.caseloads.queries.caseload import covering
from kith.kernel import clock as kernel_clock
from kith.organisations.rules import Role
from testing.people import a_family, account_of, parent_of, worker

pytestmark = pytest.mark.django_db
SAME = {"origin": "http://testserver"}


@pytest.fixture
def grace():
    return worker(name="Grace Obi")


@pytest.fixture
def own(grace):
    (own,) = grace.organisation_ids
    return own


@pytest.fixture
def rose(own):
    return worker(at=own, name="Rose Lee", languages=["en", "ro"])


@pytest.fixture
def family(grace, own):
    family_id = a_family(own, phone="+447700900009", speaks="ro", reads="ro")
    take_lead(by=grace, family_id=family_id)
    return family_id


def day_of(name, day):
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def test_from_proposal_to_introduction_on_the_pages(client, grace, rose, family):
    client.force_login(account_of(grace))
    page = client.get(f"/desk/families/{family}/lead/").content.decode()
    assert "Speaks Romanian, works everywhere, leads 0 families (of the usual" in page
    assert "Nobody leads yet" not in page
    sent = {"choice": "propose", "to": rose.membership_id, "reason": "language"}
    answer = client.post(f"/desk/families/{family}/lead/", sent, headers=SAME)
    handover = Handover.objects.get()
    assert answer.url == f"/desk/handovers/{handover.pk}/"
    assert client.post(answer.url, {"choice": "accept"}, headers=SAME).status_code == 422
    client.force_login(account_of(rose))
    assert "You are asked to lead this family." in client.get("/desk/today/").content.decode()
    assert client.post(answer.url, {"choice": "accept"}, headers=SAME).status_code == 302
    page = client.get(answer.url).content.decode()
    assert 'lang="ro"' in page
    assert "Rose Lee" in page
    sent = {"choice": "complete", "how": "message"}
    assert client.post(answer.url, sent, headers=SAME).status_code == 302
    assert NamedLead.objects.current().get().membership_id == rose.membership_id


def test_who_comes_too_late_to_take_the_lead_is_told_so(client, grace, rose, family, own):
    client.force_login(account_of(rose))
    late = client.post(f"/desk/families/{family}/lead/take/", headers=SAME)
    assert late.status_code == 422
    assert "Somebody else leads this family already." in late.content.decode()
    other = a_family(own)
    propose_handover(by=grace, family_id=other, to=grace.membership_id, reason="first_lead")
    asked = client.post(f"/desk/families/{other}/lead/take/", headers=SAME)
    assert asked.status_code == 422
    assert "Somebody has already been asked to lead this family. See that handover first." in asked.content.decode()


def test_what_cannot_be_stands_beside_its_question(client, grace, rose, own, family):
    client.force_login(account_of(grace))
    address = f"/desk/families/{family}/lead/"
    assert "Somebody has already been asked" not in client.get(address).content.decode()
    propose_handover(by=grace, family_id=family, to=rose.membership_id, reason="area")
    mary = worker(at=own, name="Mary Ward")
    sent = {"choice": "propose", "to": mary.membership_id, "reason": "area"}
    answer = client.post(address, sent, headers=SAME)
    assert answer.status_code == 422
    assert '<a href="#id_to_0">Somebody has already been asked' in answer.content.decode()
    assert client.post(address, {"choice": "other"}, headers=SAME).status_code == 422
    over = kernel_clock.today().replace(year=2020)
    days = {**day_of("from_on", over), **day_of("until_on", over)}
    late = client.post("/desk/absence/", {"membership": grace.membership_id, **days}, headers=SAME)
    assert '<a href="#id_until_on_day">These days are over' in late.content.decode()
    days = {**day_of("from_on", kernel_clock.today()), **day_of("until_on", kernel_clock.today())}
    sent = {"membership": grace.membership_id, "covered_by": grace.membership_id, **days}
    alone = client.post("/desk/absence/", sent, headers=SAME)
    assert '<a href="#id_covered_by">Choose a colleague' in alone.content.decode()


def test_who_declines_without_a_reason_is_asked_for_one(client, grace, rose, family):
    propose_handover(by=grace, family_id=family, to=rose.membership_id, reason="area")
    address = f"/desk/handovers/{Handover.objects.get().pk}/"
    client.force_login(account_of(rose))
    answer = client.post(address, {"choice": "decline"}, headers=SAME)
    assert answer.status_code == 422
    assert "Choose why" in answer.content.decode()
    assert client.post(address, {"choice": "decline", "why": "area"}, headers=SAME).status_code == 302
    assert "She does not live in my area" in client.get(address).content.decode()


def test_the_parent_sees_lead_and_deputy_with_their_languages(client, grace, rose, family):
    client.force_login(account_of(grace))
    sent = {"choice": "deputy", "deputy": rose.membership_id}
    assert client.post(f"/desk/families/{family}/lead/", sent, headers=SAME).status_code == 302
    client.force_login(parent_of(family)[0])
    page = client.get("/en/my/").content.decode()
    assert "There for you when Grace Obi is away" in page
    assert "Rose Lee" in page
    assert "Romanian" in page


def test_days_away_are_entered_shown_and_called_off(client, grace, rose, family):
    client.force_login(account_of(grace))
    today = kernel_clock.today()
    days = {**day_of("from_on", today), **day_of("until_on", today)}
    sent = {"membership": grace.membership_id, "covered_by": rose.membership_id, **days}
    assert client.post("/desk/absence/", sent, headers=SAME).status_code == 302
    assert "Rose Lee covers" in client.get("/desk/absence/").content.decode()
    assert "Away until" in client.get(f"/desk/families/{family}/").content.decode()
    client.force_login(account_of(rose))
    assert "You cover for Grace Obi" in client.get("/desk/today/").content.decode()
    assert "Covering for Grace Obi" in client.get("/desk/caseload/").content.decode()
    client.force_login(account_of(grace))
    absence = Absence.objects.get()
    assert client.post(f"/desk/absence/{absence.pk}/call-off/", {"sure": "yes"}, headers=SAME).status_code == 302
    assert covering(rose) == []


def test_a_caseload_is_counted_by_where_families_stand_and_a_manager_sees_sizes(client, grace, own, family):
    for weeks in (2, 4, 30):
        take_lead(by=grace, family_id=a_family(own, weeks_old=weeks))
    client.force_login(account_of(grace))
    page = client.get("/desk/caseload/").content.decode()
    assert "You lead 4 families." in page
    assert "Baby under 8 weeks: 2" in page
    assert "Caseloads in your organisation" not in page
    client.force_login(account_of(worker(Role.FEEDING_LEAD, at=own)))
    assert "Caseloads in your organisation" in client.get("/desk/caseload/").content.decode()
