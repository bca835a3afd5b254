"""Reading all that a role can reach, and asking for what it cannot: by links, and by the ids of others."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit
from uuid import UUID

from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils import translation

from kith.platform.i18n import catalogue
from tests.access.addresses import Address, addresses
from tests.canary.planting import tables

LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
MOST_PER_NAME = 6
GUESSES = 2
OURS = {"origin": "http://localhost", "host": "localhost"}
# The outbox of the demonstration shows what families were sent: it is for them, and for whoever plays them.
SKIPPED = frozenset({"gallery", "demonstration", "demonstration-outbox", "demonstration-sign-in", "healthz", None})


@dataclass
class Answer:
    """What came back, headers and cookies included, and for what."""

    asked: str
    name: str
    text: str
    of: UUID | None = None
    """Whose private link it was asked by, if by one."""


def browser(role: str | None) -> Client:
    """A browser on this machine, signed in as one of the demonstration's people."""
    client = Client(raise_request_exception=False, headers=OURS)
    if role:
        answer = client.post(f"/demo/sign-in/{role}")
        assert answer.status_code in (302, 303), f"{role}: {answer.status_code}"
    return client


def crawl(client: Client, start: str, most: int = MOST_PER_NAME) -> Iterator[Answer]:
    """Every page that links lead to, a few of each name; each form is also sent in empty."""
    waiting, seen, tried = deque([start]), {start}, dict[str, int]()
    while waiting:
        path = waiting.popleft()
        name = name_of(path)
        if name is None or name in SKIPPED or tried.get(name, 0) >= most:
            continue
        tried[name] = tried.get(name, 0) + 1
        answer = client.get(path)
        yield _told(f"GET {path}", name, answer)
        if answer.status_code in (301, 302, 303):
            _note(answer["Location"], path, seen, waiting)
        text = _text(answer)
        for href in LINK.findall(text):
            _note(href, path, seen, waiting)
        if 'method="post"' in text and tried[name] == 1:
            yield _told(f"POST {path}", name, client.post(path, {}))


def guess(client: Client, whose: list[UUID], take: Callable[[], Any]) -> Iterator[Answer]:
    """Every address that asks for an id, with ids of these families; what a POST changes is put back by ``take``."""
    rows = _rows(whose)
    for address in addresses():
        if address.name in SKIPPED or not address.wants:
            continue
        for owner, kwargs in islice(_kwargs(address, rows), GUESSES):
            with translation.override("en"):
                try:
                    path = reverse(address.name, kwargs=kwargs)
                except NoReverseMatch:
                    continue
            for method in ("GET", "POST"):
                with take():
                    answer = client.generic(method, path)
                secret = owner if any("token" in each for each in address.wants) else None
                yield _told(f"{method} {path}", address.name, answer, secret)


def name_of(path: str) -> str | None:
    """The name of the page at this address of ours."""
    plain = urlsplit(path).path
    if plain.split("/")[1] in ("static", *catalogue.TRANSLATED):
        return None
    try:
        return resolve(plain).url_name
    except Resolver404:
        return None


def _kwargs(address: Address, rows: dict[str, list[tuple[UUID, Any]]]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """Ids of one family for all that the address asks for."""
    wants = [each for each in address.wants if each in rows]
    if not wants:
        return
    by_family: dict[UUID, dict[str, Any]] = {}
    for want in wants:
        for owner, value in rows[want]:
            by_family.setdefault(owner, {}).setdefault(want, value)
    for owner, known in by_family.items():
        if len(known) == len(wants):
            rest = {name: SIMPLE.get(name, 1) for name in address.wants - known.keys()}
            yield owner, {**rest, **known}


SIMPLE = {"milestone": "6_8_weeks", "code": "none", "role": "midwife", "provider_id": "place"}


def _rows(whose: list[UUID]) -> dict[str, list[tuple[UUID, Any]]]:
    """For each name an address may ask for (``baby_id``, ``token``) what stands for these families."""
    found: dict[str, list[tuple[UUID, Any]]] = {}
    for table, path in tables():
        rows = table._base_manager.filter(**{f"{path}__in": whose})
        name = re.sub(r"(?<!^)(?=[A-Z])", "_", table.__name__).lower()
        found.setdefault(f"{name}_id", []).extend(rows.values_list(path, "pk")[: GUESSES * 20])
        if any(column.name == "token" for column in table._meta.concrete_fields):
            tokens = list(rows.values_list(path, "token")[:GUESSES])
            found.setdefault("token", []).extend(tokens)
            found.setdefault(f"{name}_token", []).extend(tokens)
            found.setdefault(f"{name.rpartition('_')[0] or name}_token", []).extend(tokens)
    return found


def _note(href: str, path: str, seen: set[str], waiting: deque[str]) -> None:
    target = urljoin(path, href.replace("&amp;", "&")).partition("#")[0]
    if target.startswith("/") and target not in seen:
        seen.add(target)
        waiting.append(target)


def _told(asked: str, name: str, answer: HttpResponse, of: UUID | None = None) -> Answer:
    headers = "\n".join(f"{key}: {value}" for key, value in answer.items())
    cookies = answer.cookies.output()
    return Answer(f"{asked} ({answer.status_code})", name, f"{headers}\n{cookies}\n{_text(answer)}", of)


def _text(answer: HttpResponse) -> str:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return bytes(content).decode(errors="replace")
