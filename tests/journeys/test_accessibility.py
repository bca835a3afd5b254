"""Every page that can be reached, in every language, on a small phone and a desk: axe finds nothing, no rule is off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.kernel.languages import INTERFACE_LANGUAGES, interface_language
from testing.addresses import Address, reachable
from testing.axe import violations
from testing.place import RunningPlace
from testing.public_pages import OPEN_ALL
from tests.journeys.conftest import NewContext, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]
# Public pages in every language at every width are F28's; here one of each way a page can run and grow.
LANGUAGES = ("en", "ro", "ar")
EVERY_LANGUAGE = tuple(each.code for each in INTERFACE_LANGUAGES)
WIDTHS = (320, 1280)
STARTS = {
    None: ["/en/", "/demo/", "/go/feeding-clinic/"],
    "parent": ["/en/my/"],
    "health-visitor": ["/desk/"],
    "coordinator": ["/desk/"],
    "feeding-lead": ["/desk/"],
    "analyst": ["/desk/"],
    "admin": ["/desk/"],
}
WITHIN = {None: "/", "parent": "/en/my/"}
LOOKS = [(role, language) for role in STARTS for language in (EVERY_LANGUAGE if role == "parent" else LANGUAGES)]


@pytest.fixture(scope="module")
def addresses(browser: Browser, place: RunningPlace) -> dict[str | None, list[Address]]:
    """What each person can reach, found once."""
    found: dict[str | None, list[Address]] = {}
    for role, starts in STARTS.items():
        with browser.new_context(base_url=place.url, locale="en-GB") as context:
            if role:
                sign_in(context, place, role)
            found[role] = reachable(context, place, starts, WITHIN.get(role, "/desk/"))
    return found


def in_language(path: str, language: str) -> str:
    return f"/{language}/{path.removeprefix('/en/')}" if path.startswith("/en/") else path


def faults(page: Page, language: str) -> list[str]:
    direction = page.locator("html").get_attribute("dir")
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    said = violations(page)
    said += [f"{wide} px wider than the window"] * (wide > 0)
    said += [f"dir is {direction}"] * (direction != interface_language(language).direction)
    return said


@pytest.mark.parametrize(("role", "language"), LOOKS)
def test_axe_finds_nothing_on_any_page(
    new_context: NewContext,
    place: RunningPlace,
    addresses: dict[str | None, list[Address]],
    role: str | None,
    language: str,
) -> None:
    context = new_context(locale=language)
    if role:
        sign_in(context, place, role)
    page = context.new_page()
    found: list[str] = []
    for address in _first_seen_by(role, addresses):
        page.goto(in_language(address.path, language), wait_until="load")
        page.evaluate(OPEN_ALL)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found += [f"{address.name} at {width}: {each}" for each in faults(page, language)]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_when_a_form_comes_back_with_errors(new_context: NewContext, language: str) -> None:
    page = new_context(locale=language, viewport={"width": 320, "height": 800}).new_page()
    page.goto("/go/feeding-clinic/")
    page.locator("a[href$='/book/']").first.click()
    page.get_by_role("main").get_by_role("button").click()
    expect(page.locator(".nhsuk-error-summary")).to_have_count(1)
    assert faults(page, language) == []


def test_every_room_has_pages_among_those_looked_at(addresses: dict[str | None, list[Address]]) -> None:
    names = {address.name for each in addresses.values() for address in each}
    assert names >= {
        *("home", "help-now", "find-support", "session", "book", "our-numbers", "accessibility", "privacy", "sources"),
        *("staff-sign-in", "demonstration", "my-page", "today", "family", "record-feeding", "register", "gallery"),
    }


def _first_seen_by(role: str | None, addresses: dict[str | None, list[Address]]) -> list[Address]:
    """The pages of this person that nobody before her in the list has."""
    before = {address.name for other in list(STARTS)[: list(STARTS).index(role)] for address in addresses[other]}
    return [address for address in addresses[role] if role is None or address.name not in before]


def test_axe_is_awake(page: Page) -> None:
    page.goto("/en/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><input>')")
    assert {each.split(":")[0] for each in violations(page)} >= {"image-alt", "label"}
