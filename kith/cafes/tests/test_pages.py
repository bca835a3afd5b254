"""A café's day by taps, through a browser without JavaScript."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client

from kith.cafes.models import Arrival, Turn, WalkIn
from kith.cafes.rules.footfall import People
from kith.cafes.tests.world import Cafe
from kith.platform.access.viewer import Viewer
from testing.people import a_family, account_of, parent_of

pytestmark = pytest.mark.django_db
FORM = re.compile(r"<form.*?</form>", re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')


@pytest.fixture
def cafe(monkeypatch: pytest.MonkeyPatch) -> Cafe:
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)
    return Cafe()


def browser(viewer: Viewer) -> Client:
    client = Client(headers={"sec-fetch-site": "same-origin"})
    client.force_login(account_of(viewer))
    return client


def press(client: Client, address: str, button: str, **said: str) -> str:
    """Fill in and send the first form of the page that has this button; the page it leads to."""
    page = client.get(address).content.decode()
    form = next(each for each in FORM.findall(page) if re.search(rf"<button[^>]*>{re.escape(button)}", each))
    sent = dict(HIDDEN.findall(form))
    if named := re.search(rf'<button[^>]*name="do" value="([\w-]+)"[^>]*>{re.escape(button)}', form):
        sent["do"] = named[1]
    answer = client.post(address, urlencode(sent | said), content_type="application/x-www-form-urlencoded", follow=True)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def test_a_cafe_day_by_taps(cafe: Cafe) -> None:
    client, page = browser(cafe.worker), f"/desk/cafes/{cafe.session_id}/"
    assert page in client.get(f"/desk/sessions/{cafe.session_id}/").content.decode()
    press(client, page, "Parent with a baby")
    press(client, page, "Co-parent or partner")
    shown = press(client, page, "Count them", adults="2", siblings="3")
    assert "3 brothers and sisters" in shown
    assert Arrival.objects.people() == People(3, 1, 1, 3)
    assert "Count again" in press(client, page, "Take back")
    assert Arrival.objects.people() == People(1, 1, 1, 0)
    press(client, page, "Count again")
    key = Arrival.objects.order_by("-pk")[0].request_key
    assert "Romanian" in press(client, f"{page}told/{key}/", "Save", language="ro", community="C")
    assert client.post(page, {"request_key": str(key), "adults": "21"}).status_code == 422


def test_a_one_to_one_morning_on_a_phone(cafe: Cafe) -> None:
    client, page = browser(cafe.worker), f"/desk/cafes/{cafe.session_id}/one-to-one/"
    said = {"begins": "0", "until": "120", "each": "20", "share": "every_other", "specialist": ""}
    press(client, f"{page}times/", "Save", **said)
    press(client, page, "Put her on the list", known_as="Amina")
    shown = press(client, page, "Put her on the list")
    assert "waiting about 20 minutes" in shown
    press(client, page, "Call her")
    press(client, page, "Goes in now")
    press(client, page, "Has been seen")
    assert list(Turn.objects.order_by("pk").values_list("state", flat=True)) == ["seen", "waiting"]
    press(client, f"{page}book/", "Keep this time", slot="4", known_as="Eva")
    assert Turn.objects.get(slot=4).known_as == "Eva"
    family_id = a_family(cafe.organisation_id, name="Ana Popescu")
    turn_id = Turn.objects.get(number=2).pk
    families = f"/desk/cafes/{cafe.session_id}/families/"
    found = client.post(families, {"what": "Ana Popescu", "turn": str(turn_id)}).content.decode()
    assert f'value="{family_id}"' in found
    wish = {"do": "note", "family": str(family_id), "turn": str(turn_id), "what": "Ana Popescu"}
    assert client.post(families, wish).status_code == 422
    assert client.post(families, wish | {"wished": "on"}).status_code == 303
    assert "Ana Popescu" in client.get(page).content.decode()
    assert client.post(families, {"do": "take-off", "family": str(family_id)}).status_code == 303
    assert WalkIn.objects.filter(taken_back_at=None).count() == 0


def test_a_mother_chooses_a_time_and_gives_it_back(cafe: Cafe, client: Client) -> None:
    cafe.offer()
    session = f"/en/sessions/{cafe.session_id}/"
    _, mother = parent_of(a_family(cafe.organisation_id, phone="+447700900123"))
    own, page = browser(mother), f"/en/my/one-to-one/{cafe.session_id}/"
    assert "One-to-one time" in client.get(session).content.decode()
    assert "Give this time back" in press(own, page, "Keep this time for me", slot="2")
    assert page in own.get("/en/my/").content.decode()
    assert "Keep this time for me" in press(own, page, "Give this time back")


@pytest.mark.parametrize("sent", [{"do": "take-back"}, {"do": "take-back", "request_key": "x"}, {"do": "count-again"}])
def test_a_form_that_names_no_tap_is_not_found(cafe: Cafe, sent: dict[str, str]) -> None:
    assert browser(cafe.worker).post(f"/desk/cafes/{cafe.session_id}/", sent).status_code == 404


@pytest.mark.parametrize("sent", [{"turn": "x"}, {"turn": "1", "after": "waiting", "do": "dance"}])
def test_a_form_that_names_no_turn_is_not_found(cafe: Cafe, sent: dict[str, str]) -> None:
    assert browser(cafe.worker).post(f"/desk/cafes/{cafe.session_id}/one-to-one/", sent).status_code == 404


def test_the_totals_say_who_came_and_hide_small_numbers(cafe: Cafe) -> None:
    cafe.count(adults=12, babies=11)
    cafe.count(co_parents=2)
    shown = browser(cafe.worker).get("/desk/cafes/").content.decode()
    assert "25 people were counted" in shown
    assert "hidden" in shown
