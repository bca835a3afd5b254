"""A mother asks for a supporter, chooses, changes and is without one, on her phone; the desk reads how all stand."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

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
        pytest.param("ro", True, marks=pytest.mark.thorough),
        pytest.param("ar", True, marks=pytest.mark.thorough),
        pytest.param("pl", False, marks=pytest.mark.thorough),
    ],
)
def test_a_mother_changes_her_supporter_at_once(
    new_context: NewContext, place: RunningPlace, language: str, *, with_javascript: bool
) -> None:
    context = new_context(java_script_enabled=with_javascript, locale=language, **PHONE)
    sign_in(context, place, "parent")
    page = context.new_page()
    page.goto(f"/{language}/my/supporter/")
    if page.locator("button[name=do][value=change]").count():
        page.locator("button[name=do][value=change]").click()
        page.locator("main form button").last.click()
    expect(page.locator("button[name=do][value=choose]").first).to_be_visible()
    if with_javascript:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.locator("button[name=do][value=choose]").first.click()
    expect(page.locator("button[name=do][value=change]")).to_be_visible()
    page.locator('main a[href$="/supporter/wish/"]').click()
    page.locator('input[name="matters"][value="lived:twins"]').check(force=True)
    page.locator("main form button").last.click()
    expect(page).to_have_url(re.compile(r"/supporter/$"))


def test_the_desk_reads_how_supporters_stand(new_context: NewContext, place: RunningPlace) -> None:
    context = new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    sign_in(context, place, "coordinator")
    page = context.new_page()
    page.goto("/desk/peers/?words=Ioana")
    assert violations(page) == []
    page.get_by_role("link", name="Ioana Munteanu").click()
    expect(page.get_by_text("Enhanced", exact=True)).to_be_visible()
    assert violations(page) == []
    for address in ("courses/", "wishes/", "plan/", "weights/", "watch/"):
        page.goto(f"/desk/peers/{address}")
        assert violations(page) == []
