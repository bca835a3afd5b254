"""The look holds: by night, mirrored, under a thumb, light on the line, and asking no other site for anything."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Request

from kith.kernel.languages import INTERFACE_LANGUAGES
from testing.axe import violations
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
PAGES = ("", "help-now/", "find-support/", "our-numbers/", "accessibility/", "privacy/", "sources/", "nowhere/")
# By night the colours are the same in each language, and the letters of a script weigh the same in each that it writes:
# `make proof` looks at the others too.
BY_NIGHT = ("en", *(pytest.param(language, marks=pytest.mark.thorough) for language in ("ro", "ar", "bn")))
ONE_OF_EACH_SCRIPT = ("en", "ar", "bn", "pa")
LIGHT = [
    pytest.param(language.code, marks=() if language.code in ONE_OF_EACH_SCRIPT else pytest.mark.thorough)
    for language in INTERFACE_LANGUAGES
]
PHONE = {"width": 320, "height": 640}
FIRST_VIEW = 150_000
# WCAG 2.2, 2.5.8: a target is at least 24 pixels each way unless it stands in a sentence.
SMALL_TARGETS = """[...document.querySelectorAll('button, input:not([type=hidden]), select, li > a, nav a')]
    .filter(each => { const box = each.getBoundingClientRect(); return box.width && box.height
        && (box.width < 24 || box.height < 24) && !each.closest('p, main li:not([class])'); })
    .map(each => each.outerHTML.slice(0, 120))"""
# What must stand the other way round on a right-to-left page.
MIRRORED = """({
    header: document.querySelector('.kith-brand').getBoundingClientRect().right
        >= document.querySelector('.kith-help').getBoundingClientRect().right,
    arrows: [...document.querySelectorAll('.nhsuk-icon--arrow-right-circle, .nhsuk-icon--arrow-right')]
        .every(icon => getComputedStyle(icon).transform.startsWith('matrix(-1')),
    choices: [...document.querySelectorAll('.nhsuk-radios__item, .nhsuk-checkboxes__item')]
        .every(item => item.querySelector('input').getBoundingClientRect().left
            > item.querySelector('label').getBoundingClientRect().left),
})"""


@pytest.mark.parametrize("language", BY_NIGHT)
def test_a_page_by_night_is_as_easy_to_read_and_to_press(new_context: NewContext, language: str) -> None:
    page = new_context(viewport=PHONE, color_scheme="dark", locale=language).new_page()
    for path in PAGES:
        page.goto(f"/{language}/{path}")
        assert violations(page, again=language != "en") == [], path
        assert page.evaluate(SMALL_TARGETS) == [], path
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(27, 19, 27)"


@pytest.mark.parametrize("width", [320, 1280])
def test_arabic_is_really_mirrored_and_english_is_not(new_context: NewContext, width: int) -> None:
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    for path in PAGES:
        page.goto(f"/ar/{path}")
        assert page.evaluate(MIRRORED) == {"header": True, "arrows": True, "choices": True}, path
        page.goto(f"/en/{path}")
        assert not page.evaluate(MIRRORED)["header"], path


def test_a_page_has_nothing_to_complain_of_and_leaves_nothing_behind(page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for path in PAGES[:-1]:
        _open(page, f"/ar/{path}")
    assert complaints == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("language", LIGHT)
def test_the_first_view_is_light(new_context: NewContext, language: str) -> None:
    for path in PAGES[:4]:
        page = new_context(viewport=PHONE, locale=language).new_page()
        sizes = [request.sizes() for request in _open(page, f"/{language}/{path}")]
        weight = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
        assert 30_000 < weight < FIRST_VIEW, path


def test_an_english_page_fetches_no_arabic_letters_and_an_arabic_one_does(page: Page) -> None:
    for language, wanted in (("en", False), ("ar", True)):
        asked = _open(page, f"/{language}/accessibility/")
        assert any("noto-arabic" in request.url for request in asked) is wanted, language


def _open(page: Page, path: str) -> list[Request]:
    """Open it, and wait until all has come that it asks for by itself, letters included: those requests."""
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    page.on("requestfinished", note)
    page.goto(path, wait_until="load")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.remove_listener("requestfinished", note)
    return asked
