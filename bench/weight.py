"""What a first visit brings over the line, fonts included, counted by a real browser with an empty cache."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser

from testing.browser import browser
from testing.place import RunningPlace

AIM_BYTES = 150_000
ADDRESSES = ("", "find-support/", "our-numbers/")
LANGUAGES = ("en", "ro", "ar")


@dataclass(frozen=True)
class Weight:
    """The compressed bytes and the requests of one first view."""

    address: str
    compressed_bytes: int
    requests: int
    aim: int = AIM_BYTES


def weights(place: RunningPlace) -> list[Weight]:
    """The first view of each public page in each language, each in a window of its own."""
    with browser() as chromium:
        return [_weigh(chromium, place, f"/{lang}/{page}") for page in ADDRESSES for lang in LANGUAGES]


def _weigh(chromium: Browser, place: RunningPlace, address: str) -> Weight:
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    finished: list[float] = []
    line = context.new_cdp_session(page)
    line.send("Network.enable")

    def note(event: dict[str, Any]) -> None:
        finished.append(event["encodedDataLength"])

    line.on("Network.loadingFinished", note)
    page.goto(place.url + address, wait_until="networkidle")
    context.close()
    return Weight(address, int(sum(finished)), len(finished))
