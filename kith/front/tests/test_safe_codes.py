"""A code to sign in by never goes a way that a parent has called unsafe, and the answer does not give that away."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from kith.families.actions.people import change_parent, change_safe_contact
from kith.families.queries.people import people_of
from kith.families.queries.reach import viewer_for
from kith.families.rules.changes import ParentDetails
from kith.families.rules.codes import Channel
from kith.families.rules.entries import SafeContact
from kith.platform.sign_in import sending
from kith.platform.sign_in.models import Account
from testing.people import KITH, a_family

pytestmark = pytest.mark.django_db
PHONE, UNKNOWN, EMAIL = "+447700900123", "+447700900124", "ana@example.org"
HERE = {"sec-fetch-site": "same-origin"}
ASK, CODE = "/en/my/sign-in/", "/en/my/sign-in/code/"


@pytest.fixture
def letters(monkeypatch):
    cache.clear()
    sent = []
    monkeypatch.setattr(sending, "_senders", [sent.append])
    return sent


@pytest.fixture
def family_id(db):
    return a_family(phone=PHONE, email=EMAIL)


def sign_in(client, letters, contact):
    client.post(ASK, {"contact": contact})
    return client.post(CODE, {"code": letters[-1].code}, follow=True)


def call_unsafe(family_id, *channels):
    parent = people_of(KITH, family_id).main
    contact = SafeContact(frozenset(channels))
    change_safe_contact(by=KITH, family_id=family_id, parent_id=parent.id, contact=contact)


def test_after_a_way_is_marked_unsafe_no_code_goes_there_though_she_once_signed_in_by_it(client, letters, family_id):
    assert sign_in(client, letters, PHONE).redirect_chain[-1][0].startswith("/en/my/")
    call_unsafe(family_id, Channel.TEXT)
    Client(headers=HERE).post(ASK, {"contact": PHONE})
    assert len(letters) == 1
    call_unsafe(family_id)
    Client(headers=HERE).post(ASK, {"contact": PHONE})
    assert len(letters) == 2


def test_the_answer_is_word_for_word_that_for_a_phone_nobody_knows(client, letters, family_id):
    sign_in(client, letters, PHONE)
    call_unsafe(family_id, Channel.TEXT)
    pages = []
    for contact in (PHONE, UNKNOWN):
        reader = Client(headers=HERE)
        answer = reader.post(ASK, {"contact": contact}, follow=True)
        said = answer.content.decode() + reader.post(CODE, {"code": "123456"}).content.decode()
        pages.append((answer.status_code, answer.redirect_chain, said.replace(contact, "")))
    assert pages[0] == pages[1]
    assert "safe for you" in pages[0][2]
    assert len(letters) == 1


def test_the_safe_way_opens_the_same_record_and_closes_it_to_whoever_holds_the_phone(client, letters, family_id):
    sign_in(client, letters, PHONE)
    assert client.get("/en/my/").status_code == 200
    call_unsafe(family_id, Channel.TEXT)
    hers = Client(headers=HERE)
    sign_in(hers, letters, EMAIL)
    assert (letters[-1].to_email, letters[-1].to_phone) == (EMAIL, None)
    assert hers.get("/en/my/").status_code == 200
    assert client.get("/en/my/").status_code != 200
    by_phone, by_mail = Account.objects.get(phone=PHONE), Account.objects.get(email=EMAIL)
    assert viewer_for(by_phone) is None
    assert viewer_for(by_mail).family_ids == {family_id}


def test_a_phone_that_is_no_longer_hers_gets_no_code(client, letters, family_id):
    sign_in(client, letters, PHONE)
    parent = people_of(KITH, family_id).main
    details = ParentDetails("Ana", "Pop", phone=UNKNOWN, email=EMAIL, is_main=True)
    change_parent(by=KITH, family_id=family_id, parent_id=parent.id, details=details)
    asked, code = (next(each for each in letters if each.kind == kind) for kind in ("way_asked", "way_code"))
    assert (asked.to_phone, code.to_phone) == (PHONE, UNKNOWN)
    client.post(asked.facts["link"].removeprefix(settings.KITH.site_url), {"do": "yes", "code": code.code})
    sent = len(letters)
    Client(headers=HERE).post(ASK, {"contact": PHONE})
    assert len(letters) == sent
    sign_in(Client(headers=HERE), letters, UNKNOWN)
    assert letters[-1].to_phone == UNKNOWN


def test_while_her_way_is_safe_nobody_takes_her_record_away_by_a_phone_they_share(client, letters, family_id):
    sign_in(client, letters, EMAIL)
    his = Client(headers=HERE)
    sign_in(his, letters, PHONE)
    assert his.get("/en/my/").status_code != 200
    assert client.get("/en/my/").status_code == 200
    call_unsafe(family_id, Channel.EMAIL)
    sign_in(his, letters, PHONE)
    assert his.get("/en/my/").status_code == 200
