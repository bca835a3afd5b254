"""The public pages as readers meet them: found by following links, their forms empty, filled and refused."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from secrets import token_hex
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, Page

from kith.kernel.languages import INTERFACE_LANGUAGES, Language
from testing.browser import browser
from testing.outbox import confirm
from testing.place import RunningPlace

PRINTED_CODE = "feeding-clinic"
NOWHERE = "nowhere/"
NOT_PAGES = (".csv", ".ics", ".json", ".pdf")
MOST_OF_A_KIND = 3
AT_ONCE = 2
# Not `each.href`: that of a link in an SVG is no text.
_HREFS = "links => links.map((each) => each.getAttribute('href'))"
# Pages of one kind differ only by a number or a secret; a few of each say as much as all.
_KIND = re.compile(r"/(\d+|[\w-]{20,})(?=/|$)")
_FORM = "main form:has(input:not([type=hidden]), select, textarea)"
OPEN_ALL = "document.querySelectorAll('main details').forEach((each) => { each.open = true; })"
_FILL = """(form) => {
  const words = {day: "3", month: "11", year: "2026", contact: "ioana@example.invalid", email: "ioana@example.invalid",
    near: "MK9 3EJ", places: "1"};
  for (const field of form.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    if (field.matches("[type=radio], [type=checkbox]")) field.checked = true;
    else if (field.matches("select")) field.selectedIndex = field.options.length - 1;
    else if (!field.matches("[type=submit], [type=file]"))
      field.value = words[field.name] ?? words[field.name.split("_").pop()] ?? "Ioana Popescu";
    field.dispatchEvent(new Event("input", {bubbles: true}));
    field.dispatchEvent(new Event("change", {bubbles: true}));
  }
}"""
_SPOIL = """(form) => {
  for (const field of form.querySelectorAll("input, select, textarea")) {
    if (field.matches("[type=radio], [type=checkbox]")) field.checked = false;
    else if (field.matches("input:not([type=hidden]), textarea"))
      field.value = form.method === "get" ? "zz99 9zz" : "";
  }
}"""
Found = TypeVar("Found")


def in_every_language(
    place: RunningPlace, look: Callable[[Browser, RunningPlace, Language], list[Found]]
) -> list[Found]:
    """What is found in each language, each in a browser of its own, a few at once."""

    def alone(language: Language) -> list[Found]:
        with browser() as chromium:
            return look(chromium, place, language)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [each for found in pool.map(alone, INTERFACE_LANGUAGES) for each in found]


def follow(page: Page, place: RunningPlace, language: str) -> Iterator[tuple[str, bool]]:
    """Open the home page, then whatever it leads to in this language: each path, and whether it opens."""
    start = f"/{language}/"
    waiting, seen, kinds = deque([start]), {start}, dict[str, int]()
    while waiting:
        path = waiting.popleft()
        answer = page.goto(place.url + path, wait_until="load")
        hrefs = page.eval_on_selector_all("a[href]", _HREFS)
        yield path, bool(answer and answer.ok)
        for href in hrefs:
            target = urlsplit(urljoin(place.url + path, str(href)))
            kind = _KIND.sub("/#", target.path)
            is_new = target.path not in seen and kinds.get(kind, 0) < MOST_OF_A_KIND
            is_page = target.path.startswith(start) and not target.path.endswith(NOT_PAGES)
            if f"{target.scheme}://{target.netloc}" == place.url and is_page and is_new:
                seen.add(target.path)
                kinds[kind] = kinds.get(kind, 0) + 1
                waiting.append(target.path)


def booking_form(page: Page, place: RunningPlace) -> str:
    """Scan a printed code and ask for a place; the path of the form that opens in the reader's language."""
    page.goto(f"{place.url}/go/{PRINTED_CODE}/")
    page.locator("a[href$='/book/']").first.click()
    page.locator("[name=contact]").wait_for()
    return urlsplit(page.url).path


def ask(page: Page, place: RunningPlace, address: str) -> str:
    """Ask for a place as a stranger does; the path of the page that waits for the proof."""
    booking_form(page, place)
    page.locator("[name=name]").fill("Ioana Popescu")
    page.locator("[name=contact]").fill(address)
    page.locator("[name=consent][value=no]").check()
    if page.locator("[name=may_wait]").count():
        page.locator("[name=may_wait]").check()
    page.get_by_role("main").get_by_role("button").click()
    page.wait_for_url("**/held/**")
    return urlsplit(page.url).path


def book(page: Page, place: RunningPlace) -> str:
    """Book a place, with the proof that the address is one's own; the path of the booking."""
    address = f"ioana-{token_hex(4)}@example.invalid"
    ask(page, place, address)
    confirm(page, place, address)
    return urlsplit(page.url).path


def every_page(page: Page, place: RunningPlace, language: str) -> list[str]:
    """The paths of all public pages in this language, and of those that no link leads to."""
    found = [path for path, _opens in follow(page, place, language)]
    doors = [
        f"/{language}/my/sign-in/",
        "/desk/sign-in/",
        "/desk/sign-in/password/",
        "/demo/",
        f"/{language}/{NOWHERE}",
    ]
    held = ask(page, place, f"ioana-{token_hex(4)}@example.invalid")
    return [*found, *doors, booking_form(page, place), held, book(page, place)]


def states(page: Page, address: str) -> Iterator[str]:
    """Open the page, then its form filled, then its form refused; only the first where it has no form."""
    page.goto(address, wait_until="load")
    page.evaluate(OPEN_ALL)
    yield "empty"
    form = page.locator(_FORM).first
    if not form.count():
        return
    form.evaluate(_FILL)
    yield "filled"
    form.evaluate(_SPOIL)
    # By script, for the browser itself would stop a form that is not `novalidate`.
    with page.expect_navigation(wait_until="load"):
        form.evaluate("(form) => { form.noValidate = true; form.requestSubmit(); }")
    page.evaluate(OPEN_ALL)
    yield "error"
