"""A place chooses for itself at the desk: within a range, with a reason, and with a history that only grows."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from kith.caseloads.settings import USUAL_CASELOAD
from kith.kernel import choices
from kith.kernel.choices import place
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.places.actions.choosing import change_setting
from kith.places.chosen import renew_choices
from kith.places.models import SettingChange
from kith.platform.access.viewer import Viewer
from kith.platform.sign_in.models import Account
from testing.people import worker

pytestmark = pytest.mark.django_db
PAGE = f"/desk/settings/{USUAL_CASELOAD.key}/"


@pytest.fixture
def administrator() -> Viewer:
    return worker(Role.PLACE_ADMIN, name="Ada Osei")


@pytest.fixture
def desk(administrator: Viewer, client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)
    account = Account.objects.get(pk=administrator.account_id)
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


def test_a_setting_is_changed_with_a_reason_and_the_page_says_who_and_why(desk: Client) -> None:
    assert "250 families" in desk.get("/desk/settings/").content.decode()
    answer = desk.post(PAGE, {"value": "180", "why": "Two posts are vacant.", "seen": "0"})
    assert answer.status_code == 303
    renew_choices()
    assert USUAL_CASELOAD.now == 180
    page = desk.get(PAGE).content.decode()
    assert [words for words in ("180 families", "Two posts are vacant.", "Ada Osei") if words not in page] == []


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"value": "0"}, "Enter a number from 1 to 2,000"),
        ({"value": "many"}, "Enter a number in digits"),
        ({"why": " "}, "Say why"),
        ({"why": " ", "value": "0"}, "Enter a number from 1 to 2,000"),
        ({"seen": "7"}, "has changed this since you opened the page"),
    ],
)
def test_what_cannot_be_is_said_beside_the_question_and_changes_nothing(
    desk: Client, sent: dict[str, str], words: str
) -> None:
    answer = desk.post(PAGE, {"value": "180", "why": "Fewer.", "seen": "0", **sent})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert SettingChange.objects.count() == 0


def test_every_setting_has_a_page_that_can_be_opened(desk: Client) -> None:
    for key in choices.DECLARED:
        assert desk.get(f"/desk/settings/{key}/").status_code == 200
    assert desk.get("/desk/settings/nothing/").status_code == 404


def test_the_second_of_two_who_change_it_at_once_is_told(administrator: Viewer) -> None:
    change_setting(by=administrator, key=USUAL_CASELOAD.key, given=180, why="Fewer.", seen=0)
    with pytest.raises(Refusal, match="setting_changed_meanwhile"):
        change_setting(by=administrator, key=USUAL_CASELOAD.key, given=300, why="More.", seen=0)


def test_a_colour_that_cannot_be_read_is_refused_and_one_that_can_is_linked(
    administrator: Viewer, client: Client
) -> None:
    with pytest.raises(Refusal, match="colour_not_readable"):
        change_setting(by=administrator, key=place.BUTTON.key, given="#c08a3e", why="Ours.", seen=0)
    assert "/colours/" not in client.get("/en/help-now/").content.decode()
    with choices.chosen({place.BUTTON.key: "#1d4e5f"}):
        page = client.get("/en/who-we-are/").content.decode()
        address = page.partition('href="/colours/')[2].partition('"')[0]
        sheet = client.get(f"/colours/{address}").content.decode()
    assert "--kith-button:#1d4e5f;--kith-button-hover:#13343f" in sheet


def test_a_language_that_is_not_offered_is_not_in_the_switch(client: Client) -> None:
    assert 'hreflang="so"' in client.get("/en/who-we-are/").content.decode()
    with choices.chosen({place.LANGUAGES.key: ("en", "ro")}):
        page = client.get("/en/accessibility/").content.decode()
    assert 'hreflang="ro"' in page
    assert 'hreflang="so"' not in page


def test_the_history_only_grows(administrator: Viewer) -> None:
    change_setting(by=administrator, key=USUAL_CASELOAD.key, given=180, why="Fewer.", seen=0)
    for change in (lambda: SettingChange.objects.update(why="other"), lambda: SettingChange.objects.all().delete()):
        with pytest.raises(DatabaseError, match="keeps what was written"), transaction.atomic():
            change()
