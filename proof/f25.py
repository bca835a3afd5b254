"""F25: who reads and books without signing in leaves with no cookie, nothing stored, and nobody else told."""

import re
from collections import deque
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, Page

from kith.kernel.languages import INTERFACE_LANGUAGES
from proof.browser import browser, visitor
from proof.figures import Outcome, figure
from proof.place import RunningPlace, running_place, served

FAMILIES = 300
MOST_OF_A_KIND = 3
PRINTED_CODE = "feeding-clinic"
_STORED = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map((each) => each.name), ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map((each) => each.scope),
]"""
# Not `each.href`: that of a link in an SVG is no text.
_HREFS = "links => links.map((each) => each.getAttribute('href'))"
# Pages of one kind differ only by a number or a secret; a few of each say as much as all.
_KIND = re.compile(r"/(\d+|[\w-]{20,})(?=/|$)")


@figure("F25", claim="anonymous visits of all pages in all languages leave nothing in the browser and tell nobody")
def run() -> Outcome:
    """Follow every link and book a place, in each language, in a real browser; a planted tracker must be noticed."""
    with running_place(families=FAMILIES) as place, browser() as chromium:
        found = [
            trace for language in INTERFACE_LANGUAGES for trace in _visit_everything(chromium, place, language.code)
        ]
        planted = "proof.planted:application"
        with served(place.database_url, place.var, worker=False, application=planted) as tracked:
            alarms = _kinds_of_trace(chromium, tracked)
    wrong = [trace for trace in found if trace]
    for trace in wrong:
        print(f"  {trace}")
    return Outcome(n=len(found), failed=len(wrong), control=alarms == {"cookie", "stored", "told"})


def _visit_everything(chromium: Browser, place: RunningPlace, language: str) -> Iterator[str]:
    """One entry for each page, and one for a booking; empty where it left no trace."""
    with visitor(chromium, language=language) as page:
        strangers = _listen(page, place)
        for path in _follow(page, place, language):
            yield path if path.endswith(")") else _said(path, page, strangers)
        _book(page, place, language)
        yield _said(f"booking in {language}", page, strangers)


def _follow(page: Page, place: RunningPlace, language: str) -> Iterator[str]:
    """Open the home page, then whatever it leads to in this language."""
    start = f"/{language}/"
    waiting, seen, kinds = deque([start]), {start}, dict[str, int]()
    while waiting:
        path = waiting.popleft()
        answer = page.goto(place.url + path, wait_until="load")
        yield path if answer and answer.ok else f"{path} (does not open)"
        for href in page.eval_on_selector_all("a[href]", _HREFS):
            target = urlsplit(urljoin(place.url + path, str(href)))
            kind = _KIND.sub("/#", target.path)
            is_new = target.path not in seen and kinds.get(kind, 0) < MOST_OF_A_KIND
            is_page = target.path.startswith(start) and not target.path.endswith((".csv", ".ics"))
            if f"{target.scheme}://{target.netloc}" == place.url and is_page and is_new:
                seen.add(target.path)
                kinds[kind] = kinds.get(kind, 0) + 1
                waiting.append(target.path)


def _book(page: Page, place: RunningPlace, language: str) -> None:
    """Scan a printed code and book a place, as a stranger does."""
    page.goto(f"{place.url}/go/{PRINTED_CODE}/")
    page.locator("a[href$='/book/']").first.click()
    page.locator("[name=name]").fill("Ioana Popescu")
    page.locator("[name=contact]").fill(f"ioana-{language}@example.invalid")
    page.locator("[name=consent][value=no]").check()
    page.get_by_role("main").get_by_role("button").click()
    page.wait_for_url(f"**/{language}/bookings/**")


def _listen(page: Page, place: RunningPlace) -> list[str]:
    """Whom the browser asks beside the place; filled while pages are read."""
    strangers: list[str] = []

    def note(url: str) -> None:
        if url.startswith(("http:", "https:", "ws:", "wss:")) and not url.startswith(f"{place.url}/"):
            strangers.append(url)

    page.on("request", lambda request: note(request.url))
    return strangers


def _said(where: str, page: Page, strangers: list[str]) -> str:
    """What trace there is by now; empty for none."""
    kinds = _traces(page, strangers)
    return f"{where}: {', '.join(sorted(kinds))}" if kinds else ""


def _traces(page: Page, strangers: list[str]) -> set[str]:
    found = {"cookie"} if page.context.cookies() else set()
    found |= {"stored"} if page.evaluate(_STORED) else set()
    return found | ({"told"} if strangers else set())


def _kinds_of_trace(chromium: Browser, place: RunningPlace) -> set[str]:
    with visitor(chromium) as page:
        strangers = _listen(page, place)
        page.goto(f"{place.url}/en/", wait_until="load")
        return _traces(page, strangers)
