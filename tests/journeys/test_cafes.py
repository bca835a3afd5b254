"""A café's day by taps, on a phone without scripts: who comes, who waits, and a mother who chooses a time."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from testing.addresses import sign_in
from testing.axe import violations
from testing.browser import PHONE
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
CAFE = "Feeding café, with time one to one"


def test_a_cafe_day_by_taps_and_a_mother_who_chooses_a_time(new_context: NewContext, place: RunningPlace) -> None:
    at_work = new_context(locale="en-GB", viewport=PHONE, java_script_enabled=False)
    sign_in(at_work, place, "health-visitor")
    page = at_work.new_page()
    sessions = _dates(page)
    _count(page, sessions[0])
    _see_one_to_one(page, sessions[0])
    page.goto("/desk/cafes/")
    expect(page.get_by_role("heading", name="Who came")).to_be_visible()
    _axe(new_context, place, sessions[0])
    for language in ("ro", "ar"):
        hers = new_context(viewport=PHONE, java_script_enabled=False)
        sign_in(hers, place, "parent")
        _choose_a_time(hers.new_page(), language, sessions[-1])


def _dates(page: Page) -> list[str]:
    """Today's café and those to come, by their numbers."""
    page.goto("/desk/sessions/")
    rows = page.locator("tr", has_text=CAFE)
    links = [rows.nth(at).get_by_role("link").first.get_attribute("href") for at in range(rows.count())]
    numbers = [found[1] for link in links if link and (found := re.search(r"/sessions/(\d+)/", link))]
    # The first one was a week ago.
    return numbers[-3:]


def _count(page: Page, session: str) -> None:
    page.goto(f"/desk/sessions/{session}/")
    page.get_by_role("link", name="Count who comes").click()
    before = _counted(page)
    for button, come in (("Parent with a baby", 2), ("Co-parent or partner", 1)):
        page.get_by_role("button", name=button).click()
        before += come
        assert _counted(page) == before
    page.get_by_role("button", name="Take back").first.click()
    assert _counted(page) == before - 1
    page.get_by_role("button", name="Count again").first.click()
    assert _counted(page) == before


def _counted(page: Page) -> int:
    found = re.search(r"\d+", page.locator(".kith-count").inner_text())
    assert found
    return int(found[0])


def _see_one_to_one(page: Page, session: str) -> None:
    page.goto(f"/desk/cafes/{session}/one-to-one/")
    if page.get_by_role("button", name="Put her on the list").count() == 0:
        return  # at night the café of this morning is over
    page.locator("[name=known_as]").fill("Xaawo")
    page.get_by_role("button", name="Put her on the list").click()
    page.get_by_role("button", name="Call her Xaawo").click()
    page.get_by_role("button", name="Goes in now Xaawo").click()
    page.get_by_role("button", name="Has been seen Xaawo").click()
    expect(page.get_by_text("Xaawo").first).to_be_attached()


def _axe(new_context: NewContext, place: RunningPlace, session: str) -> None:
    context = new_context(viewport=PHONE)
    sign_in(context, place, "health-visitor")
    page = context.new_page()
    for path in ("", "one-to-one/", "one-to-one/times/", "one-to-one/book/", "families/"):
        page.goto(f"/desk/cafes/{session}/{path}")
        assert violations(page) == [], path


def _choose_a_time(page: Page, language: str, session: str) -> None:
    page.goto(f"/{language}/my/one-to-one/{session}/")
    page.locator("input[name=slot]").first.check()
    page.locator("form.kith-form button").click()
    expect(page.locator("button[name=do][value=give-back]")).to_be_visible()
    page.goto(f"/{language}/my/")
    page.locator(f"a[href='/{language}/my/one-to-one/{session}/']").click()
    page.locator("button[name=do][value=give-back]").click()
    expect(page.locator("input[name=slot]").first).to_be_attached()
