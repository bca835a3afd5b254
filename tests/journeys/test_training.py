"""A supporter attends a training, is watched at work, and is trained; news of the library reaches her."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from testing.addresses import sign_in
from testing.axe import violations
from testing.browser import PHONE
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
PEER = "Noor Barakat"


@pytest.mark.parametrize(
    ("language", "with_javascript"),
    [
        ("en", True),
        pytest.param("ro", False, marks=pytest.mark.thorough),
        pytest.param("ar", True, marks=pytest.mark.thorough),
    ],
)
def test_who_attends_and_is_watched_is_trained_and_sees_it(
    new_context: NewContext, place: RunningPlace, language: str, *, with_javascript: bool
) -> None:
    lead, supporter = (
        _at_work(new_context, place, role, language, with_javascript=with_javascript)
        for role in ("feeding-lead", "peer-supporter")
    )
    _attends(lead, language, in_axe=language == "en")
    _is_watched(lead)
    supporter.goto("/desk/my-training/")
    expect(supporter.locator(".kith-row .nhsuk-tag--green").first).to_be_visible()
    expect(supporter.get_by_role("main")).to_contain_text("Anjali Kulkarni")
    expect(supporter.get_by_role("main")).to_contain_text(f"Hub, {language}")
    _sees_news(supporter, lead)
    if language == "en":
        for page in (supporter, lead):
            assert violations(page) == []


def _at_work(new_context: NewContext, place: RunningPlace, role: str, language: str, *, with_javascript: bool) -> Page:
    locale = "en-GB" if language == "en" else language
    context = new_context(java_script_enabled=with_javascript, locale=locale, viewport=PHONE)
    sign_in(context, place, role)
    return context.new_page()


def _attends(lead: Page, language: str, *, in_axe: bool) -> None:
    """A session today, at which she is expected and comes."""
    lead.goto("/desk/training/sessions/new/")
    lead.locator("select[name=training]").select_option("pump_issuing")
    _fill_day(lead, "held_on")
    lead.locator("[name=place]").fill("Upstairs")
    lead.locator("[name=provider]").fill(f"Hub, {language}")
    lead.get_by_role("main").locator("form button").last.click()
    lead.goto(f"{lead.url}?words=Noor")
    lead.get_by_label(PEER).check(force=True)
    lead.locator("button[value=expect]").click()
    row = lead.locator(".kith-row").filter(has_text=PEER)
    row.locator("button[value=attended]").click()
    expect(lead.locator("button[value=attended]")).to_have_count(0)
    if in_axe:
        assert violations(lead) == []


def _is_watched(lead: Page) -> None:
    """The lead, who is trained to sign, has watched her."""
    lead.goto("/desk/training/sign/?words=Noor")
    lead.get_by_role("link", name=PEER).click()
    lead.locator("select[name=training]").select_option("pump_issuing")
    _fill_day(lead, "on")
    lead.locator("input[name=found][value=competent]").check(force=True)
    lead.get_by_role("main").locator("form button").last.click()
    lead.wait_for_url("**/desk/training/sign/?done=signed")


def _sees_news(supporter: Page, lead: Page) -> None:
    """What changed in the library stands on her Today until she has seen it."""
    supporter.goto("/desk/today/")
    link = supporter.locator("a[href*='/desk/training/news/']")
    if link.count():  # in another language she has seen it already
        link.first.click()
        supporter.get_by_role("main").locator("form button").click()
    lead.goto("/desk/training/news/")
    lead.get_by_role("main").locator(".kith-row a").first.click()
    expect(lead.locator("blockquote")).to_have_count(2)
    expect(lead.get_by_role("main")).not_to_contain_text(PEER)


def _fill_day(page: Page, name: str) -> None:
    today = date.today()  # noqa: DTZ011  # the place's own clock decides; on one machine both are the same
    for part in ("day", "month", "year"):
        page.locator(f"[name={name}_{part}]").fill(str(getattr(today, part)))
