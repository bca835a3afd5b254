"""A family who rings is found on a phone without scripts: one field, and no more than three taps."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from testing.addresses import sign_in
from testing.browser import PHONE
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser


def test_a_family_is_found_in_one_field_and_two_taps_and_is_not_begun_twice(
    new_context: NewContext, place: RunningPlace
) -> None:
    context = new_context(locale="en-GB", viewport=PHONE, java_script_enabled=False)
    sign_in(context, place, "health-visitor")
    page = context.new_page()
    _begins(page, "Xaawo", "Cabdulqaadir")
    expect(page).to_have_url(re.compile(r"/desk/families/[0-9a-f-]{36}/"))
    family = page.url.split("?")[0]
    for typed in ("Hawa Abdulqadir", "abdulqadir hawa", "هوا عبدالقادر"):
        page.goto("/desk/today/")
        page.locator("#find-what").fill(typed)
        page.get_by_role("button", name="Find", exact=True).click()
        assert "Hawa" not in page.url
        page.get_by_role("link", name="Xaawo Cabdulqaadir").first.click()
        expect(page).to_have_url(family)
    _begins(page, "Xawo", "Cabdulqadir")
    expect(page.get_by_role("heading", name="Is it one of these?")).to_be_visible()
    expect(page.locator("[name=given_name]")).to_have_value("Xawo")


def _begins(page: Page, given: str, name: str) -> None:
    page.goto("/desk/families/new/")
    page.locator("[name=given_name]").fill(given)
    page.locator("[name=family_name]").fill(name)
    page.locator("[name=speaks]").fill("Somali")
    page.locator("[name=reads]").fill("Somali")
    page.locator("[name=agreed]").check()
    page.get_by_role("button", name="Begin the record").last.click()
