"""The first page of each person at work, on the smallest phone: what waits or comes next is on it without scrolling."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from kith.organisations.rules import Role
from testing.addresses import sign_in
from testing.axe import violations
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
SMALLEST = {"width": 320, "height": 640}
LANGUAGES = ("en", "ar", "ro")
# What waits, counted or in the diary, or what comes next: each leads to where it is done.
WAITS = ".kith-counted a, #maincontent section :is(a, button), .nhsuk-action-link"
IN_SIGHT = """waits => { const bar = document.querySelector('.kith-bar').getBoundingClientRect();
    return [...document.querySelectorAll(waits)].filter(each => { const box = each.getBoundingClientRect();
        return box.height && box.top >= 0 && box.bottom <= bar.top; }).length; }"""
BAR = """() => { const bar = document.querySelector('.kith-bar'), box = bar.getBoundingClientRect(); return {
    fixed: getComputedStyle(bar).position === 'fixed' && Math.round(box.bottom) === innerHeight,
    inside: [...bar.querySelectorAll('a')].every(each => each.scrollWidth <= each.clientWidth + 1
        && each.getBoundingClientRect().height >= 44),
    current: bar.querySelectorAll('[aria-current=page]').length }; }"""
HIDDEN_FOCUS = """() => { const box = document.activeElement.getBoundingClientRect();
    return !document.activeElement.closest('.kith-bar')
        && box.bottom > document.querySelector('.kith-bar').getBoundingClientRect().top + 1; }"""


@pytest.mark.parametrize("number", range(3))
def test_what_waits_is_on_the_first_screen_of_a_small_phone_without_javascript(
    new_context: NewContext, place: RunningPlace, number: int
) -> None:
    for role in list(Role)[number::3]:
        context = new_context(viewport=SMALLEST, locale=LANGUAGES[number], java_script_enabled=False)
        sign_in(context, place, role.value)
        page = context.new_page()
        page.goto("/desk/")
        assert page.evaluate(IN_SIGHT, WAITS) >= 1, role
        assert page.evaluate(BAR) == {"fixed": True, "inside": True, "current": 1}, role
        assert page.evaluate("document.documentElement.scrollWidth") == SMALLEST["width"], role


# Who chairs the alliance, who speaks for parents, and a member.
ALLIANCE = (Role.ALLIANCE_CHAIR, Role.PARENT_REPRESENTATIVE, Role.FEEDING_LEAD)


@pytest.mark.thorough
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_alliance_sees_what_waits_or_comes_next_first_and_axe_finds_nothing(
    new_context: NewContext, place: RunningPlace, language: str
) -> None:
    for role in ALLIANCE:
        context = new_context(viewport={"width": 390, "height": 844}, locale=language)
        sign_in(context, place, role.value)
        page = context.new_page()
        page.goto("/desk/")
        assert page.evaluate(IN_SIGHT, WAITS) >= 1, role
        assert violations(page) == [], role


def test_by_keyboard_the_bar_hides_no_place_that_one_comes_to(new_context: NewContext, place: RunningPlace) -> None:
    context = new_context(viewport=SMALLEST, locale="en", reduced_motion="reduce")
    sign_in(context, place, "health-visitor")
    page = context.new_page()
    page.goto("/desk/today/")
    assert violations(page) == []
    assert [step for step in range(30) if _hidden_after_a_step(page)] == []
    # The control: were the bar as high as the page, it would hide them.
    page.evaluate("document.querySelector('.kith-bar').style.setProperty('inset-block-start', '0')")
    assert _hidden_after_a_step(page)


def _hidden_after_a_step(page: Page) -> bool:
    page.keyboard.press("Tab")
    return bool(page.evaluate(HIDDEN_FOCUS))
