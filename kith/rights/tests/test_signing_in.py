"""One account with two ways to sign in: added from inside, by a code that was read at the other way of the record."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kith.families.queries.reach import viewer_for
from kith.kernel.refusal import Refusal
from kith.kernel.ways import Way
from kith.platform.sign_in import sending
from kith.platform.sign_in.accounts import parent_account
from kith.platform.sign_in.models import Account
from kith.rights.actions.second_way import add_way_to_sign_in
from kith.rights.tests.world import PHONE, a_council, a_parent
from testing.people import account_of

pytestmark = pytest.mark.django_db
MAIL = "ana@example.org"


@pytest.fixture
def letters(monkeypatch):
    cache.clear()
    sent = []
    monkeypatch.setattr(sending, "_senders", [sent.append])
    return sent


@pytest.fixture
def ana(client: Client):
    council, _ = a_council()
    _, viewer = a_parent(council, email=MAIL)
    account = account_of(viewer)
    account.phone, account.email = PHONE, None
    account.save()
    client.force_login(account)
    return viewer


def test_before_the_mailbox_is_added_it_opens_nothing_and_then_the_same_page(client, ana, letters):
    empty = parent_account(email=MAIL)
    assert viewer_for(empty) is None
    assert client.post(reverse("my-ways"), {"way": "email"}).headers["Location"] == reverse("second-way")
    (letter,) = letters
    assert letter.to_email == MAIL
    assert client.post(reverse("second-way"), {"code": letter.code}).headers["Location"] == reverse("my-ways")
    account = parent_account(email=MAIL)
    assert (account, account.pk) == (parent_account(phone=PHONE), ana.account_id)
    assert not Account.objects.filter(pk=empty.pk).exists()


def test_three_wrong_codes_end_it(client, ana, letters):
    client.post(reverse("my-ways"), {"way": "email"})
    wrong = "000000" if letters[0].code != "000000" else "111111"
    assert [client.post(reverse("second-way"), {"code": wrong}).status_code for _ in range(3)] == [422] * 3
    assert client.post(reverse("second-way"), {"code": letters[0].code}).headers["Location"] == reverse("my-ways")
    assert Account.objects.get(pk=ana.account_id).email is None


def test_a_mailbox_that_is_not_in_her_record_or_is_another_persons_is_refused(ana):
    with pytest.raises(Refusal, match="way_not_on_record"):
        add_way_to_sign_in(by=ana, way=Way.EMAIL, contact="other@example.org")
    council, _ = a_council()
    _, other = a_parent(council, name="Ines Sol", phone="+447700900444")
    taken = account_of(other)
    taken.email = MAIL
    taken.save()
    with pytest.raises(Refusal, match="way_is_anothers"):
        add_way_to_sign_in(by=ana, way=Way.EMAIL, contact=MAIL)
