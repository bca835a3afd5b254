"""A hub day in a real browser: the network cut, sent twice, killed in the middle, two devices, a lost phone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from kith.kernel import clock
from testing.addresses import sign_in
from testing.axe import violations
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
PIN = "815493"
CAFE = "Feeding café, with time one to one"
LOOKS_EVERY = 20_000
"""Milliseconds between two looks of the page at the clock."""
OWN_PASSKEYS = {
    "protocol": "ctap2",
    "ctap2Version": "ctap2_1",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "hasPrf": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
# All that the device keeps, as whoever finds it could read it; buffers by their letters.
KEPT = """async () => {
  const text = (value) => JSON.stringify(value, (_, each) => {
    if (each instanceof ArrayBuffer || ArrayBuffer.isView(each)) return new TextDecoder().decode(each);
    return each;
  });
  let said = "";
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((found) => (indexedDB.open(name).onsuccess = (event) => found(event.target.result)));
    for (const store of db.objectStoreNames) {
      const all = db.transaction(store).objectStore(store).getAll();
      said += text(await new Promise((resolve) => (all.onsuccess = () => resolve(all.result))));
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!/woff2|css/.test(request.url)) said += await (await cache.match(request)).text();
    }
  }
  return said + JSON.stringify({ ...localStorage, ...sessionStorage });
}"""
# What of a day is left that a PIN could open.
OPENS = """async () => {
  if (!(await indexedDB.databases()).some((each) => each.name === "kith-hub-day")) return [];
  const asked = indexedDB.open("kith-hub-day");
  const db = await new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
  const keys = db.transaction("kept").objectStore("kept").getAllKeys();
  const found = await new Promise((resolve) => (keys.onsuccess = () => resolve(keys.result)));
  db.close();
  return found;
}"""
QUEUED = """async () => {
  const names = (await indexedDB.databases()).map((each) => each.name);
  if (!names.includes("kith-hub-day")) return -1;
  const asked = indexedDB.open("kith-hub-day");
  const db = await new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
  const count = db.transaction("queue").objectStore("queue").count();
  const found = await new Promise((resolve) => (count.onsuccess = () => resolve(count.result)));
  db.close();
  return found;
}"""


def test_nothing_is_lost_doubled_or_readable(new_context: NewContext, place: RunningPlace) -> None:
    tomorrow = (date.today() + timedelta(days=1)).isoformat()  # noqa: DTZ011  # the place's own clock is the machine's
    phone, tablet = (_at_work(new_context, place) for _ in range(2))
    day = _a_day_of_tomorrow(phone, tomorrow)
    first, second = (_takes_along(each, day) for each in (phone, tablet))
    names = first.locator("[data-rows] [data-name]").all_inner_texts()
    assert len(names) == 10
    expect(first.locator("[data-page]").first).to_have_text("1 / 2")
    assert violations(first) == []

    # The network is cut: what is tapped is kept, and nobody who finds the phone can read it.
    phone.set_offline(True)
    _row(first, names[0]).get_by_role("button", name="Arrived").click()
    first.get_by_text("To hand out").click()
    first.locator("[data-pages] button").first.click()
    first.locator("[data-pages] button").first.click()
    expect(first.locator("[data-screen=day] [data-to-send]")).to_have_text("3")
    kept = first.evaluate(KEPT)
    assert not [name for name in names if name in kept]
    assert "arrived" not in re.sub(r"<template.*?</template>", "", kept, flags=re.DOTALL).lower().replace(
        "data-mark", ""
    )

    # Killed in the middle, and opened again without a network: all of it is there, behind the PIN.
    first.close()
    first = phone.new_page()
    first.goto("/desk/hub-day/")
    _opens(first, "000000")
    expect(first.get_by_role("alert")).to_contain_text("Tries left: 4")
    _opens(first, PIN)
    expect(_row(first, names[0])).to_contain_text("not sent yet")
    first.get_by_text("To hand out").click()
    expect(first.locator("[data-pages] [data-given]").first).to_have_text("2")

    # The answer to a first sending is lost on the way; sent again, each tap counts once.
    lost: list[Any] = []

    def lose(route: Route) -> None:
        said = route.fetch().json()
        route.abort()
        lost.append(said)

    phone.route("**/hub-day/entries/", lose, times=1)
    phone.set_offline(False)
    _wait_for(first, lambda: bool(lost))
    assert set(lost[0]["became"].values()) == {"applied"}
    assert first.evaluate(QUEUED) == 3
    first.get_by_role("button", name="Send now").click()
    expect(first.locator("[data-status]")).to_contain_text("Everything is sent")
    assert first.evaluate(QUEUED) == 0

    # The other device has marked the same family differently: a person sees both.
    _row(second, names[0]).get_by_role("button", name="Did not come").click()
    expect(second.locator("[data-status]")).to_contain_text("does not fit the register")
    desk = phone.new_page()
    desk.goto(day)
    waiting = desk.locator(".kith-row--now", has_text=names[0])
    expect(waiting).to_contain_text("Somebody has marked this family differently meanwhile.")
    expect(waiting).to_contain_text("Arrived")
    assert violations(desk) == []

    # The tablet is lost with a tap on it: withdrawn, it wipes itself, and what it sends counts only by a person's word.
    tablet.set_offline(True)
    _row(second, names[1]).get_by_role("button", name="Arrived").click()
    expect(second.locator("[data-screen=day] [data-to-send]")).to_have_text("1")
    desk.locator(".kith-row", has_text="Prepared").get_by_role("button", name="It is lost").last.click()
    desk.get_by_role("button", name="Withdraw the device").click()
    tablet.set_offline(False)
    expect(second.get_by_role("heading", name="This device was withdrawn")).to_be_visible()
    assert second.evaluate(QUEUED) <= 0
    desk.goto(day)
    expect(desk.locator(".kith-row--now", has_text=names[1])).to_contain_text("The device was withdrawn")

    # Finished: all is sent, and nothing is left.
    first.get_by_role("button", name="Finish").click()
    first.get_by_role("button", name="Send everything and wipe").click()
    expect(first.get_by_role("heading", name="Everything is sent and wiped")).to_be_visible()
    assert first.evaluate(QUEUED) <= 0
    desk.goto(day)
    expect(desk.locator(".kith-row", has_text="Wiped")).to_have_count(1)


def test_a_passkey_opens_the_day_without_a_network(browser: Browser, place: RunningPlace) -> None:
    here = replace(place, url=place.url.replace("127.0.0.1", "localhost"))  # passkeys belong to names, not to numbers
    with browser.new_context(**PHONE, locale="en-GB", base_url=here.url) as context:  # type: ignore[arg-type]
        sign_in(context, here, "coordinator")
        day = _a_day_of_tomorrow(context, (date.today() + timedelta(days=1)).isoformat())  # noqa: DTZ011
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        devtools.send("WebAuthn.enable")
        devtools.send("WebAuthn.addVirtualAuthenticator", {"options": OWN_PASSKEYS})
        page.goto(day)
        page.get_by_role("link", name="Keep the day on this phone or computer").click()
        page.get_by_role("button", name="Use this device’s passkey instead").click()
        expect(page.locator("[data-screen=day]")).to_be_visible(timeout=15_000)
        page.get_by_role("button", name="Close the day").click()
        context.set_offline(True)
        page.get_by_role("button", name="Open the day with your passkey").click()
        expect(page.locator("[data-screen=day]")).to_be_visible(timeout=15_000)


@pytest.mark.thorough
def test_turns_one_to_one_are_moved_without_a_network_and_come_home(
    new_context: NewContext, place: RunningPlace
) -> None:
    context = _at_work(new_context, place, "health-visitor")
    desk = context.new_page()
    desk.goto("/desk/sessions/")
    rows = desk.locator("tr", has_text=CAFE)
    links = [str(rows.nth(at).get_by_role("link").first.get_attribute("href")) for at in range(rows.count())]
    (number,) = re.findall(r"/sessions/(\d+)/", links[-3])  # today's: a week ago and two weeks to come are beside it
    the_list = f"/desk/cafes/{number}/one-to-one/"
    desk.goto(the_list)
    if desk.get_by_role("button", name="Put her on the list").count() == 0:
        pytest.skip("at night the café of this morning is over")
    for name in ("Wanjiru", "Sunniva"):
        desk.locator("[name=known_as]").fill(name)
        desk.get_by_role("button", name="Put her on the list").click()
    page = _takes_along(context, _a_day_with(context, "Wanjiru"))
    page.locator("[data-sessions] button", has_text=CAFE).click()
    called, undone = (page.locator("[data-turns] > li", has_text=name) for name in ("Wanjiru", "Sunniva"))
    expect(called).to_contain_text("Is waiting")
    context.set_offline(True)
    called.get_by_role("button", name="Call her").click()
    called.get_by_role("button", name="Goes in now").click()
    undone.get_by_role("button", name="Has left").click()
    undone.get_by_role("button", name="Undo").click()
    expect(called).to_contain_text("Is being seen")
    expect(called).to_contain_text("not sent yet")
    expect(page.locator("[data-screen=day] [data-to-send]")).to_have_text("4")
    assert violations(page) == []
    context.set_offline(False)
    page.get_by_role("button", name="Send now").click()
    expect(page.locator("[data-status]")).to_contain_text("Everything is sent", timeout=30_000)
    desk.goto(the_list)
    expect(desk.locator("li", has_text="Wanjiru")).to_contain_text("Is being seen")
    expect(desk.locator("li", has_text="Sunniva")).to_contain_text("Is waiting")


def _a_day_with(context: BrowserContext, name: str) -> str:
    """The address of the day whose pack names her."""
    page = context.new_page()
    page.goto("/desk/hub-days/")
    for day in _links(page):
        page.goto(f"{day}print/")
        if page.get_by_text(name).count():
            page.close()
            return day
    raise AssertionError(f"no pack names {name}")


@pytest.mark.thorough
def test_the_names_are_wiped_at_midnight_and_when_a_clock_is_turned_back(
    new_context: NewContext, place: RunningPlace
) -> None:
    tomorrow = date.today() + timedelta(days=1)  # noqa: DTZ011  # the place's own clock is the machine's
    context = _at_work(new_context, place)
    day = _a_day_of_tomorrow(context, tomorrow.isoformat())
    midnight = clock.midnight(tomorrow + timedelta(days=1))
    for instant in (midnight, datetime.now(UTC) - timedelta(hours=3)):
        page = _takes_along(context, day)
        names = page.locator("[data-rows] [data-name]").all_inner_texts()
        context.set_offline(True)
        _row(page, names[0]).get_by_role("button", name="Arrived").click()
        expect(page.locator("[data-screen=day] [data-to-send]")).to_have_text("1")
        # The control: a minute before midnight it has closed by itself, and opens with all names.
        page.clock.set_fixed_time(midnight - timedelta(minutes=1))
        expect(page.get_by_role("heading", name="The day is closed")).to_be_visible(timeout=LOOKS_EVERY + 10_000)
        _opens(page, PIN)
        expect(page.locator("[data-rows] [data-name]").first).to_have_text(names[0], timeout=15_000)
        page.clock.set_fixed_time(instant)
        expect(page.get_by_role("heading", name="The day is over")).to_be_visible(timeout=LOOKS_EVERY + 10_000)
        _is_wiped(page, names)
        # What was noted lies sealed, and goes home as soon as there is a network.
        assert page.evaluate(QUEUED) == 1
        page.clock.set_fixed_time(datetime.now(UTC))
        context.set_offline(False)
        expect(page.locator("[data-status]")).to_contain_text("sent", ignore_case=True, timeout=LOOKS_EVERY + 10_000)
        assert page.evaluate(QUEUED) <= 0
        page.close()


@pytest.mark.thorough
def test_the_names_are_wiped_after_five_wrong_tries(new_context: NewContext, place: RunningPlace) -> None:
    tomorrow = (date.today() + timedelta(days=1)).isoformat()  # noqa: DTZ011
    context = _at_work(new_context, place)
    page = _takes_along(context, _a_day_of_tomorrow(context, tomorrow))
    names = page.locator("[data-rows] [data-name]").all_inner_texts()
    context.set_offline(True)
    _row(page, names[1]).get_by_role("button", name="Arrived").click()
    expect(page.locator("[data-screen=day] [data-to-send]")).to_have_text("1")
    page.get_by_role("button", name="Close the day").click()
    # The control: four wrong tries wipe nothing, and the right PIN starts the count anew.
    for left in range(4, 0, -1):
        _opens(page, f"00000{left}")
        expect(page.get_by_role("alert")).to_contain_text(f"Tries left: {left}")
    _opens(page, PIN)
    expect(page.locator("[data-rows] [data-name]").first).to_have_text(names[0])
    page.get_by_role("button", name="Close the day").click()
    for left in range(4, 0, -1):
        _opens(page, f"00000{left}")
        expect(page.get_by_role("alert")).to_contain_text(f"Tries left: {left}")
    _opens(page, "000000")
    expect(page.get_by_role("heading", name="The day is over")).to_be_visible(timeout=15_000)
    _is_wiped(page, names)
    assert page.evaluate(QUEUED) == 1
    page.reload()
    expect(page.locator("#hub-unlock")).to_be_hidden()


def _is_wiped(page: Page, names: list[str]) -> None:
    """No name is left on the page or on the device, nor what would open one."""
    found = page.evaluate(KEPT) + page.locator("#hub-day").inner_text()
    assert [name for name in names if name in found] == []
    assert page.evaluate(OPENS) == []


def _at_work(new_context: NewContext, place: RunningPlace, role: str = "coordinator") -> BrowserContext:
    context = new_context(**PHONE, locale="en-GB")
    sign_in(context, place, role)
    return context


def _a_day_of_tomorrow(context: BrowserContext, tomorrow: str) -> str:
    """The address of a day on which families are expected."""
    page = context.new_page()
    page.goto("/desk/hub-days/")
    days = [href for href in _links(page) if tomorrow in href]
    for day in days:
        page.goto(f"{day}print/")
        if page.locator(".kith-day-table th[scope=row] bdi").count() > 10:
            page.close()
            return day
    raise AssertionError(f"nobody is expected on {json.dumps(days)}")


def _links(page: Page) -> list[str]:
    return [str(each.get_attribute("href")) for each in page.locator(".kith-row__name a").all()]


def _takes_along(context: BrowserContext, day: str) -> Page:
    page = context.new_page()
    page.goto(day)
    page.get_by_role("link", name="Keep the day on this phone or computer").click()
    for label in ("A PIN of six or more digits", "The same again"):
        page.get_by_label(label).fill(PIN)
    page.get_by_role("button", name="Keep the day").click()
    expect(page.locator("[data-screen=day]")).to_be_visible(timeout=30_000)
    return page


def _wait_for(page: Page, has_come: Callable[[], bool]) -> None:
    for _ in range(100):
        if has_come():
            return
        page.wait_for_timeout(100)
    raise AssertionError("it never came")


def _opens(page: Page, pin: str) -> None:
    page.get_by_label("Your PIN for this day").fill(pin)
    page.get_by_role("button", name="Open the day").click()


def _row(page: Page, name: str) -> Any:
    return page.locator("[data-rows] > li", has=page.get_by_text(name, exact=True)).first
