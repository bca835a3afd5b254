"""A coordinator lays a term out, moves a date and calls one off, on a phone: in English, Romanian and Arabic."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from testing.addresses import sign_in
from testing.axe import violations
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize(
    ("language", "with_javascript"),
    [
        pytest.param("en", True, id="en"),
        pytest.param("ro", False, marks=pytest.mark.thorough, id="ro without script"),
        pytest.param("ar", True, marks=pytest.mark.thorough, id="ar"),
    ],
)
def test_a_term_is_laid_out_a_date_moved_and_one_called_off(
    new_context: NewContext, place: RunningPlace, language: str, *, with_javascript: bool
) -> None:
    context = new_context(viewport=PHONE, locale=language, java_script_enabled=with_javascript)
    sign_in(context, place, "coordinator")
    page = context.new_page()
    page.goto("/desk/timetables/new/")
    page.locator("[name=service]").select_option(index=1)
    page.locator("[name=title_en]").fill(f"Journey café {language}")
    page.locator("[name=code]").fill(f"journey-{language}")
    _send(page)
    timetable = page.url.split("?")[0]

    first = _next_tuesday()
    page.goto(f"{timetable}rules/new/")
    page.locator("[name=weekdays][value='1']").check()
    _day(page, "first_on", first)
    _day(page, "last_on", first + timedelta(weeks=5))
    page.locator("[name=starts]").fill("10:00")
    page.locator("[name=ends]").fill("12:00")
    page.locator("[name=place]").select_option("online")
    page.locator("[name=joining][value=bookable]").check()
    page.locator("[name=capacity]").fill("8")
    _looks_right(page, with_javascript=with_javascript)
    _send(page)
    dates = page.locator("input[name=left_out]")
    expect(dates.first).to_be_attached()
    _looks_right(page, with_javascript=with_javascript)
    dates.last.check(force=True)
    page.locator("button[value=save]").click()
    expect(page.locator(".nhsuk-notification-banner")).to_be_visible()
    rows = page.locator("section[aria-labelledby=dates] .kith-row")
    planned = rows.count()
    assert planned >= 3
    _looks_right(page, with_javascript=with_javascript)

    rows.nth(1).locator(".kith-row__name a").click()
    page.locator("[name=starts]").fill("14:00")
    page.locator("[name=ends]").fill("16:00")
    _send(page)
    expect(rows).to_have_count(planned)
    expect(rows.nth(1).locator(".nhsuk-tag--yellow")).to_be_visible()

    rows.nth(2).locator(".kith-row__name a").click()
    page.locator("form[action*=call-off] button").click()
    page.locator("main form button.nhsuk-button--warning").click()
    page.goto(timetable)
    expect(rows.nth(2).locator(".nhsuk-tag--red")).to_be_visible()


def _next_tuesday() -> date:
    """The first Tuesday in a week from today, after all that the demonstration plans."""
    day = date.today() + timedelta(weeks=1)  # noqa: DTZ011  # as the place behind the browser has it
    return day + timedelta(days=(1 - day.weekday()) % 7)


def _day(page: Page, name: str, day: date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))


def _send(page: Page) -> None:
    page.locator("main form.kith-form button").first.click()


def _looks_right(page: Page, *, with_javascript: bool) -> None:
    """Nothing for axe to complain of, and nothing beyond the edge of the phone."""
    if with_javascript:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
