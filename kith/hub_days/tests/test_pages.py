"""The pages at the desk, and what a device is given and says: small, without phones, and nothing for strangers."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kith.groups.tests import world as small
from kith.hub_days.tests.world import Day, Held
from kith.hub_days.views.device import SCRIPTS
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer
from kith.platform.ui.assets import BUILT, read_manifest
from testing.people import account_of, worker

pytestmark = pytest.mark.django_db
FULL_DAY = 200_000


@pytest.fixture
def megan() -> Viewer:
    return worker(Role.COORDINATOR, name="Megan")


@pytest.fixture
def browser(megan: Viewer, client: Client) -> Client:
    client.force_login(account_of(megan))
    return client


@pytest.fixture
def day(megan: Viewer) -> Day:
    return Day.of(min(megan.organisation_ids), families=1)


def asked(browser: Client, name: str, said: Any) -> Any:
    return browser.post(reverse(name), json.dumps(said), content_type="application/json")


def taken_along(browser: Client, day: Day) -> Any:
    said = {"venue": day.venue_id, "on": clock.today().isoformat(), "key": str(new_uuid())}
    return asked(browser, "hub-device-pack", said)


def compressed(name: str) -> int:
    path = BUILT / read_manifest()["files"][name]
    return path.with_name(f"{path.name}.gz").stat().st_size


def test_a_full_day_and_the_page_that_keeps_it_are_small(browser: Client, day: Day) -> None:
    for _ in range(39):
        small.book(small.an_order(day.session_id, places=1))
    answer = taken_along(browser, day)
    said = answer.json()
    assert len(said["pack"]["sessions"][0]["rows"]) == 40
    one_session = len(json.dumps(said["pack"]["sessions"]))
    page = len(browser.get(reverse("hub-device")).content)
    parts = sum(compressed(name) for name in (*SCRIPTS, "hub-day-worker.js", "app.css"))
    # Eight sessions of forty families: more than a hall holds in a day.
    assert len(answer.content) + 7 * one_session + page + parts < FULL_DAY
    assert "+447700" not in answer.content.decode()


def test_a_device_is_told_what_became_of_its_entries_and_how_the_register_stands(
    browser: Client, day: Day, megan: Viewer
) -> None:
    phone = Held.prepared(megan, day)
    entry = phone.marks("arrived")
    sent = {"key": str(entry.request_key), "number": 1, "sealed": entry.sealed, "signature": entry.signature}
    said = asked(browser, "hub-device-entries", {"device": str(phone.id), "entries": [sent], "pack": True}).json()
    assert said["became"] == {str(entry.request_key): "applied"}
    assert said["pack"]["sessions"][0]["rows"][0]["stands"] == "arrived"
    asked(browser, "hub-device-entries", {"device": str(phone.id), "entries": [], "wiped": True})
    assert phone.row.wiped_at is not None


def test_the_page_that_a_device_keeps_names_nobody(browser: Client, day: Day) -> None:
    page = browser.get(reverse("hub-device")).content.decode()
    assert "Megan" not in page
    assert "Parent" not in page
    worker_script = browser.get(reverse("hub-device-worker"))
    assert worker_script["Content-Type"].startswith("text/javascript")
    assert json.loads(browser.get(reverse("hub-device-manifest")).content)["scope"] == reverse("hub-device")


@pytest.mark.parametrize("said", [None, [], {"device": "x", "entries": []}, {"device": str(new_uuid()), "entries": 3}])
def test_what_cannot_be_read_is_refused_in_words(browser: Client, said: Any) -> None:
    for name in ("hub-device-pack", "hub-device-entries"):
        answer = asked(browser, name, said)
        assert (answer.status_code, "could not be read" in answer.json()["why"]) == (422, True)


def test_the_desk_shows_the_day_prints_it_and_withdraws_a_lost_phone(browser: Client, day: Day, megan: Viewer) -> None:
    phone = Held.prepared(megan, day)
    where = [day.venue_id, clock.today().isoformat()]
    to_day = reverse("hub-day", args=where)
    assert to_day in browser.get(reverse("hub-days")).content.decode()
    assert "Megan" in browser.get(to_day).content.decode()
    printed = browser.get(reverse("hub-day-print", args=where)).content.decode()
    assert "Netherfield Family Hub" in printed
    assert "+44 7700" not in printed
    withdraw = reverse("withdraw-device", args=[*where, phone.id])
    assert browser.post(withdraw).status_code == 200
    assert phone.row.withdrawn_at is None
    assert browser.post(withdraw, {"sure": "yes"}).status_code == 303
    assert phone.row.withdrawn_at is not None


def test_what_waits_is_decided_at_the_second_tap(browser: Client, day: Day, megan: Viewer) -> None:
    phone = Held.prepared(megan, day)
    browser.post(reverse("withdraw-device", args=[day.venue_id, clock.today().isoformat(), phone.id]), {"sure": "yes"})
    phone.sends(phone.marks("arrived"))
    to_day = reverse("hub-day", args=[day.venue_id, clock.today().isoformat()])
    shown = browser.get(to_day).content.decode()
    assert "The device was withdrawn before this came from it." in shown
    entry = {"entry": str(phone.row.entries.get().pk), "choice": "take"}
    assert browser.post(to_day, entry).status_code == 200
    assert browser.post(to_day, entry | {"sure": "yes"}).status_code == 303
    assert "The device was withdrawn" not in browser.get(to_day).content.decode()
