"""A visitor without an account asks for a pump: nothing of it is known until the contact is proved."""

import pytest
from django.test import Client
from django.urls import reverse

from kith.equipment.actions.holding import code_of, forget_pump_wishes
from kith.equipment.models.held import PumpHold
from kith.equipment.models.requests import PumpRequest
from kith.equipment.rules.codes import RequestState
from kith.equipment.tests.world import KITH, Pumps
from kith.groups.rules.codes import HeldState
from kith.kernel.ids import new_uuid
from testing.rows import Family, Message

pytestmark = pytest.mark.django_db
FORM = {"needs": ["cannot_afford"], "name": "Mara  Visitor", "contact": "07700 900199"}


@pytest.fixture
def pumps() -> Pumps:
    made = Pumps()
    made.unit()
    return made


def ask(client: Client, **changes: object) -> str:
    answer = client.post(reverse("ask-pump"), {"request_key": new_uuid(), **FORM, **changes})
    assert answer.status_code == 303, answer.content.decode()
    return str(answer["Location"])


def sent_to_her() -> PumpHold:
    assert Message.objects.get(kind="pump_to_confirm").address == "+447700900199"
    return PumpHold.objects.get(sent_at__isnull=False)


def test_what_she_typed_waits_apart_and_becomes_a_request_by_her_code(pumps, client, run_jobs):
    before = Family.objects.count()
    page = ask(client)
    assert (Family.objects.count(), PumpRequest.objects.count()) == (before, 0)
    run_jobs()
    code = code_of(sent_to_her())
    wrong = f"{(int(code) + 1) % 10**6:06}"
    assert client.post(page, {"code": wrong}).status_code == 422
    assert client.post(page, {"code": code}).status_code == 303
    row = PumpRequest.objects.get()
    assert (row.state, row.contact_name, row.contact_phone) == (RequestState.HELD, "Mara Visitor", "+447700900199")
    assert "You have asked for a breast pump" in client.get(page).content.decode()
    held = PumpHold.objects.get()
    assert (held.said, held.became) == ({}, row.request_key)


def test_the_link_asks_once_and_only_by_a_tap(pumps, client, run_jobs):
    ask(client)
    run_jobs()
    link = reverse("confirm-pump", args=[sent_to_her().link])
    assert "Mara Visitor" in client.get(link).content.decode()
    assert PumpRequest.objects.count() == 0
    assert [client.post(link).status_code for _ in range(2)] == [303, 303]
    assert PumpRequest.objects.count() == 1


def test_known_or_unknown_the_answer_is_the_same(pumps, client):
    known = pumps.visitor(phone="+447700900177")
    assert known.state is HeldState.HELD
    contacts, pages = ("07700 900177", "07700 900178"), []
    for contact in contacts:
        address = ask(client, contact=contact)
        pages.append(client.get(address).content.decode().replace(address.split("/")[-2], "").replace(contact, ""))
    assert pages[0] == pages[1]


def test_without_a_need_that_the_rule_names_nothing_is_kept(pumps, client):
    answer = client.post(reverse("ask-pump"), {"request_key": new_uuid(), **FORM, "needs": []})
    assert (answer.status_code, PumpHold.objects.count()) == (422, 0)
    assert "By our rule we cannot lend you a pump now" in answer.content.decode()


def test_a_family_that_has_asked_already_keeps_its_place(pumps, client):
    first, second = pumps.visitor(), pumps.visitor()
    answers = [client.post(reverse("confirm-pump", args=[row.link])) for row in (first, second)]
    assert [each.status_code for each in answers] == [303, 422]
    assert "A pump is asked for already" in answers[1].content.decode()
    assert PumpRequest.objects.count() == 1


def test_words_that_were_not_proved_are_forgotten(pumps, client, clock):
    page = ask(client)
    clock.advance(hours=25)
    forget_pump_wishes(by=KITH)
    assert "This is over" in client.get(page).content.decode()
    row = PumpHold.objects.get()
    assert (row.said, row.contact_digest, row.state) == ({}, "", HeldState.OVER)
