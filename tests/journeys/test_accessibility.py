"""Pages that together have every part of every page, on a small phone and a desk: axe finds nothing, no rule is off.

Of rows that are alike the first few are looked at; F28 looks at all of every page, at every width in every language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.kernel.languages import interface_language
from testing.addresses import STARTS, Address, in_language, pages_of_people, sign_in
from testing.axe import bring_along, thin_out, violations
from testing.markup import few_with_every_part
from testing.place import RunningPlace
from testing.public_pages import OPEN_ALL
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
OUTSIDE = (None, "parent")
AT_WORK = tuple(role for role in STARTS if role not in OUTSIDE)
Pages = dict[str | None, list[Address]]
# Faults in one row of two dozen that are alike, of each kind that is looked for again, and one of structure.
PLANT = """document.querySelector("main").insertAdjacentHTML("beforeend", `<ul>${"<li>A row</li>".repeat(24)}
  <li><img src=x><input><span role="button" tabindex="0"></span><span role="option">One</span>
    <b id="pale">Call us</b></li></ul>`);
document.getElementById("pale").style.cssText = "color: #ccc; background: #fff";"""
DRAWN = "(({dir, scrollWidth, clientWidth}) => [dir, scrollWidth - clientWidth])(document.documentElement)"
FIRST_LANGUAGE = "en"
MOST_PER_NAME, MOST_AT_WORK = 2, 1  # F28 follows three pages of each name
# Every page in every language at every width is F28's. Here those that have every part take turns: each is looked at in
# one of these ways, and what belongs to every page, its frame, in all of them.
WIDTHS = {FIRST_LANGUAGE: (320, 1280), "ro": (320,), "ar": (320,)}
TURNS = [(language, width) for language, widths in WIDTHS.items() for width in widths]


@pytest.fixture(scope="module")
def outside(browser: Browser, place: RunningPlace) -> Pages:
    """What a visitor and a parent can reach."""
    return pages_of_people(browser, place, OUTSIDE, most_per_name=MOST_PER_NAME)


@pytest.fixture(scope="module")
def at_work(browser: Browser, place: RunningPlace) -> Pages:
    """What each person at work can reach, under the first who can."""
    return pages_of_people(browser, place, AT_WORK, most_per_name=MOST_AT_WORK)


def ill_drawn(page: Page, language: str) -> list[str]:
    direction, wide = page.evaluate(DRAWN)
    said = [f"{wide} px wider than the window"] * (wide > 0)
    return said + [f"dir is {direction}"] * (direction != interface_language(language).direction)


def faults_at(page: Page, language: str, width: int) -> Iterator[str]:
    """What is wrong with the page that is open: drawn at each width, then thinned out under axe at this one."""
    for each in WIDTHS[language]:
        page.set_viewport_size({"width": each, "height": 800})
        yield from ill_drawn(page, language)
    thin_out(page)
    page.set_viewport_size({"width": width, "height": 800})
    yield from violations(page)


def in_turn(pages: Sequence[Address], language: str) -> Iterator[tuple[Address, int]]:
    """The pages whose turn it is to be looked at in this language, each with its width."""
    for number, address in enumerate(pages):
        turn, width = TURNS[number % len(TURNS)]
        if turn == language:
            yield address, width


def enough_of(pages: Pages) -> Pages:
    """Pages that together have every part there is: what axe says of a part, it says of it on any page."""
    parts = {(role, each): each.markup.parts for role, found in pages.items() for each in found}
    chosen = set(few_with_every_part(parts))
    return {role: [each for each in found if (role, each) in chosen] for role, found in pages.items()}


def looked_at(new_context: NewContext, place: RunningPlace, role: str | None, pages: Pages, language: str) -> list[str]:
    """What is found on the pages of this person whose turn it is."""
    context = new_context(locale=language)
    bring_along(context)
    if role:
        sign_in(context, place, role)
    page = context.new_page()
    found: list[str] = []
    for address, width in in_turn(enough_of(pages)[role], language):
        page.set_viewport_size({"width": WIDTHS[language][0], "height": 800})
        page.goto(in_language(address.path, language), wait_until="load")
        page.evaluate(OPEN_ALL)
        found += [f"{address.name} at {width}: {each}" for each in faults_at(page, language, width)]
    return found


@pytest.mark.parametrize("language", WIDTHS)
@pytest.mark.parametrize("role", OUTSIDE)
def test_axe_finds_nothing_on_any_page_of_a_visitor_or_a_parent(
    new_context: NewContext, place: RunningPlace, outside: Pages, role: str | None, language: str
) -> None:
    assert looked_at(new_context, place, role, outside, language) == []


@pytest.mark.parametrize("language", WIDTHS)
@pytest.mark.parametrize("role", AT_WORK)
def test_axe_finds_nothing_on_any_page_at_work(
    new_context: NewContext, place: RunningPlace, at_work: Pages, role: str, language: str
) -> None:
    assert looked_at(new_context, place, role, at_work, language) == []


@pytest.mark.parametrize("language", WIDTHS)
def test_axe_finds_nothing_when_a_form_comes_back_with_errors(new_context: NewContext, language: str) -> None:
    page = new_context(locale=language, viewport={"width": 320, "height": 800}).new_page()
    page.goto("/go/feeding-clinic/")
    page.locator("a[href$='/book/']").first.click()
    page.get_by_role("main").get_by_role("button").click()
    expect(page.locator(".nhsuk-error-summary")).to_have_count(1)
    assert [*ill_drawn(page, language), *violations(page)] == []


def test_the_pages_outside_are_among_those_looked_at(outside: Pages) -> None:
    assert {address.name for each in outside.values() for address in each} >= {
        *("home", "help-now", "find-support", "session", "book", "our-numbers", "accessibility", "privacy", "sources"),
        *("advice-page", "advice-easy"),
        *("staff-sign-in", "demonstration", "my-page"),
    }


def test_the_pages_at_work_are_among_those_looked_at(at_work: Pages) -> None:
    assert {address.name for each in at_work.values() for address in each} >= {
        *("today", "family", "record-feeding", "register", "gallery"),
    }


def faulty(pages: Pages) -> dict[str, tuple[str, ...]]:
    return {address.name: address.markup.faults for each in pages.values() for address in each if address.markup.faults}


def test_no_label_outside_points_at_nothing_and_no_id_stands_twice(outside: Pages) -> None:
    assert faulty(outside) == {}


def test_no_label_at_work_points_at_nothing_and_no_id_stands_twice(at_work: Pages) -> None:
    assert faulty(at_work) == {}


def test_every_page_has_its_turn_in_one_language(outside: Pages) -> None:
    pages = [address for each in outside.values() for address in each]
    assert sorted(address.path for each in WIDTHS for address, _ in in_turn(pages, each)) == sorted(
        address.path for address in pages
    )


def test_axe_is_awake_in_the_one_odd_row_of_many_and_when_it_looks_again(page: Page) -> None:
    page.goto("/en/")
    page.evaluate(PLANT)
    assert thin_out(page) >= 20
    everything, again = (rules_broken(page, again=again) for again in (False, True))
    assert again >= {"image-alt", "label", "color-contrast", "aria-command-name"}
    assert everything - again == {"aria-required-parent"}


def rules_broken(page: Page, *, again: bool) -> set[str]:
    return {each.split(":")[0] for each in violations(page, again=again)}


def test_axe_says_where_it_would_wait_for_ever(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/en/")
    with pytest.raises(AssertionError, match="scripts run"):
        violations(page)
