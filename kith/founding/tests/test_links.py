"""An administrator's link opens once, within a day, and leads to a second factor and the desk."""

from typing import Any

import pytest
from django.test import Client

from kith.founding.actions.links import make_administrator_link
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access.viewer import system_actor
from kith.platform.audit.models import AuditEntry
from testing.people import worker

pytestmark = pytest.mark.django_db
BY = system_actor("test")


@pytest.fixture(autouse=True)
def _real(settings: Any) -> None:
    settings.KITH = settings.KITH.model_copy(update={"demonstration": False})


@pytest.fixture
def link() -> str:
    worker(Role.PLACE_ADMIN, name="Ada Osei")
    return f"/desk/begin/{make_administrator_link(by=BY)}/"


def test_it_lets_in_once_and_leads_to_a_second_factor(client: Client, link: str) -> None:
    page = client.get(link)
    assert page.status_code == 200
    assert "Ada" not in page.content.decode()
    answer = client.post(link)
    assert (answer.status_code, answer["Location"]) == (303, "/desk/security/")
    security = client.get("/desk/security/")
    assert "A second factor first" in security.content.decode()
    assert client.get("/desk/security/passkey/").status_code == 200  # nothing is asked that a newcomer cannot know
    assert client.get("/desk/settings/")["Location"].startswith("/desk/security/")  # the desk waits for it
    noted = AuditEntry.objects.filter(action="sign_in.signed_in").values_list("facts", flat=True)
    assert list(noted) == [{"methods": ["private_link"]}]


def test_used_again_it_says_so_and_how_to_get_another(client: Client, link: str) -> None:
    client.post(link)
    for again in (Client().get(link), Client().post(link)):
        assert again.status_code == 410
        said = again.content.decode()
        assert "This link has been used" in said
        assert "kith place administrator-link" in said


def test_a_day_later_it_opens_nothing(client: Client, link: str, clock: Any) -> None:
    clock.advance(hours=24)
    assert "good for 24 hours" in client.get(link).content.decode()
    assert client.post(link).status_code == 410


def test_a_newer_one_takes_its_place(client: Client, link: str) -> None:
    newer = f"/desk/begin/{make_administrator_link(by=BY)}/"
    assert client.get(link).status_code == 410
    assert client.get(newer).status_code == 200


def test_a_link_of_nothing_is_answered_in_words(client: Client) -> None:
    assert "opens nothing" in client.get("/desk/begin/nothing/").content.decode()


def test_it_is_made_for_an_administrator_alone() -> None:
    with pytest.raises(Refusal, match="no_such_administrator"):
        make_administrator_link(by=BY)
    for _ in range(2):
        worker(Role.PLACE_ADMIN)
    with pytest.raises(Refusal, match="no_such_administrator"):
        make_administrator_link(by=BY)
    midwife = worker(Role.MIDWIFE)
    with pytest.raises(Refusal, match="no_such_administrator"):
        make_administrator_link(by=BY, email=f"{midwife.name}@example.org")
