"""The pages of trust, through the browser's eyes: consent, card, emergency and bereavement."""

import re
from datetime import timedelta

import pytest

from kith.families.actions.deaths import record_bereavement
from kith.families.queries.bereavement import is_bereaved
from kith.families.queries.page import family_page
from kith.families.queries.reach import may_open
from kith.families.queries.trust import cards_of
from kith.families.rules.bereavement import Loss, NewBereavement
from kith.families.rules.trust import HowSaid, InterpretedBy
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.organisations.rules import OrganisationKind, Role
from kith.platform import audit
from kith.platform.access.viewer import Viewer, ViewerKind
from testing.people import KITH, a_family, account_of, organisation, parent_of, worker
from testing.words import without_addresses

pytestmark = pytest.mark.django_db
HERE = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def hospital(db):
    return organisation(OrganisationKind.HOSPITAL)


@pytest.fixture
def midwife(hospital):
    return worker(Role.MIDWIFE, at=hospital, name="Dilys Okoro")


@pytest.fixture
def family_id(hospital) -> FamilyId:
    return a_family(hospital, phone="+447700900123", speaks="ro", reads="ro")


@pytest.fixture
def at_the_desk(client, midwife):
    client.force_login(account_of(midwife))
    return client


def words(response) -> str:
    return response.content.decode()


def answer(organisations, agrees="yes", **more):
    return {
        "organisations": [str(each) for each in organisations],
        "agrees": agrees,
        "how": "in_person",
        "language": "ro",
        "interpreted_by": "interpreter",
    } | more


def test_a_midwife_reads_the_words_in_romanian_and_writes_down_two_answers_at_once(at_the_desk, family_id):
    charity, visiting = organisation(OrganisationKind.CHARITY), organisation()
    address = f"/desk/families/{family_id}/consents/ask/care/"
    page = words(at_the_desk.get(address))
    assert 'lang="ro"' in page
    assert "They may see my record, to care for me and my baby." in page
    response = at_the_desk.post(address, answer([charity, visiting]), headers=HERE)
    assert response["Location"] == f"/desk/families/{family_id}/consents/?done=answer"
    for each in (charity, visiting):
        assert may_open(worker(at=each), family_id)
    given = [row for row in family_page(KITH, family_id).consents if row.organisation_id == charity]
    assert [(row.language, row.how, row.interpreted_by) for row in given] == [
        ("ro", HowSaid.IN_PERSON, InterpretedBy.INTERPRETER)
    ]


def test_a_no_is_kept_and_closes_only_what_it_was_about(at_the_desk, midwife, family_id):
    charity = organisation(OrganisationKind.CHARITY)
    address = f"/desk/families/{family_id}/consents/ask/peer_support/"
    at_the_desk.post(address, answer([charity], "no"), headers=HERE)
    assert "She said no" in words(at_the_desk.get(f"/desk/families/{family_id}/consents/"))
    assert may_open(midwife, family_id)


def test_a_worker_who_takes_her_word_back_for_her_is_led_away_from_the_record_at_once(at_the_desk, family_id):
    consent = family_page(KITH, family_id).consents[0]
    address = f"/desk/families/{family_id}/consents/{consent.id}/withdraw/"
    response = at_the_desk.post(address, {"how": "call", "sure": "yes"}, headers=HERE)
    assert response["Location"] == "/desk/today/?done=closed"
    assert at_the_desk.get(f"/desk/families/{family_id}/").status_code == 404
    assert "can no longer see this record" in words(at_the_desk.get("/desk/today/?done=closed"))


def test_an_empty_answer_is_explained(at_the_desk, family_id):
    response = at_the_desk.post(f"/desk/families/{family_id}/consents/ask/care/", {}, headers=HERE)
    assert response.status_code == 422
    for said in ("Choose at least one organisation", "Choose yes or no", "Choose how she said it"):
        assert said in words(response)
    assert at_the_desk.get(f"/desk/families/{family_id}/consents/ask/fun/").status_code == 404


def test_she_says_no_on_her_own_page(client, family_id):
    client.force_login(parent_of(family_id)[0])
    charity = organisation(OrganisationKind.CHARITY)
    sent = {"purpose": "care", "organisation": str(charity), "answer": "no"}
    assert client.post(f"/ro/my/families/{family_id}/consents/", sent, headers=HERE)["Location"].endswith("declined")
    assert "You said no to:" in words(client.get("/en/my/"))


