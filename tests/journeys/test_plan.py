"""The plan from an aim that the public reads to its briefing, and an event from the chair to the public's calendar."""

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
NOT_RELEASED = "One mother said: “I was alone the whole long night”"


@pytest.mark.parametrize(
    ("language", "with_javascript"),
    [
        ("en", True),
        pytest.param("ro", False, marks=pytest.mark.thorough),
        pytest.param("ar", True, marks=pytest.mark.thorough),
    ],
)
def test_what_is_planned_and_shared_is_shown_to_all(
    new_context: NewContext, place: RunningPlace, language: str, *, with_javascript: bool
) -> None:
    chair, member = (
        _at_work(new_context, place, role, language, with_javascript=with_javascript)
        for role in ("alliance-chair", "coordinator")
    )
    aim = f"Nobody feeds alone at night, {language}"
    pages = [*_plans(chair, aim), *_shares(chair, member, place, language)]
    chair.goto(f"{place.url}/{language}/who-we-are/")
    expect(chair.get_by_role("main")).to_contain_text(aim)
    if language == "en":  # axe waits for clocks that stand still without JavaScript
        for address in (chair.url, *pages):
            chair.goto(address)
            assert violations(chair) == [], address


def _at_work(new_context: NewContext, place: RunningPlace, role: str, language: str, *, with_javascript: bool) -> Page:
    locale = "en-GB" if language == "en" else language
    context = new_context(java_script_enabled=with_javascript, locale=locale, viewport=PHONE)
    sign_in(context, place, role)
    return context.new_page()


def _plans(chair: Page, aim: str) -> list[str]:
    """An aim tied to what shows it, a step noted, a chapter refused for its quotation, and the papers."""
    chair.goto("/desk/plan/aims/")
    chair.locator("[name=words_en]").fill(aim)
    chair.locator("input[name=evidence]").first.check(force=True)
    _save(chair)
    expect(chair.get_by_role("main")).to_contain_text(aim)
    chair.goto("/desk/plan/steps/recruit/")
    chair.locator("[name=done]").fill("Three parents have begun.")
    chair.locator("[name=gap]").fill("Nobody speaks Somali")
    chair.locator("select[name=owner]").select_option(index=1)
    _fill_day(chair, "next_on", date.today() + timedelta(days=30))  # noqa: DTZ011  # one machine, one clock
    _save(chair)
    expect(chair.locator(".nhsuk-summary-list")).to_contain_text("Nobody speaks Somali")
    chair.goto("/desk/plan/case-study/lessons/en/")
    chair.locator("[name=words]").fill(NOT_RELEASED)
    _save(chair)
    expect(chair.locator(".nhsuk-error-summary")).to_be_visible()
    expect(chair.locator("[name=words]")).to_have_value(NOT_RELEASED)
    chair.goto("/desk/plan/")
    address = chair.locator("a[href$='.pdf']").first.get_attribute("href") or ""
    assert chair.request.get(address).body().startswith(b"%PDF-")
    return ["/desk/plan/", "/desk/plan/steps/recruit/", "/desk/plan/case-study/", "/desk/plan/costs/"]


def _shares(chair: Page, member: Page, place: RunningPlace, language: str) -> list[str]:
    """A launch that members are asked to share; one says where; the public finds it in the calendar and its file."""
    title = f"A room to feed in opens, {language}"
    first = date.today() + timedelta(days=5)  # noqa: DTZ011  # one machine, one clock
    chair.goto("/desk/events/add/")
    chair.locator("input[name=kind][value=launch]").check(force=True)
    chair.locator("[name=title_en]").fill(title)
    chair.locator("[name=short_en]").fill("Come as you are.")
    for name in ("from_on", "until_on"):
        _fill_day(chair, name, first)
    chair.locator("[name=source]").fill("Ourselves")
    _save(chair)
    chair.wait_for_url(re.compile(r"/desk/events/\d+/$"))
    its = chair.url
    chair.locator("input[name=organisations]").first.check(force=True)
    chair.locator("button[value=ask]").click()
    member.goto(its)
    member.locator("input[name=channels][value=poster]").check(force=True)
    member.locator("button[value=shared]").click()
    expect(member.locator("input[name=channels][value=poster]")).to_be_checked()
    anyone = f"{place.url}/{language}/calendar/"
    member.goto(anyone)
    expect(member.get_by_role("main")).to_contain_text(title)
    assert title.partition(",")[0] in member.request.get(f"{anyone}events.ics").text()
    poster = member.request.get(f"{anyone}{its.rstrip('/').rpartition('/')[2]}/poster.pdf")
    assert poster.body().startswith(b"%PDF-")
    return ["/desk/events/", its, anyone]


def _save(page: Page) -> None:
    page.get_by_role("main").locator("form.kith-form button").last.click()


def _fill_day(page: Page, name: str, day: date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))
