"""A demonstration place behind real servers, and a real browser in front of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from testing.browser import SHORT_SCRIPTS
from testing.browser import browser as chromium
from testing.place import RunningPlace
from testing.shared import shared_place

NewContext = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def place(run_folder: Path) -> Iterator[RunningPlace]:
    """Milton Keynes with its invented families, web server and worker running: one for all test processes."""
    with shared_place(run_folder) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium. Closed with the module: its event loop keeps Django from the database while it runs."""
    with chromium(SHORT_SCRIPTS) as started:
        yield started


@pytest.fixture
def new_context(browser: Browser, place: RunningPlace) -> Iterator[NewContext]:
    """Makes browser windows that share nothing; every request to another machine fails the test."""
    opened: list[BrowserContext] = []
    strayed: list[str] = []

    def make(**options: object) -> BrowserContext:
        context = browser.new_context(base_url=place.url, **options)  # type: ignore[arg-type]
        context.set_default_timeout(15_000)
        context.on(
            "request", lambda request: strayed.append(request.url) if _is_elsewhere(request.url, place) else None
        )
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()
    assert strayed == []


@pytest.fixture
def page(new_context: NewContext) -> Page:
    """A desktop window of a visitor who has not signed in."""
    return new_context(viewport={"width": 1280, "height": 900}, locale="en-GB").new_page()


def messages_of(place: RunningPlace) -> list[Path]:
    """What the place has sent, as files, oldest first; one that is still being written has a dot before its name."""
    folder = place.var / "milton-keynes" / "messages"
    return sorted(folder.glob("[!.]*"), key=lambda path: path.stat().st_mtime) if folder.exists() else []


def _is_elsewhere(url: str, place: RunningPlace) -> bool:
    return url.startswith("http") and not url.startswith(place.url)
