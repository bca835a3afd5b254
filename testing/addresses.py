"""One address for every page a reader can reach by following links, found by following them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, BrowserContext

from kith.platform.i18n.catalogue import TRANSLATED
from testing.markup import Markup, read
from testing.place import RunningPlace

LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
NOT_PAGES = ("text/csv", "text/calendar", "application/json", "application/pdf")
MOST_PER_NAME = 3
# Where each person of the demonstration begins, and within what she is followed.
STARTS: dict[str | None, list[str]] = {
    None: ["/en/", "/demo/", "/go/feeding-clinic/", "/en/advice/why-breastfeeding/easy/"],
    "parent": ["/en/my/"],
    "health-visitor": ["/desk/"],
    "coordinator": ["/desk/"],
    "feeding-lead": ["/desk/"],
    "analyst": ["/desk/"],
    "place-admin": ["/desk/"],
}
WITHIN = {None: "/", "parent": "/en/my/"}


@dataclass(frozen=True)
class Address:
    """A page by the name of its URL, and where one of its kind stands in this place."""

    name: str
    path: str
    markup: Markup = field(compare=False, repr=False)


def sign_in(context: BrowserContext, place: RunningPlace, role: str) -> None:
    """Become one of the people of the demonstration."""
    answer = context.request.post(f"{place.url}/demo/sign-in/{role}", headers={"Origin": place.url}, max_redirects=0)
    assert answer.status in (302, 303), f"sign in as {role}: {answer.status}"


def pages_of_people(
    chromium: Browser,
    place: RunningPlace,
    people: Collection[str | None] = tuple(STARTS),
    *,
    most_per_name: int = MOST_PER_NAME,
) -> dict[str | None, list[Address]]:
    """One address for each named page, under the first of these people who can reach it."""
    found: dict[str | None, list[Address]] = {}
    known: set[str] = set()
    for role in people:
        with chromium.new_context(base_url=place.url, locale="en-GB") as context:
            if role:
                sign_in(context, place, role)
            pages = reachable(
                context, place, STARTS[role], WITHIN.get(role, "/desk/"), known, most_per_name=most_per_name
            )
        found[role] = [each for each in pages if each.name not in known]
        known |= {each.name for each in pages}
    return found


def in_language(path: str, language: str) -> str:
    """The same page in another language, where its address says the language."""
    return f"/{language}/{path.removeprefix('/en/')}" if path.startswith("/en/") else path


def reachable(
    context: BrowserContext,
    place: RunningPlace,
    starts: list[str],
    within: str = "/",
    known: Collection[str] = (),
    *,
    most_per_name: int = MOST_PER_NAME,
) -> list[Address]:
    """One address for each named page under ``within`` that links lead to; a page that fails to open is an error.

    Of pages whose names are ``known`` one is followed, of others a few: each may lead elsewhere.
    """
    found: dict[str, Address] = {}
    tried: dict[str, int] = {}
    waiting = deque(starts)
    seen = set(starts)
    while waiting:
        path = waiting.popleft()
        name = _name(path)
        if name is None or tried.get(name, 0) >= (1 if name in known else most_per_name):
            continue
        tried[name] = tried.get(name, 0) + 1
        answer = context.request.get(place.url + path)
        assert answer.status == 200, f"{path} answered {answer.status}"
        if answer.headers["content-type"].startswith(NOT_PAGES):
            continue
        landed = urlsplit(answer.url).path
        landed_name = _name(landed) or name
        text = answer.text()
        if landed_name not in found:
            found[landed_name] = Address(landed_name, _path(answer.url), read(text))
        for href in LINK.findall(text):
            target = urljoin(answer.url, href.replace("&amp;", "&"))
            if target.startswith(place.url + within) and _path(target) not in seen:
                seen.add(_path(target))
                waiting.append(_path(target))
    return sorted(found.values(), key=lambda each: each.name)


def _path(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _name(path: str) -> str | None:
    plain = urlsplit(path).path
    if plain.split("/")[1] in ("static", *TRANSLATED):
        return None
    try:
        return resolve(plain).url_name
    except Resolver404:
        return None
