"""A provider may vouch for a worker who was invited. It makes no accounts, and must have asked for enough."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from pydantic import SecretStr

from kith.platform.sign_in.models import Account
from kith.platform.sign_in.provider import single_sign_on_apps, single_sign_on_origins
from kith.platform.tests.sign_in.conftest import People
from kith.platform.tests.sign_in.provider import CLIENT, SECRET, Provider

DOOR = "/desk/sign-in/with/place/"
DESK = "/desk/gallery/"


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    made = Provider()
    settings.KITH = settings.KITH.model_copy(
        update={
            "oidc_issuer": made.url,
            "oidc_name": "NHS sign-on",
            "oidc_client_id": CLIENT,
            "oidc_client_secret": SecretStr(SECRET),
            "oidc_assurance_values": ("AAL2", "AAL3"),
        }
    )
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": single_sign_on_apps(settings.KITH)}}
    yield made
    made.close()


@pytest.fixture
def sign_on(client: Client, provider: Provider) -> Callable[[], Any]:
    """Press the button, sign in at the provider, come back."""

    def go() -> Any:
        away = client.post(DOOR)
        assert away.status_code == 302, away.content
        assert away["Location"].startswith(f"{provider.url}/authorize?")
        return client.get(provider.authorize(away["Location"]))

    return go


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_the_button_stands_on_the_page_and_the_browser_may_follow_it(
    client: Client, db: None, provider: Provider, settings: Any
) -> None:
    assert "NHS sign-on" in client.get("/desk/sign-in/").content.decode()
    assert single_sign_on_origins(settings.KITH) == [provider.url]


def test_somebody_invited_is_let_in_with_the_provider_s_second_factor(
    client: Client, people: People, sign_on: Callable[[], Any]
) -> None:
    account = people.midwife(password=None)
    answer = sign_on()
    assert (answer.status_code, answer["Location"]) == (302, "/desk/")
    assert client.session["_auth_user_id"] == str(account.pk)
    assert client.get(DESK).status_code == 403  # let in; her role does not see the gallery
    assert Account.objects.count() == 1
    linked = SocialAccount.objects.get()
    assert (linked.user_id, linked.uid) == (account.pk, "u-1")


def test_where_no_assurance_is_asked_of_the_provider_she_still_needs_a_second_factor_here(
    client: Client, people: People, sign_on: Callable[[], Any], settings: Any
) -> None:
    settings.KITH = settings.KITH.model_copy(update={"oidc_assurance_values": ()})
    people.midwife()
    sign_on()
    assert is_signed_in(client)
    assert client.get(DESK)["Location"].startswith("/desk/security/")


@pytest.mark.parametrize(
    "claims",
    [
        {"acr": "AAL1"},
        {"acr": None},
        {"acr": "aal2 "},
        {"email_verified": False},
        {"email": "eve@example.org"},
        {"email": ""},
    ],
)
def test_too_little_is_refused(
    client: Client, people: People, provider: Provider, sign_on: Callable[[], Any], claims: dict[str, Any]
) -> None:
    people.midwife()
    provider.claims |= claims
    answer = sign_on()
    assert answer.status_code == 403
    assert not is_signed_in(client)
    assert Account.objects.count() == 1


def test_another_claim_can_carry_the_assurance(
    client: Client, people: People, provider: Provider, sign_on: Callable[[], Any], settings: Any
) -> None:
    settings.KITH = settings.KITH.model_copy(
        update={"oidc_assurance_claim": "authentication_assurance_level", "oidc_assurance_values": ("3",)}
    )
    people.midwife()
    provider.claims |= {"authentication_assurance_level": 3}
    sign_on()
    assert is_signed_in(client)


def test_a_parent_does_not_come_in_by_this_door(client: Client, people: People, sign_on: Callable[[], Any]) -> None:
    people.parents.add("ann@example.org")
    Account.objects.create_user(email="ann@example.org")
    assert sign_on().status_code == 403
    assert not is_signed_in(client)


def test_a_mailbox_given_to_somebody_else_does_not_open_the_last_one_s_account(
    client: Client, people: People, provider: Provider, sign_on: Callable[[], Any]
) -> None:
    people.midwife()
    sign_on()
    client.post("/sign-out/")
    provider.claims["sub"] = "u-2"
    assert sign_on().status_code == 403
    assert not is_signed_in(client)


@pytest.mark.parametrize("claims", [{"iss": "http://evil.example"}, {"aud": "another"}, {"exp": 1}])
def test_a_token_meant_for_another_is_refused(
    client: Client, people: People, provider: Provider, sign_on: Callable[[], Any], claims: dict[str, Any]
) -> None:
    people.midwife()
    provider.claims |= claims
    sign_on()
    assert not is_signed_in(client)


def test_an_answer_nobody_asked_for_signs_nobody_in(client: Client, people: People, provider: Provider) -> None:
    people.midwife()
    for query in ("", "?code=the-code", "?code=the-code&state=made-up", "?error=access_denied"):
        client.get(f"{DOOR}back/{query}")
        assert not is_signed_in(client)


def test_an_answer_works_once(client: Client, people: People, provider: Provider) -> None:
    people.midwife()
    back = provider.authorize(client.post(DOOR)["Location"])
    client.get(back)
    client.post("/sign-out/")
    client.get(back)
    assert not is_signed_in(client)


def test_a_link_cannot_start_it(client: Client, db: None, provider: Provider) -> None:
    assert client.get(DOOR).status_code == 405
