"""Outreach programmes: named workers, families who agreed, and reach that does not flatter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.families.actions.consenting import withdraw_consent
from kith.families.queries.page import family_page
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import Forbidden, NotFound
from kith.platform.listing import ListAsked
from kith.programmes.actions.programmes import end_enrolment, enrol_family, found_programme, name_workers
from kith.programmes.models.programmes import Enrolment
from kith.programmes.queries import programme_page
from kith.programmes.rules.programmes import Communities
from testing.people import KITH, a_family, account_of, worker

pytestmark = pytest.mark.django_db
BANGLADESHI_OR_ROMANIAN = Communities(ethnicities=("K",), languages=("ro",))


@pytest.fixture
def dana():
    return worker(Role.OUTREACH_WORKER, name="Dana Stoian")


@pytest.fixture
def own(dana):
    (own,) = dana.organisation_ids
    return own


@pytest.fixture
def programme(dana, own):
    programme_id = found_programme(by=KITH, organisation_id=own, name="Beside you", communities=BANGLADESHI_OR_ROMANIAN)
    name_workers(by=KITH, programme_id=programme_id, membership_ids=[dana.membership_id])
    return programme_id


@given(st.sampled_from(["A", "K", "K1", "Z", "99"]), st.sampled_from(["en", "ro", "ro-MD", "bn"]))
def test_a_family_counts_by_category_or_language_and_might_only_where_nobody_knows(ethnicity, speaks):
    counts = BANGLADESHI_OR_ROMANIAN.include(ethnicity=ethnicity, speaks=speaks, ward="")
    assert counts == (ethnicity.startswith("K") or speaks.startswith("ro"))
    might = BANGLADESHI_OR_ROMANIAN.may_include(ethnicity=ethnicity, speaks=speaks, ward="")
    assert might == (not counts and ethnicity in ("Z", "99"))


def test_a_programme_of_some_wards_is_for_nobody_elsewhere():
    local = Communities(languages=("ro",), wards=("E05000001",))
    assert local.include(ethnicity="99", speaks="ro", ward="E05000001")
    assert not local.include(ethnicity="99", speaks="ro", ward="E05000002")


def test_who_agreed_is_enrolled_once_by_a_worker_of_the_programme(dana, own, programme):
    family_id = a_family(own)
    ids = {enrol_family(by=dana, programme_id=programme, family_id=family_id, language="ro") for _ in range(2)}
    assert len(ids) == 1
    with pytest.raises(Refusal, match="not_a_worker_of_it"):
        enrol_family(by=worker(at=own), programme_id=programme, family_id=a_family(own), language="ro")
    with pytest.raises(NotFound):
        enrol_family(by=dana, programme_id=programme, family_id=a_family(), language="ro")
    for _ in range(2):
        end_enrolment(by=dana, enrolment_id=ids.pop() if ids else Enrolment.objects.get().pk, why="asked")
    assert not Enrolment.objects.current().exists()


def test_it_ends_with_the_consent(dana, own, programme, run_jobs):
    family_id = a_family(own)
    enrol_family(by=dana, programme_id=programme, family_id=family_id, language="ro")
    consent = family_page(KITH, family_id).consents[0]
    withdraw_consent(by=KITH, family_id=family_id, consent_id=consent.id)
    run_jobs()
    assert Enrolment.objects.get().why_ended == "consent_withdrawn"


def test_a_programme_names_a_community_and_a_time(own):
    for name, communities, code in (
        (" ", BANGLADESHI_OR_ROMANIAN, "programme_without_name"),
        ("New", Communities(), "programme_without_community"),
    ):
        with pytest.raises(Refusal, match=code):
            found_programme(by=KITH, organisation_id=own, name=name, communities=communities)


def test_a_worker_with_families_is_not_dropped(dana, own, programme):
    enrol_family(by=dana, programme_id=programme, family_id=a_family(own), language="ro")
    with pytest.raises(Refusal, match="worker_has_families"):
        name_workers(by=KITH, programme_id=programme, membership_ids=[])
    with pytest.raises(Refusal, match="not_of_this_organisation"):
        name_workers(by=KITH, programme_id=programme, membership_ids=[worker().membership_id])


def test_reach_counts_registered_births_and_says_how_far_the_unknown_could_move_it(dana, own, programme):
    for number in range(40):
        family_id = a_family(own, weeks_old=4, ethnicity="K")
        if number < 20:
            enrol_family(by=dana, programme_id=programme, family_id=family_id, language="bn")
    for _ in range(10):
        a_family(own, weeks_old=4, ethnicity="A")
        a_family(own, weeks_old=4)
    reach = programme_page(dana, programme, ListAsked()).reach
    assert (reach.year.count, reach.year.total, reach.not_known) == (20, 40, 10)
    assert reach.year.share and reach.year.share.value == 0.5
    assert reach.with_not_known and reach.with_not_known.value == 0.4


def test_small_numbers_of_reach_are_hidden(dana, own, programme):
    for _ in range(3):
        family_id = a_family(own, weeks_old=4, ethnicity="K")
        enrol_family(by=dana, programme_id=programme, family_id=family_id, language="bn")
    reach = programme_page(dana, programme, ListAsked()).reach
    assert reach.year.is_hidden
    assert reach.year.count is None


def test_families_are_named_to_the_programmes_own_people_only(dana, own, programme, client):
    enrol_family(by=dana, programme_id=programme, family_id=a_family(own, name="Mina Rahman"), language="bn")
    assert [row.family.name for row in programme_page(dana, programme, ListAsked()).families.rows] == ["Mina Rahman"]
    for stranger in (worker(), worker(Role.ANALYST, at=own), worker(Role.COORDINATOR, at=own)):
        client.force_login(account_of(stranger))
        page = client.get(f"/desk/programmes/{programme}/")
        assert page.status_code == 200
        assert "Mina Rahman" not in page.content.decode()
    with pytest.raises(Forbidden):
        programme_page(worker(Role.ADMIN), programme, ListAsked())


def test_a_coordinator_begins_a_programme_and_names_its_workers(own, dana, client):
    client.force_login(account_of(worker(Role.COORDINATOR, at=own)))
    sent = {"name": "Here for you", "times": ["after"], "languages": ["bn"]}
    answer = client.post("/desk/programmes/found/", sent, headers={"origin": "http://testserver"})
    assert answer.status_code == 302
    named = client.post(answer.url, {"workers": [dana.membership_id]}, headers={"origin": "http://testserver"})
    assert named.status_code == 302
    assert (
        "Dana Stoian" in client.get("/desk/programmes/").content.decode() or client.get(answer.url).status_code == 200
    )
    wrong = client.post(
        "/desk/programmes/found/", {"name": "X", "times": ["after"]}, headers={"origin": "http://testserver"}
    )
    assert wrong.status_code == 422


def test_an_outreach_worker_enrols_a_family_from_its_page(dana, own, programme, client):
    family_id = a_family(own, speaks="ro")
    client.force_login(account_of(dana))
    address = f"/desk/families/{family_id}/programme/"
    assert "Beside you" in client.get(address).content.decode()
    sent = {"programme": programme, "language": "ro", "agreed": "on"}
    assert client.post(address, sent, headers={"origin": "http://testserver"}).status_code == 302
    assert Enrolment.objects.current().get().language == "ro"
