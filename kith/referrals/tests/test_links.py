"""A small group without accounts answers by a link: nothing personal on the way, a code apart, every reading told."""

import re

import pytest

from kith.families.actions.consenting import withdraw_consent
from kith.families.queries.reach import consent_held
from kith.families.rules.codes import Purpose
from kith.messages.tests.fakes import facts_of
from kith.referrals.actions.links import open_link
from kith.referrals.models.links import ReferralReading
from kith.referrals.models.referrals import Referral
from kith.referrals.queries.referrals import referral_page, referrals_of
from kith.referrals.rules.referrals import ReferralReason, ReferralState
from kith.referrals.tests.referring import Place, move
from testing.people import KITH, parent_of
from testing.words import without_addresses

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(db):
    return Place.build()


@pytest.fixture
def sent(place):
    return place.refer(place.family(phone="+447700900777"), place.to_group, why="Would like company")


def address():
    return "/en" + re.search(r"/en(/referral-answers/.*)", facts_of("referral_link")["link"])[1]


def code(client):
    client.post(address(), {"do": "send-code"})
    return facts_of("referral_code")["code"]


def text(answer):
    return answer.content.decode()


def test_neither_mail_nor_address_nor_first_page_says_who_it_is_about(sent, client):
    first = text(client.get(address()))
    for said in (str(facts_of("referral_link")), address(), first):
        assert not re.search(r"\b(Ana|Pop)\b|7700900777|company", said)
        assert str(sent) not in said


def test_with_the_code_the_group_reads_the_minimum_and_answers(sent, client):
    number = code(client)
    page = text(client.post(address(), {"do": "open", "code": number}))
    assert "Ana Pop" in page
    assert "Ioan" not in page
    answered = text(client.post(address(), {"do": "accepted", "code": number, "seen": "1"}))
    assert "Thank you" in answered
    assert Referral.objects.get(pk=sent).state == ReferralState.ACCEPTED
    client.post(address(), {"do": "in_progress", "code": number, "seen": "2"})
    asked = text(client.post(address(), {"do": "done", "code": number, "seen": "3"}))
    assert "What the family shares" in asked
    client.post(address(), {"do": "done", "code": number, "seen": "3", "filled": "yes", "reason": "helped"})
    assert Referral.objects.get(pk=sent).state == ReferralState.DONE


def test_a_decline_asks_why_first(sent, client):
    number = code(client)
    client.post(address(), {"do": "declined", "code": number, "seen": "1"})
    assert Referral.objects.get(pk=sent).state == ReferralState.SENT
    client.post(address(), {"do": "declined", "code": number, "seen": "1", "filled": "yes", "reason": "full"})
    assert Referral.objects.get(pk=sent).state == ReferralState.DECLINED


def test_each_reading_is_written_down_and_shown_to_the_parent(sent, client):
    number = code(client)
    for _ in range(2):
        client.post(address(), {"do": "open", "code": number})
    family_id = Referral.objects.get(pk=sent).family_id
    _, parent = parent_of(family_id)
    (own,) = referrals_of(parent, family_id)
    assert len(own.readings) == ReferralReading.objects.count() == 2


def test_a_wrong_code_opens_nothing_and_five_kill_the_right_one(sent, client):
    right = code(client)
    wrong = f"{(int(right) + 1) % 10**6:06d}"
    for _ in range(5):
        assert "Ana" not in without_addresses(client.post(address(), {"do": "open", "code": wrong}).content)
    assert "Ana" not in without_addresses(client.post(address(), {"do": "open", "code": right}).content)
    assert "Ana" in text(client.post(address(), {"do": "open", "code": code(client)}))


def test_the_code_lives_half_an_hour_and_the_link_two_weeks(sent, client, clock):
    number = code(client)
    clock.advance(minutes=31)
    assert "Ana" not in without_addresses(client.post(address(), {"do": "open", "code": number}).content)
    clock.advance(days=14)
    assert "If this link still works" in text(client.post(address(), {"do": "send-code"}))
    assert facts_of("referral_code")["code"] == number


@pytest.mark.parametrize("ends", ["withdrawn", "no consent"])
def test_the_link_dies_with_the_referral(place, sent, client, ends):
    number = code(client)
    family_id = Referral.objects.get(pk=sent).family_id
    if ends == "withdrawn":
        move(place.midwife, sent, ReferralState.WITHDRAWN, ReferralReason.PARENT_CHOSE)
    else:
        consent_id = consent_held(family_id, place.group, Purpose.REFERRAL)
        withdraw_consent(by=KITH, family_id=family_id, consent_id=consent_id)
    assert "Ana" not in without_addresses(client.post(address(), {"do": "open", "code": number}).content)


def test_an_invented_link_says_the_same_as_a_real_one(sent, client):
    real = text(client.post(address(), {"do": "send-code"}))
    invented = text(client.post("/en/referral-answers/never-made-by-anybody/", {"do": "send-code"}))
    assert real.replace(address().split("/")[-2], "") == invented.replace("never-made-by-anybody", "")
    assert "Ana" not in without_addresses(
        client.post("/en/referral-answers/never-made/", {"do": "open", "code": "123456"}).content
    )


def test_codes_cannot_be_asked_for_without_end(sent, client):
    for _ in range(21):
        answer = client.post(address(), {"do": "send-code"})
    assert "Too many codes" in text(answer)


def test_no_cookie_is_left(sent, client):
    client.post(address(), {"do": "open", "code": code(client)})
    assert not client.cookies


def test_the_page_lets_a_browser_say_that_its_answer_comes_from_here(sent, client):
    number = code(client)
    for shown in (client.get(address()), client.post(address(), {"do": "open", "code": number})):
        # "no-referrer" would make a browser post without an origin, and that is refused.
        assert shown["Referrer-Policy"] == "same-origin"
        assert 'name="referrer"' not in text(shown)


def test_who_answers_by_link_has_no_way_to_pass_it_on(sent, client):
    opened = open_link(token=address().split("/")[-2], code=code(client))
    assert opened
    page = referral_page(opened[1], opened[0])
    assert ReferralState.TRANSFERRED not in page.moves
