"""F25: a visitor who reads and books without signing in leaves no cookie, nothing stored, no other site asked."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from kith.kernel.languages import INTERFACE_LANGUAGES
from proof.figures import Outcome, figure
from testing.browser import browser, visitor
from testing.place import RunningPlace, running_place, served
from testing.public_pages import book, follow

FAMILIES = 300
_STORED = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map((each) => each.name), ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map((each) => each.scope),
]"""


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
        for path, opens in follow(page, place, language):
            yield _said(path, page, strangers) if opens else f"{path} does not open"
        book(page, place)
        yield _said(f"booking in {language}", page, strangers)


def _listen(page: Page, place: RunningPlace) -> list[str]:
    """What the browser asks beside the place; filled while pages are read."""
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
