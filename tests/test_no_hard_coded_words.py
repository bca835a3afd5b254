"""An invented language, in which every message is wrapped: what is not wrapped, no translator can reach."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from babel import Locale
from babel.lists import format_list
from babel.messages.mofile import write_mo
from django.apps import apps
from django.conf import settings as site
from django.contrib.postgres.fields import ArrayField
from django.core.cache import caches
from django.db.models import CharField, JSONField, TextField
from django.test import Client, override_settings
from django.urls import Resolver404, resolve
from django.utils.translation import override

from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.library.queries.signs import shipped_signs
from kith.places.codes.languages import SPOKEN
from kith.platform.i18n import catalogue
from kith.platform.i18n.catalogue import Catalogue
from kith.platform.ui.signs import NUMBERS

PSEUDO = "ro"  # any language that is not English will do: its dates and numbers are data here
MOST_PER_NAME = 2
FROM_HERE = {"origin": "http://localhost"}
STARTS = {
    None: f"/{PSEUDO}/",
    "parent": f"/{PSEUDO}/my/",
    "health-visitor": "/desk/",
    "coordinator": "/desk/",
    "feeding-lead": "/desk/",
}
SPOKEN_ATTRIBUTES = {"alt", "aria-label", "title", "placeholder", "data-label"}
NOT_FOR_READERS = {None, "gallery"}  # the gallery shows its makers every component, with invented content
SILENT = {"script", "style", "time", "bdi"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# Names that are the same in every language: ours, a standard's, quarters of a year, screens of the demonstration.
NAMES = re.compile(r"\bKith\b|\bOpen Referral UK\b|\bQ[1-4]\b|\bWT0\d\b")
NAMES_OF_LANGUAGES = {each.own_name for each in SPOKEN} | {
    written for name in Locale(PSEUDO).languages.values() for written in (name, name.capitalize())
}
# Dates in options and labels, where no `time` can stand, are written by the language's own rules.
NAMES_OF_DAYS = {
    name
    for names in (Locale(PSEUDO).months["format"], Locale(PSEUDO).days["format"])
    for width in ("wide", "abbreviated")
    for name in names[width].values()
}
_WITH_WORDS = (CharField, TextField, JSONField, ArrayField)
WORD = re.compile(r"[^\W\d_]{2,}")


class Heard(HTMLParser):
    """What a reader sees or hears, apart from data (`time`, `bdi`) and what is marked as another language."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent: list[bool] = [False]
        self._open = 0  # a sentence goes on behind the name or the day that stands in it

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        is_silent = self._silent[-1] or tag in SILENT or given.get("lang", PSEUDO) != PSEUDO
        if not is_silent:
            self.texts += [given[name] for name in SPOKEN_ATTRIBUTES & set(given)]
        if tag not in VOID:
            self._silent.append(is_silent)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._silent.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent[-1]:
            self.texts.append("⟦" * self._open + data)
            self._open = max(0, self._open + data.count("⟦") - data.count("⟧"))


def unwrapped(text: str) -> str:
    """What stands outside ⟦ and ⟧, which may lie within each other."""
    depth, outside = 0, []
    for sign in text:
        if sign == "⟦":
            depth += 1
        elif sign == "⟧":
            depth -= 1
        elif depth == 0:
            outside.append(sign)
    return "".join(outside)


class Known:
    """What people have written into a place, found by its first word."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._by_first_word: dict[str, list[str]] = defaultdict(list)
        for text in texts:
            first = WORD.search(text)
            if first:
                self._by_first_word[first[0]].append(text)
        self._left: dict[str, bool] = {}

    def explains(self, text: str) -> bool:
        """Whether nothing with a word in it is left of a text when everything known is taken out, longest first."""
        if text not in self._left:
            left = NAMES.sub("", unwrapped(text))
            maybe = {known for word in WORD.findall(left) for known in self._by_first_word.get(word, ())}
            for known in sorted(maybe, key=lambda known: (-len(known), known)):
                left = left.replace(known, "")
            self._left[text] = bool(WORD.search(left))
        return not self._left[text]


def hard_coded(page: str, data: Known) -> list[str]:
    """The words on a page that are neither wrapped nor data."""
    heard = Heard()
    heard.feed(page)
    return [text.strip() for text in heard.texts if not data.explains(text)]


def strings(value: object) -> Iterator[str]:
    """Every text inside a value of the database."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings(each)


