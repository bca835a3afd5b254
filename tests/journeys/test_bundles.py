"""Housing writes that a family was placed: one tap, a bundle; the family moves twice, and each place is looked at."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from testing.addresses import sign_in
from testing.axe import violations
from testing.browser import PHONE
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
WAYS = (
    ("en", True, "07700900440"),
    pytest.param("en", False, "07700900441", marks=pytest.mark.thorough),
    pytest.param("ro", True, "07700900442", marks=pytest.mark.thorough),
    pytest.param("ar", True, "07700900443", marks=pytest.mark.thorough),
)


@pytest.mark.parametrize(("language", "with_javascript", "phone"), WAYS)
def test_a_notice_from_housing_becomes_a_bundle_and_each_move_is_looked_at(
    new_context: NewContext, place: RunningPlace, language: str, phone: str, *, with_javascript: bool
) -> None:
    locale = "en-GB" if language == "en" else language
    context = new_context(java_script_enabled=with_javascript, locale=locale, viewport=PHONE)
    sign_in(context, place, "feeding-lead")
    page, looked_at = context.new_page(), with_javascript
    name = f"Ilinca {phone}"
    _write_the_notice_down(page, name, phone)
    _look(page, is_on=looked_at)
    _send(page)  # it is taken
    page.get_by_role("main").get_by_role("link").last.click()
    _look(page, is_on=looked_at)
    request = page.url
    family = page.locator('main a[href*="/desk/families/"]').get_attribute("href")
    assert family
    _pack_and_give(page, request, is_on=looked_at)
    for days in (2, 1):
        _move(page, family, days)
    _each_place_is_looked_at(page, name, is_on=looked_at)


def _write_the_notice_down(page: Page, name: str, phone: str) -> None:
    page.goto("/desk/housing/new/")
    typed = {
        "authority": "Invented council",
        "agreed_by": name,
        "given_name": name,
        "family_name": "Vasile",
        "phone": phone,
    }
    for field, words in typed.items():
        page.locator(f"[name={field}]").fill(words)
    _fill_day(page, "placed_on", 5)
    _fill_day(page, "baby_born_on", 40)
    page.locator("select[name=language]").select_option("ro")
    for field, answer in (("landlord", "hotel"), ("place", "sofa")):
        page.locator(f"input[name={field}][value={answer}]").check(force=True)
    _send(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def _pack_and_give(page: Page, request: str, *, is_on: bool) -> None:
    for step in ("pack", "give"):
        page.locator(f'main a[href$="/{step}/"]').click()
        _look(page, is_on=is_on and step == "give")
        page.get_by_label(re.compile("Bundle store")).check(force=True)
        if step == "give":
            page.locator("[name=taken_by]").fill("Her sister")
            page.locator("input[name=cot_is_up][value=yes]").check(force=True)
            page.locator("input[name=talked][value=interpreter]").check(force=True)
        _send(page)
        expect(page).to_have_url(request)
    expect(page.get_by_role("main")).to_contain_text("Her sister")
    expect(page.locator('main a[href$="/give/"]')).to_have_count(0)


def _move(page: Page, family: str, days: int) -> None:
    page.goto(f"{family}move/")
    _fill_day(page, "from_on", days)
    page.locator("[name=is_temporary]").check(force=True)
    _send(page)


def _each_place_is_looked_at(page: Page, name: str, *, is_on: bool) -> None:
    """The notice's place and two more have a clock each, once the worker has heard of the moves."""
    here = page.locator("main a", has_text=name)
    for _ in range(40):
        page.goto("/desk/rechecks/")
        if here.count() == 3:
            break
        page.wait_for_timeout(150)
    expect(here).to_have_count(3)
    _look(page, is_on=is_on)
    here.first.click()
    for field, answer in (("place", "refuge"), ("cot_is_up", "no"), ("found", "safe")):
        page.locator(f"input[name={field}][value={answer}]").check(force=True)
    _send(page)
    expect(page.locator(".nhsuk-error-summary")).to_have_count(1)
    page.locator("input[name=cot_is_up][value=yes]").check(force=True)
    _send(page)
    expect(here).to_have_count(2)


def _send(page: Page) -> None:
    page.get_by_role("main").locator("form button").last.click()


def _look(page: Page, *, is_on: bool) -> None:
    if is_on:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def _fill_day(page: Page, name: str, days_ago: int) -> None:
    day = date.today() - timedelta(days=days_ago)  # noqa: DTZ011  # the place's own clock decides; here both are alike
    for part in ("day", "month", "year"):
        page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))
