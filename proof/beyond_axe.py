"""What axe does not ask: whether a page fits, can be walked by keyboard, shows the focus, and says its language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

from kith.kernel.languages import Language

ZOOMED = {"width": 320, "height": 640}
"""A window of 1280 pixels at 400 %."""
MOST_STOPS = 600


def barriers(page: Page, language: Language) -> list[str]:
    """Everything that would stop a visitor on the page as it stands, at 400 % zoom."""
    page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]  # Playwright's own name for the same two numbers
    page.emulate_media(reduced_motion="reduce")
    asked = {"code": language.code, "direction": language.direction}
    found: list[str] = page.evaluate(_script("beyond_axe.js"), asked)
    return found + walked(page)


def walked(page: Page) -> list[str]:
    """What goes wrong while the Tab key is pressed from the head of the page to its foot."""
    page.evaluate(_script("focus.js"))
    found: list[str] = []
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate("window.kithFocus()")
        found += stop["faults"]
        if stop["isOver"]:
            return found
    return [*found, f"more than {MOST_STOPS} stops of the keyboard"]


@cache
def _script(name: str) -> str:
    return (Path(__file__).parent / name).read_text()
