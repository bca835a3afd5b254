"""F28: axe, with no rule off, finds nothing on any page, in any language, at any width; on public ones in any state."""

from __future__ import annotations

from functools import partial

from playwright.sync_api import Browser, Page

from kith.kernel.languages import INTERFACE_LANGUAGES, Language
from proof.figures import Outcome, figure
from testing.addresses import STARTS, Address, in_language, pages_of_people, sign_in
from testing.axe import violations
from testing.browser import browser, visitor
from testing.place import RunningPlace, running_place
from testing.public_pages import OPEN_ALL, every_page, in_every_language, states

FAMILIES = 300
WIDTHS = (320, 768, 1280)
SIGNED_IN = tuple(role for role in STARTS if role)
Pages = dict[str | None, list[Address]]
# Two faults that a template can easily make, and that only a look at the drawn page can tell.
_PLANT = """document.querySelector("main").insertAdjacentHTML("beforeend",
  "<img src='/static/kith.svg'><p id='pale'>Call us</p>");
document.getElementById("pale").style.cssText = "color: #ccc; background: #fff";"""


@figure(
    "F28",
    claim="axe (A, AA, 2.2, best practice; no rule off) finds nothing: every page, language, width; public form state",
)
def run() -> Outcome:
    """Look at everything; two faults planted in a page must be found at each width."""
    with running_place(families=FAMILIES) as place:
        with browser() as chromium, visitor(chromium) as page:
            control = _finds_the_planted(page, place)
            pages = pages_of_people(chromium, place, SIGNED_IN)
        looks = in_every_language(place, _looks) + in_every_language(place, partial(_looks_inside, pages))
    wrong = [look for look in looks if look]
    for look in wrong:
        print(f"  {look}")
    return Outcome(n=len(looks), failed=len(wrong), control=control)


def _looks(chromium: Browser, place: RunningPlace, language: Language) -> list[str]:
    """One entry for each page, state and width; empty where axe is silent."""
    with visitor(chromium, language=language.code) as page:
        found = []
        for path in every_page(page, place, language.code):
            for state in states(page, place.url + path):
                found += [_look(page, width, f"{path} {state} {width}") for width in WIDTHS]
        return found


def _looks_inside(pages: Pages, chromium: Browser, place: RunningPlace, language: Language) -> list[str]:
    """The same for what only a parent, or a person at work, can reach."""
    found = []
    for role, addresses in pages.items():
        with visitor(chromium, language=language.code) as page:
            sign_in(page.context, place, str(role))
            for address in addresses:
                path = in_language(address.path, language.code)
                page.goto(place.url + path, wait_until="load")
                page.evaluate(OPEN_ALL)
                found += [_look(page, width, f"{role}, {language.code}: {path} {width}") for width in WIDTHS]
    return found


def _look(page: Page, width: int, where: str) -> str:
    page.set_viewport_size({"width": width, "height": 800})
    said = violations(page)
    return f"{where}: {' | '.join(said)}" if said else ""


def _finds_the_planted(page: Page, place: RunningPlace) -> bool:
    page.goto(f"{place.url}/{INTERFACE_LANGUAGES[-1].code}/", wait_until="load")
    page.evaluate(_PLANT)
    looks = [_look(page, width, str(width)) for width in WIDTHS]
    return all("image-alt" in look and "color-contrast" in look for look in looks)
