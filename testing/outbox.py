"""What the demonstration has sent, read as its visitor reads it: on the page of its outbox."""

from __future__ import annotations

import re
import time

from playwright.sync_api import Page

from testing.place import RunningPlace

SECONDS_TO_SEND = 30
_LETTER = '<div class="nhsuk-card">'
_LINK = re.compile(r'href="([^"]+/confirm/[^"]+)"')


def link_to_confirm(page: Page, place: RunningPlace, address: str) -> str:
    """The link in the newest message that asks this address to confirm a booking, once the worker has sent it."""
    deadline = time.monotonic() + SECONDS_TO_SEND
    while True:
        letters = page.request.get(f"{place.url}/demo/outbox/").text().split(_LETTER)
        found = [link for letter in letters if f"<bdi>{address}</bdi>" in letter for link in _LINK.findall(letter)]
        if found:
            return str(found[0])
        if time.monotonic() > deadline:
            raise AssertionError(f"nothing to confirm came to {address} within {SECONDS_TO_SEND} s")
        time.sleep(0.2)


def confirm(page: Page, place: RunningPlace, address: str) -> None:
    """Open the link that was sent to this address and tap; the page is then that of the booking."""
    page.goto(link_to_confirm(page, place, address))
    page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_url("**/bookings/**")
