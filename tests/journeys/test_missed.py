"""She could not come: one tap says why, another takes what fits better; a parent says how it is at a venue."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from testing.addresses import sign_in
from testing.axe import violations
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
# The answer in her language, as the button says it; each journey gives another one, and changes the one before.
DATE, COURSE = "Meeting other families", "Evening course before the birth"
"""What she missed, by the titles in her list: a single date, and a date of a course."""
WAYS = (
    ("ar", False, "time"),
    pytest.param("en", True, "transport", marks=pytest.mark.thorough),
    pytest.param("ro", True, "language", marks=pytest.mark.thorough),
)


@pytest.mark.parametrize(("language", "with_javascript", "reason"), WAYS)
def test_she_says_why_in_one_tap_and_is_offered_what_fits_better(
    new_context: NewContext, place: RunningPlace, language: str, reason: str, *, with_javascript: bool
) -> None:
    context = new_context(java_script_enabled=with_javascript, locale=language, **PHONE)
    page = context.new_page()
    page.goto(_her_link(new_context, place, language))
    answer = page.locator(f'button[value="{reason}"]')
    if not answer.is_visible():
        page.locator("main summary").last.click()
    answer.click()
    offers = page.locator('button[value="take"]')
    expect(offers.first).to_be_visible()
    assert offers.count() <= 3
    if with_javascript:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.thorough
def test_a_mother_who_missed_a_date_of_her_course_says_why_and_takes_what_is_offered(
    new_context: NewContext, place: RunningPlace
) -> None:
    context = new_context(locale="en-GB", **PHONE)
    sign_in(context, place, "parent")
    page = context.new_page()
    page.goto("/en/my/")
    question = page.locator('a[href*="/missed/"]', has_text=COURSE)
    question.click()
    expect(page.get_by_role("heading", name="We missed you")).to_be_visible()
    page.locator('button[value="transport"]').click()
    offer = page.locator("li.kith-row", has=page.locator('button[value="take"]')).first
    expect(offer).to_be_visible()
    assert violations(page) == []
    title = offer.locator(".kith-row__name").inner_text()
    offer.locator('button[value="take"]').click()
    expect(page.get_by_role("heading", name="We look forward to seeing you")).to_be_visible()
    expect(page.locator("main")).to_contain_text(title)
    assert violations(page) == []
    page.goto("/en/my/")
    expect(question).to_have_count(0)


def test_a_parent_says_how_it_is_and_the_page_says_on_which_day(new_context: NewContext, place: RunningPlace) -> None:
    context = new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    sign_in(context, place, "coordinator")
    desk = context.new_page()
    desk.goto("/desk/venues/")
    desk.get_by_role("link", name="Willow Family Hub").click()
    venue = desk.url
    desk.get_by_role("button", name="Make a link for a parent").click()
    link = re.search(r"/en/visits/[^/<]+/", desk.content())
    assert link
    phone = new_context(locale="ro", **PHONE).new_page()
    phone.goto(link[0].replace("/en/", "/ro/"))
    _tell(phone, desk)
    desk.goto(venue)
    desk.get_by_role("link", name=re.compile("What was found on")).last.click()
    expect(desk.get_by_text("Ușa este grea.").first).to_be_visible()
    desk.get_by_role("button", name="Publish").click()
    desk.get_by_role("link", name="As parents see it").click()
    expect(desk.get_by_text(re.compile("A parent went and looked on"))).to_be_visible()
    assert violations(desk) == []


def _tell(phone: Page, desk: Page) -> None:
    """What she found today: the pram comes in, and a line in her own language."""
    day, month, year = desk.evaluate("(d => [d.getDate(), d.getMonth() + 1, d.getFullYear()])(new Date())")
    for part, number in (("day", day), ("month", month), ("year", year)):
        phone.locator(f'input[name="visited_on_{part}"]').fill(str(number))
    phone.locator('input[name="pram"][value="partly"]').check()
    phone.locator('input[name="pram_line"]').fill("Ușa este grea.")
    phone.locator("main button").last.click()
    expect(phone.locator('input[name="pram_line"]')).to_have_count(0)


def _her_link(new_context: NewContext, place: RunningPlace, language: str) -> str:
    """The link that stands on her own page until she has answered."""
    if language not in _links:
        context = new_context(locale="en-GB", **PHONE)
        sign_in(context, place, "parent")
        page = context.new_page()
        page.goto("/en/my/")
        found = page.locator('a[href*="/missed/"]', has_text=DATE)
        if found.count():
            address = str(found.first.get_attribute("href"))
            _links.update({each: re.sub(r"^/en/", f"/{each}/", address) for each in ("en", "ro", "ar")})
    return _links[language]


_links: dict[str, str] = {}
