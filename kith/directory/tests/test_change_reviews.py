from typing import Any

import pytest
from django.test import Client

from kith.directory.models.feeds import ProposedChange
from kith.directory.models.listings import Service
from kith.directory.tests.feeds import a_record, proposed
from kith.directory.tests.listings import an_organisation, services_found
from kith.kernel import clock
from kith.kernel.ids import AccountId
from kith.organisations.actions.people import add_membership
from kith.organisations.rules import Role
from kith.platform.access.viewer import system_actor
from kith.platform.sign_in.models import Account

pytestmark = pytest.mark.django_db
LIST = "/desk/directory/changes/"


@pytest.fixture
def coordinator(client: Client, settings: Any) -> Client:
    account = Account.objects.create_user(email="coordinator@example.org")
    add_membership(
        by=system_actor("tests"),
        account_id=AccountId(account.pk),
        organisation_id=an_organisation("Council"),
        role=Role.COORDINATOR,
        name="Megan",
        from_on=clock.today(),
    )
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


@pytest.fixture(autouse=True)
def _second_factor_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)


def waiting() -> list[int]:
    return list(ProposedChange.objects.filter(decision="waiting").order_by("pk").values_list("pk", flat=True))


def test_the_page_says_what_is_new_and_what_was_refused_and_publishes_what_is_ticked(coordinator: Client) -> None:
    review = proposed(a_record(1), a_record(2), a_record(3, email="nobody")).review_id
    page = coordinator.get(LIST).content.decode()
    assert "https://directory.example.org/feed" in page
    page = coordinator.get(f"{LIST}{review}/").content.decode()
    assert "2 listings wait." in page
    assert "2 Story Close, Bletchley" in page
    assert "service Feeding café 3" in page and "is not an e-mail address" in page
    first, second = waiting()
    answer = coordinator.post(f"{LIST}{review}/", {"do": "publish", f"take_{first}": "on"})
    assert answer.status_code == 302
    assert [card.name.text for card in services_found()] == ["Feeding café 1"]
    coordinator.post(f"{LIST}{review}/", {"do": "leave", f"take_{second}": "on"})
    assert "Nothing waits." in coordinator.get(LIST).content.decode()
    assert Service.objects.count() == 1
    assert "Everything in this review is decided." in coordinator.get(f"{LIST}{review}/").content.decode()


def test_what_the_feed_does_not_say_is_asked_for(coordinator: Client) -> None:
    review = proposed(a_record(1, name="Pottery", description="Clay.")).review_id
    (change,) = waiting()
    ticked = {"do": "publish", f"take_{change}": "on"}
    answer = coordinator.post(f"{LIST}{review}/", ticked)
    assert answer.status_code == 422
    assert "Choose what the listing is for, or take away its tick" in answer.content.decode()
    coordinator.post(f"{LIST}{review}/", ticked | {f"need_{change}": "safer_sleep"})
    assert Service.objects.get().needs == ["safer_sleep"]


@pytest.mark.parametrize(
    ("form", "words"), [({}, "Choose one of the buttons"), ({"do": "publish"}, "Tick the listings")]
)
def test_a_form_that_decides_nothing_says_what_to_do(coordinator: Client, form: dict[str, str], words: str) -> None:
    review = proposed(a_record(1)).review_id
    answer = coordinator.post(f"{LIST}{review}/", form)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_all_that_are_ready_are_published_at_once_and_sending_it_twice_is_safe(coordinator: Client) -> None:
    review = proposed(*(a_record(number) for number in range(1, 6))).review_id
    for _ in range(2):
        coordinator.post(f"{LIST}{review}/", {"do": "publish-all"})
    assert Service.objects.count() == 5


def test_what_another_organisation_keeps_is_shown_and_not_offered(coordinator: Client) -> None:
    an_organisation("Parents’ Friends")
    review = proposed(a_record(1)).review_id
    page = coordinator.get(f"{LIST}{review}/").content.decode()
    assert "Only the organisation that keeps this listing decides:" in page
    (change,) = waiting()
    coordinator.post(f"{LIST}{review}/", {"do": "publish", f"take_{change}": "on"})
    assert Service.objects.count() == 0


def test_a_review_that_is_not_there_is_not_found(coordinator: Client) -> None:
    assert coordinator.get(f"{LIST}999999/").status_code == 404