def test_a_death_takes_two_steps_and_the_name(at_the_desk, midwife, family_id):
    baby = family_page(KITH, family_id).babies[0]
    address, by = f"/desk/families/{family_id}/bereavement/", clock.today() + timedelta(days=1)
    sent = {
        "who": f"baby:{baby.id}",
        "caller": str(midwife.membership_id),
        "call_by_day": by.day,
        "call_by_month": by.month,
        "call_by_year": by.year,
    }
    assert at_the_desk.get(address).status_code == 200
    confirm = at_the_desk.post(address, sent, headers=HERE)
    assert confirm.status_code == 200
    assert "No message goes out to this family any more." in words(confirm)
    wrong = at_the_desk.post(address, sent | {"name": "Ana"}, headers=HERE)
    assert wrong.status_code == 422
    assert not is_bereaved(family_id)
    done = at_the_desk.post(address, sent | {"name": "ana pop"}, headers=HERE)
    assert done["Location"] == f"/desk/families/{family_id}/?done=bereaved"
    page = words(at_the_desk.get(done["Location"]))
    assert "A death in the family" in page
    assert "0808 802 6868" in page
    assert "Not asked yet" not in page


def test_a_form_without_a_caller_writes_nothing(at_the_desk, family_id):
    baby = family_page(KITH, family_id).babies[0]
    response = at_the_desk.post(
        f"/desk/families/{family_id}/bereavement/", {"who": f"baby:{baby.id}", "name": "Ana Pop"}, headers=HERE
    )
    assert response.status_code == 422
    assert "Choose who calls: somebody has to" in words(response)
    assert not is_bereaved(family_id)


def mourn(midwife, family_id):
    baby = family_page(KITH, family_id).babies[0]
    new = NewBereavement(Loss.BABY, baby.id, midwife.membership_id, clock.today())
    return record_bereavement(by=midwife, family_id=family_id, new=new)


def test_her_page_is_quiet_and_names_who_calls(client, midwife, family_id):
    mourn(midwife, family_id)
    client.force_login(parent_of(family_id)[0])
    page = words(client.get("/en/my/"))
    assert "We are so sorry" in page
    assert "Dilys Okoro" in page
    assert "0808 802 6868" in page
    for prompt in ("Nothing booked.", "Tell it once", "My bookings"):
        assert prompt not in page


def test_a_mistake_is_taken_back_by_somebody_else_only(client, midwife, hospital, family_id):
    bereavement_id = mourn(midwife, family_id)
    address = f"/desk/families/{family_id}/bereavement/{bereavement_id}/undo/"
    client.force_login(account_of(midwife))
    refused = client.post(address, {"why": "Another family"}, headers=HERE)
    assert refused.status_code == 422
    assert "Somebody else must take this back" in words(refused)
    client.force_login(account_of(worker(Role.HEALTH_VISITOR, at=hospital)))
    assert client.get(address).status_code == 200
    assert client.post(address, {"why": "Another family"}, headers=HERE)["Location"].endswith("bereavement_undone")
    assert not is_bereaved(family_id)


def test_a_record_opens_in_an_emergency_and_she_reads_why(client, family_id):
    stranger = worker(Role.HEALTH_VISITOR, name="Mary Shaw")
    client.force_login(account_of(stranger))
    assert client.get("/desk/open-in-emergency/").status_code == 200
    baby = family_page(KITH, family_id).babies[0]
    day = baby.born_on
    sent = {
        "reason": "baby_in_danger",
        "words": "Mother collapsed at the café",
        "name": "Ana Pop",
        "born_on_day": day.day,
        "born_on_month": day.month,
        "born_on_year": day.year,
    }
    nobody = client.post("/desk/open-in-emergency/", sent | {"name": "Ana Popp"}, headers=HERE)
    assert nobody.status_code == 422
    assert "No record was found" in words(nobody)
    assert client.post("/desk/open-in-emergency/", sent, headers=HERE)["Location"].endswith("?done=opened")
    assert client.get(f"/desk/families/{family_id}/").status_code == 200
    client.force_login(parent_of(family_id)[0])
    page = words(client.get("/en/my/"))
    assert "Mary Shaw" in page
    assert "Mother collapsed at the café" in page
    assert "In an emergency, without asking you" in page