def texts_of_the_database() -> Known:
    """What people have written into this place; codes do not count as words."""
    of_language = {*NAMES_OF_LANGUAGES, *NAMES_OF_DAYS, format_list(["", ""], locale=PSEUDO)}
    found: set[str] = {site.KITH.title, *site.KITH.local_ethnicities.values(), *of_language}
    for model in apps.get_models():
        if not model.__module__.startswith("kith."):
            continue
        names = [f.attname for f in model._meta.concrete_fields if isinstance(f, _WITH_WORDS)]
        for row in model._default_manager.values_list(*names) if names else ():
            found.update(text for value in row for text in strings(value) if not re.fullmatch(r"[a-z0-9_.-]*", text))
    # Signs are shown as they come with Kith where a place has not said them itself.
    shipped = shipped_signs()
    found.update(strings([asdict(each) for each in (*shipped.pages.values(), *shipped.words.values())]))
    # A sign is cut where a number in it is ready to call.
    return Known({*found, *(part for text in found for part in NUMBERS.split(text))})


@contextmanager
def pseudo_locale(folder: Path) -> Iterator[None]:
    """Romanian, with every message replaced by its own English in brackets."""
    words = Catalogue(locale=PSEUDO, fuzzy=False)
    for message in catalogue.read(PSEUDO):  # a test of its own holds that nothing is missing there
        if message.id:
            wrapped = tuple(f"⟦{message.id[1]}⟧" for _ in range(words.num_plurals)) if message.pluralizable else None
            words.add(message.id, wrapped or f"⟦{message.id}⟧", context=message.context)
    compiled = folder / PSEUDO / "LC_MESSAGES" / "django.mo"
    compiled.parent.mkdir(parents=True)
    with compiled.open("wb") as file:
        write_mo(file, words)
    caches["pages"].clear()
    with override_settings(LOCALE_PATHS=[folder]):
        yield
    caches["pages"].clear()


@pytest.fixture
def pseudo_language(tmp_path: Path) -> Iterator[None]:
    """The invented language."""
    with pseudo_locale(tmp_path):
        yield


def pages(client: Client, start: str, known: Collection[str | None] = ()) -> Iterator[tuple[str, str]]:
    """Address and text of one or two pages for each named URL that can be reached; forms are also sent in empty.

    Of pages whose names are known already one is read, and its form is not sent again: it says the same to others.
    """
    waiting, seen, tried = deque([start]), {start}, dict[str, int]()
    while waiting:
        path = waiting.popleft()
        name = name_of(path)
        if name in NOT_FOR_READERS or tried.get(name, 0) >= (1 if name in known else MOST_PER_NAME):
            continue
        tried[name] = tried.get(name, 0) + 1
        answer = client.get(path, follow=True)
        if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
            continue
        text = answer.content.decode()
        yield path, text
        for href in re.findall(r'<a\b[^>]*?\bhref="([^"]+)"', text):
            target = urljoin(path, href.replace("&amp;", "&")).partition("#")[0]
            if target.startswith("/") and target not in seen:
                seen.add(target)
                waiting.append(target)
        if re.search(r'<form\b[^>]*method="post"[^>]*novalidate', text) and name not in known and tried[name] == 1:
            yield f"{path} sent in empty", client.post(path, {}, headers=FROM_HERE).content.decode()


def name_of(path: str) -> str | None:
    """The name of the page at this address of ours, in the pseudo language or in none."""
    plain = urlsplit(path).path
    others = [each.code for each in INTERFACE_LANGUAGES if each.code != PSEUDO]
    if plain.split("/")[1] in ("static", *others):
        return None
    try:
        with override(PSEUDO):
            return resolve(plain).url_name
    except Resolver404:
        return None


def reader(role: str | None) -> Client:
    """A browser that wishes for the pseudo language, signed in as one of the demonstration's people."""
    client = Client(headers={"accept-language": PSEUDO, "host": "localhost"})
    if role:
        assert client.post(f"/demo/sign-in/{role}", headers=FROM_HERE).status_code in (302, 303)
    return client


@pytest.mark.thorough  # `test_every_page.py` asks for every page of a smaller place
def test_every_word_on_a_page_can_be_translated(demonstration: None, pseudo_language: None) -> None:
    data = texts_of_the_database()
    found, known = set[str](), set[str | None]()
    for role, start in STARTS.items():
        seen = list(pages(reader(role), start, known))
        assert len(seen) > 3, role
        known |= {name_of(path) for path, _ in seen if path.startswith("/")}
        found |= {f"{path} ({role}): {words}" for path, text in seen for words in hard_coded(text, data)}
    assert sorted(found) == []


def test_the_alarm_works() -> None:
    page = '<p>⟦Hello ⟦you⟧⟧ <bdi>Ana</bdi> <b lang="en">NHS</b></p><input aria-label="Search"><p>Free</p>'
    assert sorted(hard_coded(page, Known([]))) == ["Free", "Search"]
