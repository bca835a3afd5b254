"""A real Chromium on a real place: pages as a phone and a desk see them."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PHONE = {"width": 390, "height": 844}
TALLEST = 2400
DESK = {"width": 1280, "height": 900}
# No call home, no component update: a browser here talks to the place and to nobody else.
_QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-gpu",
)

# A page that is looked at once gains nothing from compilers that make scripts fast which run often.
SHORT_SCRIPTS = "--js-flags=--no-maglev --no-turbofan"

# For a proxy of tests, whose certificate nobody has signed.
AT_A_PROXY = "--ignore-certificate-errors"
_PASSKEYS = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def resolving(host: str, port: int) -> str:
    """The option by which Chromium finds this host on a port of this machine."""
    return f"--host-resolver-rules=MAP {host} 127.0.0.1:{port}"


def with_passkeys(context: BrowserContext) -> Page:
    """A window on a device that keeps passkeys and knows its owner."""
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": _PASSKEYS})
    return page


@contextmanager
def browser(*more: str) -> Iterator[Browser]:
    """The machine's Chromium, else the one Playwright fetched; with these options more."""
    known = (shutil.which(name) for name in ("chromium-headless-shell", "chromium", "chromium-browser"))
    found = os.environ.get("KITH_CHROMIUM") or next((path for path in known if path), None)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=[*_QUIET, *more])
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
) -> Iterator[Page]:
    """A visitor with a clean browser of this size and language, by day."""
    context = chromium.new_context(
        viewport=size or PHONE,  # type: ignore[arg-type]  # Playwright's own name for the same two numbers
        locale=language,
        java_script_enabled=javascript,
        color_scheme="light",
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def picture(page: Page) -> bytes:
    """The page, as far as a reader scrolls twice or thrice, as a JPEG small enough to keep."""
    size = page.viewport_size or PHONE
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    area = {"x": 0, "y": 0, "width": size["width"], "height": height}
    return page.screenshot(full_page=True, clip=area, type="jpeg", quality=60)  # type: ignore[arg-type]
