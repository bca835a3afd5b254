"""Every page that can be reached, on a small phone and a desk: axe finds nothing, no rule is off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.kernel.languages import interface_language
from testing.addresses import STARTS, Address, in_language, pages_of_people, sign_in
from testing.axe import violations
from testing.place import RunningPlace
from testing.public_pages import OPEN_ALL
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
OUTSIDE = (None, "parent")
AT_WORK = tuple(role for role in STARTS if role not in OUTSIDE)
Pages = dict[str | None, list[Address]]
# Every language at every width is F28's; here each way a page can run, and English at both ends.
WIDTHS = {"en": (320, 1280), "ro": (320,), "ar": (320,)}


@pytest.fixture(scope="module")
def outside(browser: Browser, place: RunningPlace) -> Pages:
    """What a visitor and a parent can reach."""
    return pages_of_people(browser, place, OUTSIDE)


@pytest.fixture(scope="module")
def at_work(browser: Browser, place: RunningPlace) -> Pages:
    """What each person at work can reach, under the first who can."""
    return pages_of_people(browser, place, AT_WORK)


def faults(page: Page, language: str) -> list[str]:
    direction = page.locator("html").get_attribute("dir")
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    said = violations(page)
    said += [f"{wide} px wider than the window"] * (wide > 0)
    said += [f"dir is {direction}"] * (direction != interface_language(language).direction)
    return said


def looked_at(new_context: NewContext, place: RunningPlace, role: str | None, pages: Pages, language: str) -> list[str]:
    """What axe finds on the pages of this person, at each width."""
    context = new_context(locale=language)
    if role:
        sign_in(context, place, role)
    page = context.new_page()
    found: list[str] = []
    for address in pages[role]:
        page.set_viewport_size({"width": WIDTHS[language][0], "height": 800})
        page.goto(in_language(address.path, language), wait_until="load")
        page.evaluate(OPEN_ALL)
        for width in WIDTHS[language]:
            page.set_viewport_size({"width": width, "height": 800})
            found += [f"{address.name} at {width}: {each}" for each in faults(page, language)]
    return found


@pytest.mark.parametrize("language", WIDTHS)
@pytest.mark.parametrize("role", OUTSIDE)
def test_axe_finds_nothing_on_any_page_of_a_visitor_or_a_parent(
    new_context: NewContext, place: RunningPlace, outside: Pages, role: str | None, language: str
) -> None:
    assert looked_at(new_context, place, role, outside, language) == []


@pytest.mark.parametrize("language", WIDTHS)
@pytest.mark.parametrize("role", AT_WORK)
def test_axe_finds_nothing_on_any_page_at_work(
    new_context: NewContext, place: RunningPlace, at_work: Pages, role: str, language: str
) -> None:
    assert looked_at(new_context, place, role, at_work, language) == []


@pytest.mark.parametrize("language", WIDTHS)
def test_axe_finds_nothing_when_a_form_comes_back_with_errors(new_context: NewContext, language: str) -> None:
    page = new_context(locale=language, viewport={"width": 320, "height": 800}).new_page()
    page.goto("/go/feeding-clinic/")
    page.locator("a[href$='/book/']").first.click()
    page.get_by_role("main").get_by_role("button").click()
    expect(page.locator(".nhsuk-error-summary")).to_have_count(1)
    assert faults(page, language) == []


def test_the_pages_outside_are_among_those_looked_at(outside: Pages) -> None:
    assert {address.name for each in outside.values() for address in each} >= {
        *("home", "help-now", "find-support", "session", "book", "our-numbers", "accessibility", "privacy", "sources"),
        *("staff-sign-in", "demonstration", "my-page"),
    }


def test_the_pages_at_work_are_among_those_looked_at(at_work: Pages) -> None:
    assert {address.name for each in at_work.values() for address in each} >= {
        *("today", "family", "record-feeding", "register", "gallery"),
    }


def test_axe_is_awake(page: Page) -> None:
    page.goto("/en/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><input>')")
    assert {each.split(":")[0] for each in violations(page)} >= {"image-alt", "label"}
