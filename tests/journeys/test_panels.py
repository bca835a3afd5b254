"""A mother reads what panels said, answers three short questions, asks money back on her own page and is paid."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from testing.addresses import sign_in
from testing.axe import violations
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.mark.parametrize(
    ("language", "with_javascript"),
    [
        ("en", False),
        *(pytest.param(code, True, marks=pytest.mark.thorough) for code in ("ro", "pl", "ur", "ar", "so", "bn", "pa")),
    ],
)
def test_three_short_questions_are_answered_one_a_page(
    new_context: NewContext, place: RunningPlace, language: str, *, with_javascript: bool
) -> None:
    page = new_context(java_script_enabled=with_javascript, locale=language, **PHONE).new_page()
    page.goto(f"/{language}/take-part/")
    if with_javascript:
        assert violations(page) == []
    page.locator('main a[href*="/take-part/questions/"]').first.click()
    page.locator('input[name="used"][value="no"]').check(force=True)
    _go_on(page)
    page.locator('input[name="reasons"][value="cost"]').check(force=True)
    _go_on(page)
    if with_javascript:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.locator("main form").last.locator("button").click()
    expect(page.locator('input[name="reasons"][value="cost"]')).to_be_checked()
    _go_on(page)
    _go_on(page)
    expect(page.locator('main a[href$="/tell-us/"]')).to_be_visible()


def test_a_mother_asks_money_back_and_reads_that_it_is_paid(new_context: NewContext, place: RunningPlace) -> None:
    hers, works = (
        new_context(locale="en-GB", **PHONE),
        new_context(locale="en-GB", viewport={"width": 1280, "height": 900}),
    )
    sign_in(hers, place, "parent")
    sign_in(works, place, "coordinator")
    mother, desk = hers.new_page(), works.new_page()
    mother.goto("/en/my/")
    mother.get_by_role("link", name="Parents of the Family Hubs").click()
    own = mother.url
    assert violations(mother) == []
    mother.get_by_role("link", name="Ask for money back").click()
    mother.locator('input[value="phone"]').check(force=True)
    _go_on(mother)
    mother.locator('input[name="pounds"]').fill("3.21")
    _go_on(mother)
    for part in ("day", "month", "year"):
        mother.locator(f'[name="spent_on_{part}"]').fill(str(getattr(date.today(), part)))  # noqa: DTZ011  # as she does
    _go_on(mother)
    expect(mother.get_by_text("A person looks at it")).to_be_visible()
    desk.goto("/desk/panels/owed/")
    assert violations(desk) == []
    _row(desk, "£3.21").get_by_role("button").click()
    _row(desk, "£3.21").get_by_role("button").click()
    desk.get_by_role("button", name="Yes, it is paid").click()
    mother.goto(own)
    row = mother.locator(".kith-row").filter(has_text="£3.21")
    expect(row).to_contain_text("Paid")


def _go_on(page: Page) -> None:
    page.locator("main form").first.locator("button").click()


def _row(desk: Page, words: str):  # type: ignore[no-untyped-def]
    return desk.locator(".kith-row").filter(has_text=words)
