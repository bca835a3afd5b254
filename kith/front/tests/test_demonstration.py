"""The demonstration's people can be tried on, from this machine only."""

from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from kith.families.actions.accounts import claim_records
from kith.families.actions.registering import register_family
from kith.families.rules.entries import NewFamily, NewParent
from kith.kernel.ids import AccountId
from kith.messages.providers.folder import Folder
from kith.messages.providers.letter import Letter
from kith.organisations.actions.alliance import add_organisation
from kith.organisations.actions.people import add_membership
from kith.organisations.rules import OrganisationKind, Role
from kith.platform.access.viewer import system_actor
from kith.platform.sign_in.models import Account

ROLES = [role.value for role in Role]
HERE = {"HTTP_HOST": "localhost"}
BY = system_actor("test")


@pytest.fixture
def people(db: None) -> None:
    council = add_organisation(by=BY, name="Council", kind=OrganisationKind.COUNCIL)
    for role in Role:
        account = Account.objects.create_user(email=f"{role.value}@demo.kith.invalid")
        add_membership(
            by=BY,
            account_id=AccountId(account.pk),
            organisation_id=council,
            role=role,
            name=f"Person {role.value}",
            from_on=date(2026, 1, 1),
        )


def sign_in(client: Client, role: str, **extra: Any) -> Any:
    return client.post(f"/demo/sign-in/{role}", **(HERE | extra))


def test_everybody_is_listed_with_a_button(client: Client, people: None) -> None:
    page = client.get("/demo/", **HERE).content.decode()
    for role in ROLES:
        assert f"Person {role}" in page
        assert f'action="/demo/sign-in/{role}"' in page


def test_what_was_sent_is_read_here_with_its_links_the_newest_first(client: Client, db: None) -> None:
    folder = Folder(settings.KITH.place_var / "messages", "kith@localhost.invalid")
    for path in folder.folder.glob("kith-*"):
        path.unlink()
    assert "Nothing has been sent yet" in client.get("/demo/outbox/", **HERE).content.decode()
    link = "http://127.0.0.1:8000/ar/sessions/7/confirm/abc/"
    folder.send(Letter("kith-1", "ana@example.org", "ar", "Older", f"أكّدوا:\n\u2068{link}\u2069\n\n<b>"))
    folder.send(Letter("kith-2", "+447700900199", "en", "", "Your code: 123456"))
    page = client.get("/demo/outbox/", **HERE).content.decode()
    assert page.index("123456") < page.index("Older")
    assert f'<a href="{link}"' in page
    assert "<bdi>ana@example.org</bdi>" in page
    assert "<b>" not in page


@pytest.mark.parametrize("role", ROLES)
def test_becoming_somebody_lands_her_where_she_works(client: Client, people: None, role: str) -> None:
    answer = sign_in(client, role)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/desk/")
    landed = client.get("/desk/", follow=True)
    assert landed.status_code == 200
    assert f"Person {role}" in landed.content.decode()


def test_becoming_the_parent_lands_her_on_her_page(client: Client, db: None) -> None:
    account = Account.objects.create_user(email="parent@demo.kith.invalid")
    family = NewFamily(parents=(NewParent("Ioana", "Popescu", email="parent@demo.kith.invalid"),))
    register_family(by=BY, family=family)
    claim_records(by=BY, account_id=AccountId(account.pk), email="parent@demo.kith.invalid")
    answer = sign_in(client, "parent", headers={"accept-language": "ro"})
    assert answer.headers["Location"] == "/ro/my/"
    assert client.get("/ro/my/").status_code == 200


def test_becoming_somebody_else_forgets_the_first(client: Client, people: None) -> None:
    sign_in(client, "midwife")
    first = client.session.session_key
    sign_in(client, "analyst")
    assert client.session.session_key != first
    assert "Person analyst" in client.get("/desk/", follow=True).content.decode()


def test_a_plain_client_without_origin_or_cookie_may_try(people: None) -> None:
    assert Client().post("/demo/sign-in/midwife", **HERE).status_code == 302


def test_another_site_cannot_sign_a_visitor_in(people: None) -> None:
    answer = Client().post("/demo/sign-in/midwife", **HERE, HTTP_ORIGIN="https://evil.example")
    assert answer.status_code == 403


@pytest.mark.parametrize("role", ["nobody", "root", "midwife2", "Midwife"])
def test_nobody_else_can_be_tried_on(client: Client, people: None, role: str) -> None:
    assert sign_in(client, role).status_code == 404


def test_a_link_cannot_sign_anybody_in(client: Client, people: None) -> None:
    assert client.get("/demo/sign-in/midwife", **HERE).status_code == 405


@pytest.mark.parametrize(
    "extra",
    [
        {"REMOTE_ADDR": "192.168.1.20"},
        {"REMOTE_ADDR": "192.168.1.20", "HTTP_HOST": "127.0.0.1"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
        {"HTTP_VIA": "1.1 proxy"},
        {"HTTP_HOST": "testserver"},
    ],
)
def test_another_machine_finds_nothing(client: Client, people: None, extra: dict[str, str]) -> None:
    assert client.get("/demo/", **(HERE | extra)).status_code == 404
    assert client.get("/demo/outbox/", **(HERE | extra)).status_code == 404
    assert sign_in(client, "midwife", **extra).status_code == 404
    assert "_auth_user_id" not in client.session


def test_a_stranger_host_is_refused_outright(client: Client, people: None) -> None:
    assert sign_in(client, "midwife", HTTP_HOST="kith.example.org").status_code == 400


def test_outside_a_demonstration_there_is_nothing(client: Client, people: None, settings: Any) -> None:
    settings.KITH = settings.KITH.model_copy(update={"demonstration": False})
    assert client.get("/demo/", **HERE).status_code == 404
    assert client.get("/demo/outbox/", **HERE).status_code == 404
    assert sign_in(client, "midwife").status_code == 404
