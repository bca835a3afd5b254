"""The journeys of the public by keyboard alone: Tab, arrows, Space, Enter and letters; never a mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from secrets import token_hex

from playwright.sync_api import Error, Page

from kith.kernel.languages import Language
from proof.beyond_axe import MOST_STOPS
from testing.outbox import link_to_confirm
from testing.place import RunningPlace

Journey = Callable[[Page, RunningPlace, Language], list[str]]
JOURNEYS: dict[str, Journey] = {}


class Keyboard:
    """A visitor's hands on the keys."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, wanted: str) -> None:
        """Press Tab until the focus is on it."""
        for _stop in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("(wanted) => document.activeElement?.matches(wanted)", wanted):
                return
        raise AssertionError(f"Tab never leads to {wanted}")

    def press(self, wanted: str) -> None:
        """Reach it, press Enter, and wait for the page it leads to."""
        self.reach(wanted)
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press("Enter")

    def write(self, wanted: str, text: str) -> None:
        """Reach the field and write into it."""
        self.reach(wanted)
        self.page.keyboard.type(text)

    def choose(self, name: str, value: str) -> None:
        """Reach the choice and go through it by arrows until this is chosen."""
        self.reach(f"[name={name}]")
        self.page.keyboard.press("Space")
        for _option in range(20):
            if self.page.locator(f"[name={name}][value={value}]").is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no arrow leads to {name}={value}")

    def must_show(self, wanted: str) -> None:
        """The journey has led here."""
        if not self.page.locator(wanted).count():
            raise AssertionError(f"{self.page.url} does not show {wanted}")


def journey(name: str) -> Callable[[Callable[[Keyboard, RunningPlace, str], None]], Journey]:
    """Register a journey; it ends at the first thing that no key can do, and says what that was."""

    def register(walk: Callable[[Keyboard, RunningPlace, str], None]) -> Journey:
        @wraps(walk)
        def walked(page: Page, place: RunningPlace, language: Language) -> list[str]:
            try:
                walk(Keyboard(page), place, language.code)
            except (AssertionError, Error) as stopped:
                return [str(stopped)]
            return []

        JOURNEYS[name] = walked
        return walked

    return register


@journey("find support, a session, book, cancel")
def find_and_book(hands: Keyboard, place: RunningPlace, language: str) -> None:
    """From the home page to a booking that is cancelled again."""
    hands.page.goto(f"{place.url}/{language}/")
    hands.press("main a[href$='/find-support/']")
    hands.press("main form button")
    session = _bookable(hands.page, place)
    hands.press(f"main a[href='{session}']")
    hands.press("main a[href$='/book/']")
    hands.write("[name=name]", "Ioana Popescu")
    address = f"ioana-{token_hex(4)}@example.invalid"
    hands.write("[name=contact]", address)
    hands.choose("consent", "no")
    hands.press("main form button")
    hands.must_show("main [name=code]")
    hands.page.goto(link_to_confirm(hands.page, place, address))
    hands.press("main form button")
    hands.press("main button[value=cancel]")
    hands.must_show("main button[value=book-again]")


@journey("help now")
def help_now(hands: Keyboard, place: RunningPlace, language: str) -> None:
    """From the home page to a number that can be called."""
    hands.page.goto(f"{place.url}/{language}/")
    hands.press("main a[href$='/help-now/']")
    hands.reach("main a[href^='tel:']")


@journey("a parent asks for her code")
def parent_sign_in(hands: Keyboard, place: RunningPlace, language: str) -> None:
    """From the door of her own page to the field for the code."""
    hands.page.goto(f"{place.url}/{language}/my/sign-in/")
    hands.write("[name=contact]", f"ioana-{token_hex(4)}@example.invalid")
    hands.press("main form button")
    hands.reach("[name=code]")


@journey("a worker signs in with a wrong password")
def staff_sign_in(hands: Keyboard, place: RunningPlace, _language: str) -> None:
    """From the staff's door, by a mistake, to the words about it and the way to a new password."""
    hands.page.goto(f"{place.url}/desk/sign-in/")
    hands.write("[name=login]", f"ioana-{token_hex(4)}@example.invalid")
    hands.write("[name=password]", token_hex(8))
    hands.press("main form:has([name=password]) button")
    hands.must_show(".nhsuk-error-summary")
    hands.press("main a[href$='/password/']")
    hands.reach("[name=email]")


def _bookable(page: Page, place: RunningPlace) -> str:
    """The first session among those found that has a place left, as its link is written."""
    for href in page.eval_on_selector_all("main a[href*='/sessions/']", "all => all.map(e => e.getAttribute('href'))"):
        answer = page.request.get(f"{place.url}{href}book/")
        if answer.ok and 'name="may_wait"' not in answer.text() and 'name="name"' in answer.text():
            return str(href)
    raise AssertionError("nothing that was found can be booked")
