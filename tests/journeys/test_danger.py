"""In a real browser, with one hand: from the first page to the right number in two taps, and no need to scroll."""

from __future__ import annotations

from itertools import product

import pytest
from playwright.sync_api import Locator, Page, expect

from kith.library.queries.signs import shipped_signs
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
HEIGHT = 844
UNIT = "tel:+441632960911"
LANGUAGES = ("en", "pl", "ur", "ar")
# `make test` walks it once in each direction of writing; `make proof` all of it.
IN_EACH_RUN = {("en", True), ("ar", False)}
WALKS = [
    pytest.param(*walk, marks=() if walk in IN_EACH_RUN else pytest.mark.thorough)
    for walk in product(LANGUAGES, (True, False))
]
WORRIES = {
    "a sore breast with a fever": ("mother-now", "signs-mother.breast", (UNIT, "tel:111")),
    "a baby who moves less": ("pregnant-now", "signs-pregnant.moves-less", (UNIT,)),
}


@pytest.mark.parametrize(("language", "with_javascript"), WALKS)
def test_two_taps_and_one_screen_lead_to_the_right_number(
    new_context: NewContext, language: str, *, with_javascript: bool
) -> None:
    context = new_context(
        viewport={"width": 390, "height": HEIGHT}, has_touch=True, java_script_enabled=with_javascript
    )
    page = context.new_page()
    page.goto(f"/{language}/")
    page.locator("a[href$='help-now/']").first.tap()
    page.wait_for_url("**/help-now/")
    after_one_tap = page.url
    for card, sign, numbers in WORRIES.values():
        if page.url != after_one_tap:
            page.goto(after_one_tap)
        way = page.locator(f"a[href='#{card}']")
        _stands_on_the_screen(page, way)
        way.tap()
        shown = page.locator(f"[id='{card}']")
        for number in numbers:
            _stands_on_the_screen(page, shown.locator(f"a[href='{number}']"))
        _stands_on_the_screen(page, shown.get_by_text(shipped_signs().words[sign].texts[language]))


def test_the_numbers_stay_in_reach_of_a_thumb_however_far_one_reads(new_context: NewContext) -> None:
    page = new_context(viewport={"width": 390, "height": HEIGHT}, has_touch=True).new_page()
    page.goto("/en/help-now/")
    for part in ("#baby", "#pregnant-care", "#mind"):
        page.locator(f"[id='{part[1:]}']").scroll_into_view_if_needed()
        for number in ("tel:999", "tel:111", UNIT):
            _stands_on_the_screen(page, page.locator(f".kith-callbar a[href='{number}']"))


def test_a_search_that_sounds_of_danger_opens_at_help_now(new_context: NewContext) -> None:
    page = new_context(viewport={"width": 390, "height": HEIGHT}, has_touch=True, java_script_enabled=False).new_page()
    page.goto("/en/find-support/?words=baby+wont+wake+up#answer")
    first = page.locator("#answer.kith-danger")
    assert page.locator("main").inner_html().index("kith-danger") < page.locator("main").inner_html().index("<form")
    _stands_on_the_screen(page, first.locator("a[href='tel:999']"))
    first.get_by_role("link", name="Go to the signs and to who can help now").tap()
    expect(page).to_have_url("/en/help-now/#baby")
    page.goto("/en/find-support/?words=breast+pump")
    expect(page.locator(".kith-danger")).to_have_count(0)
    expect(page.locator("#answer")).to_have_count(1)


def _stands_on_the_screen(page: Page, what: Locator) -> None:
    """Seen whole without scrolling, once a jump on the page has come to rest."""
    expect(what).to_be_visible()
    for _ in range(40):
        box = what.bounding_box()
        assert box is not None
        if box["y"] >= 0 and box["y"] + box["height"] <= HEIGHT:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{what} stands at {box}, not on the screen")
