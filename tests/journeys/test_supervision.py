"""A supervisor is on leave: who covers is asked instead, and answers; a supporter notes a log in three taps."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from kith.kernel import clock
from testing.addresses import sign_in
from testing.axe import violations
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
WAYS = [
    ("en-GB", False),
    pytest.param("ro-RO", True, marks=pytest.mark.thorough),
    pytest.param("ar", True, marks=pytest.mark.thorough),
]


def at_work(new_context: NewContext, place: RunningPlace, role: str, language: str, *, scripts: bool) -> Page:
    context = new_context(java_script_enabled=scripts, locale=language, **PHONE)
    sign_in(context, place, role)
    return context.new_page()


def is_clean(page: Page, *, scripts: bool) -> None:
    if scripts:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize(("language", "scripts"), WAYS)
def test_who_covers_for_a_supervisor_on_leave_is_asked_and_answers(
    new_context: NewContext, place: RunningPlace, language: str, *, scripts: bool
) -> None:
    lead = at_work(new_context, place, "coordinator", language, scripts=scripts)
    lead.goto("/desk/peers/?words=Noor")
    lead.locator("main a", has_text="Noor Barakat").first.click()
    supporter = re.search(r"/peers/(\d+)/", lead.url)
    assert supporter
    lead.goto(f"/desk/peers/{supporter[1]}/supervisor/")
    lead.locator("[name=supervisor]").select_option(label="Megan Ashcombe")
    lead.locator("main form button").last.click()
    away = clock.SystemClock().now().date()
    lead.goto("/desk/peers/watch/away/")
    for name, on in (("from_on", away), ("until_on", away + timedelta(days=7))):
        for part in ("day", "month", "year"):
            lead.locator(f"[name={name}_{part}]").fill(str(getattr(on, part)))
    lead.locator("[name=covered_by]").select_option(label="Anjali Kulkarni")
    is_clean(lead, scripts=scripts)
    lead.locator("main form button").last.click()
    expect(lead).to_have_url(re.compile(r"/peers/watch/$"))

    own = at_work(new_context, place, "peer-supporter", language, scripts=scripts)
    own.goto("/desk/peers/today/")
    is_clean(own, scripts=scripts)
    own.locator("button[name=do][value=help]").click()
    expect(own.locator("button[name=do][value=help]")).to_have_count(0)

    cover = at_work(new_context, place, "feeding-lead", language, scripts=scripts)
    cover.goto("/desk/notices/")
    expect(cover.get_by_role("main")).to_contain_text("Noor Barakat")
    lead.goto("/desk/notices/")
    expect(lead.get_by_role("main")).not_to_contain_text("Noor Barakat")
    cover.goto("/desk/peers/watch/")
    is_clean(cover, scripts=scripts)
    cover.locator("button[name=do][value=answer]").first.click()
    own.goto("/desk/peers/today/")
    expect(own.locator("button[name=do][value=help]")).to_be_visible()


@pytest.mark.parametrize(("language", "scripts"), WAYS)
def test_a_log_is_one_page_load_and_three_taps_and_nothing_is_typed(
    new_context: NewContext, place: RunningPlace, language: str, *, scripts: bool
) -> None:
    page = at_work(new_context, place, "peer-supporter", language, scripts=scripts)
    page.goto("/desk/peers/today/")
    address = page.locator('main a[href*="/peers/today/"]').first.get_attribute("href")
    loads: list[str] = []
    page.on("request", lambda asked: loads.append(asked.method) if asked.is_navigation_request() else None)
    page.goto(str(address))
    is_clean(page, scripts=scripts)
    assert page.locator('main textarea, main input[type="text"], main input:not([type]), main select').count() == 0
    taps = ("label[for^=id_how]", "label[for^=id_minutes]", "main form button")
    for tap in taps:
        page.locator(tap).first.click()
    expect(page).to_have_url(re.compile(r"/peers/today/$"))
    assert loads == ["GET", "POST", "GET"], "one page is loaded; the third tap sends it and leads back"
    assert len(taps) == 3