def test_who_searches_too_often_reads_when_it_goes_on_and_whom_to_ring(client, family_id):
    client.force_login(account_of(worker(Role.HEALTH_VISITOR)))
    sent = {"reason": "baby_in_danger", "words": "Mother collapsed outside", "nhs_number": "943 476 5919"}
    for _ in range(5):
        assert "No record was found" in words(client.post("/desk/open-in-emergency/", sent, headers=HERE))
    refused = client.post("/desk/open-in-emergency/", sent, headers=HERE)
    assert refused.status_code == 422
    assert "search again from 11:30am" in words(refused)
    assert "call 999" in words(refused)


def test_who_reads_a_referral_by_its_link_is_not_taken_for_kith_itself(client, family_id):
    linked = Viewer(kind=ViewerKind.STAFF, name="link")
    audit.read(linked, "care.referral_opened", "referrals.Referral", "1", family_id=family_id)
    client.force_login(parent_of(family_id)[0])
    page = words(client.get("/en/my/"))
    assert "A service that you were referred to" in page
    assert "Kith itself" not in page


def make_a_card(client, family_id):
    address = f"/en/my/families/{family_id}/card/"
    key = re.search(r'name="request_key" value="([^"]+)"', words(client.get(address)))
    sent = {"parts": ["names", "languages", "helps"], "helps": "Vorbiți rar", "days": "30", "request_key": key[1]}
    made = client.post(address, sent, headers=HERE)
    pin = re.search(r'kith-pin"><bdi dir="ltr">([0-9]{6})<', words(made))
    token = re.search(r"/en/card/([\w-]+)/", words(made))
    return address, sent, pin[1], token[1]


def test_a_card_is_made_read_seen_and_ended(client, family_id):
    hers, _ = parent_of(family_id)
    client.force_login(hers)
    address, sent, pin, token = make_a_card(client, family_id)
    again = client.post(address, sent, headers=HERE)
    assert (again.status_code, pin in words(again)) == (302, False)
    client.logout()
    assert "Ana" not in without_addresses(client.get(f"/en/card/{token}/").content)
    reader = {"pin": f"{pin[:3]} {pin[3:]}", "service": "Riverside Surgery", "person": "Dr Amir Shah"}
    shown = client.post(f"/en/card/{token}/", reader, headers=HERE)
    assert (shown.status_code, shown["Cache-Control"]) == (200, "no-store")
    # "no-referrer" would make a browser post without an origin, and that is refused.
    assert shown["Referrer-Policy"] == "same-origin"
    for said in ("Ana Pop", "Vorbiți rar", 'lang="ro"', "I speak Romanian"):
        assert said in words(shown)
    client.force_login(hers)
    assert "Riverside Surgery" in words(client.get("/en/my/"))
    card = cards_of(KITH, family_id)[0]
    assert "Dr Amir Shah" in words(client.get(f"/en/my/card/{card.id}/"))
    assert (
        client.post(f"/en/my/families/{family_id}/card/{card.id}/end/", {"sure": "yes"}, headers=HERE).status_code
        == 302
    )
    refused, unknown = (client.post(f"/en/card/{each}/", reader, headers=HERE) for each in (token, "x" * 32))
    assert (refused.status_code, unknown.status_code) == (422, 422)
    assert words(refused).replace(token, "") == words(unknown).replace("x" * 32, "")


def test_a_worker_makes_a_card_with_her_and_ends_it(at_the_desk, family_id):
    address = f"/desk/families/{family_id}/card/"
    assert at_the_desk.get(address).status_code == 200
    made = at_the_desk.post(address, {"parts": ["names"], "days": "1", "request_key": "k"}, headers=HERE)
    assert "This number is shown only now." in words(made)
    card = cards_of(KITH, family_id)[0]
    assert "End this card" in words(at_the_desk.get(f"/desk/families/{family_id}/consents/"))
    at_the_desk.post(f"/desk/families/{family_id}/card/{card.id}/end/", {"sure": "yes"}, headers=HERE)
    assert cards_of(KITH, family_id)[0].ended_at
    empty = at_the_desk.post(address, {}, headers=HERE)
    assert empty.status_code == 422
