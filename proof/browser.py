"""A real Chromium on a real place: pages as a phone and a desk see them, and what axe finds on them."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from kith.platform.ui.build.paths import AXE

PHONE = {"width": 390, "height": 844}
SMALLEST = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
# No call home, no component update: a browser here talks to the place and to nobody else.
_QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)


@contextmanager
def browser() -> Iterator[Browser]:
    """The machine's Chromium, else the one Playwright fetched."""
    found = os.environ.get("KITH_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(_QUIET))
        try:
            yield started
        finally:
            started.close()


@contextmanager
def visitor(
    chromium: Browser,
    *,
    size: dict[str, int] | None = None,
    language: str = "en",
    javascript: bool = True,
    night: bool = False,
) -> Iterator[Page]:
    """Somebody with a clean browser of this size and language."""
    context = chromium.new_context(
        viewport=size or PHONE,  # type: ignore[arg-type]  # Playwright's own name for the same two numbers
        locale=language,
        java_script_enabled=javascript,
        color_scheme="dark" if night else "light",
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def axe(page: Page) -> list[str]:
    """What axe finds wrong, one line a finding; read from the parts that only tests use, past the page's own policy."""
    page.context.new_cdp_session(page).send("Runtime.evaluate", {"expression": AXE.read_text()})
    found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']} ({violation['impact']}): {node['html'][:140]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def small_targets(page: Page) -> list[str]:
    """Buttons, boxes and stand-alone links too small for a thumb (WCAG 2.2, 2.5.8: 24 pixels each way)."""
    return list(
        page.evaluate(
            """[...document.querySelectorAll('button, input:not([type=hidden]), select, li > a, nav a')]
            .filter(each => { const box = each.getBoundingClientRect(); return box.width && box.height
                && (box.width < 24 || box.height < 24) && !each.closest('p'); })
            .map(each => each.outerHTML.slice(0, 120))"""
        )
    )


def mirrored(page: Page) -> dict[str, bool]:
    """Whether the pieces that must turn round have turned: the name stands on the right, help on the left."""
    return dict(
        page.evaluate(
            """({
                header: document.querySelector('.kith-brand').getBoundingClientRect().left
                    > document.querySelector('.kith-help').getBoundingClientRect().left,
                arrows: [...document.querySelectorAll('.nhsuk-icon--arrow-right-circle, .nhsuk-icon--arrow-right')]
                    .every(icon => getComputedStyle(icon).transform.startsWith('matrix(-1')),
                choices: [...document.querySelectorAll('.nhsuk-radios__item, .nhsuk-checkboxes__item')]
                    .every(item => item.querySelector('input').getBoundingClientRect().left
                        > item.querySelector('label').getBoundingClientRect().left),
            })"""
        )
    )


def save(page: Page, path: Path) -> None:
    """The whole page as a picture small enough to keep."""
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path, full_page=True, type="jpeg", quality=72)
