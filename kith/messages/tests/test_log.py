"""The log of messages says how each fared, and neither its words nor a whole address."""

from typing import Any

import pytest
from django.test import Client

from kith.messages.actions.queueing import queue_message
from kith.messages.queries import IS_CODE
from kith.organisations.rules import Role
from testing.people import KITH, account_of, worker

pytestmark = pytest.mark.django_db


def text(answer: Any) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def browser(role: Role) -> Client:
    client = Client()
    client.force_login(account_of(worker(role)))
    return client


def test_the_log_of_messages_says_neither_words_nor_whole_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)
    place = browser(Role.PLACE_ADMIN)
    queue_message(
        by=KITH,
        kind="sign_in_code",
        language="ro",
        facts={"code": "424242"},
        dedupe_key="log",
        to_email="ioana.popescu@example.org",
    )
    page = text(place.get("/desk/messages/"))
    assert "sign in code" in page
    assert "i…@example.org" in page
    assert "424242" not in page
    assert "ioana" not in page
    assert "There is none" in text(place.get("/desk/messages/?state=failed"))
    assert browser(Role.ADMIN).get("/desk/messages/").status_code == 403


@pytest.mark.parametrize("why", ["", "bereaved", "smtp_550", "notify_503"])
def test_a_reason_that_is_a_code_is_shown(why: str) -> None:
    assert IS_CODE.fullmatch(why)


@pytest.mark.parametrize("why", ["550 ioana@example.org unknown", "07700900123", "No such person"])
def test_a_reason_in_a_providers_own_words_is_not(why: str) -> None:
    assert not IS_CODE.fullmatch(why)
