"""Pages of advice as files: one TOML file a page and language, read whole or refused with what to mend."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from kith.kernel.danger import Level, Subject
from kith.library.rules.words import KEY, SLUG, Evidence, PageKind, PageTopic

Listed = TypeVar("Listed", bound=StrEnum)


class StarterFault(ValueError):
    """A file of advice cannot be read; the message says where and what to do."""


@dataclass(frozen=True)
class NewStatement:
    """An answer as it stands in a file; organisations by kind."""

    key: str
    question: str
    text: str
    easy: str
    owner: str
    source: str
    source_url: str
    evidence: Evidence
    review_by: date
    approved_by: tuple[str, ...]


@dataclass(frozen=True)
class NewSection:
    """A heading, the keys of the statements under it, the note of a script or slide, the level of a card of signs."""

    heading: str
    statements: tuple[str, ...]
    note: str
    level: Level | None = None


@dataclass(frozen=True)
class NewPage:
    """A page of advice as it stands in its English file."""

    slug: str
    kind: PageKind
    title: str
    summary: str
    topic: PageTopic
    order: int
    signs: tuple[Subject, ...]
    sections: tuple[NewSection, ...]
    statements: tuple[NewStatement, ...]


@dataclass(frozen=True)
class TranslatedPage:
    """The words of one page in another language."""

    slug: str
    title: str
    summary: str
    headings: tuple[str, ...]
    notes: tuple[str, ...]
    texts: Mapping[str, str]
    easy: Mapping[str, str]


def read_starter(name: str, content: str, *, english: bool) -> NewPage | TranslatedPage:
    """The page in this file (named ``<slug>.toml``); StarterFault where anything is missing or misspelt."""
    try:
        table = tomllib.loads(content)
    except tomllib.TOMLDecodeError as fault:
        raise StarterFault(f"{name}: not TOML: {fault}") from fault
    slug = name.rpartition("/")[2].removesuffix(".toml")
    if not re.match(SLUG, slug):
        raise StarterFault(f"{name}: call the file by small letters, digits and hyphens, like enough-milk.toml")
    page = _Table(table, name)
    return _english(slug, page) if english else _translated(slug, page)


def _english(slug: str, page: "_Table") -> NewPage:
    if (written := page.text("slug")) != slug:
        raise StarterFault(f"{page.where}: slug is {written!r}, but the file is called {slug!r}; make them the same")
    kind = page.one_of("kind", PageKind, default=PageKind.ADVICE)
    if kind is PageKind.SIGNS and subject_of(slug) is None:
        known = ", ".join(f"signs-{each}" for each in Subject)
        raise StarterFault(f"{page.where}: a page of signs is called one of {known}")
    return NewPage(
        slug=slug,
        kind=kind,
        title=page.text("title"),
        summary=page.text("summary"),
        topic=page.one_of("topic", PageTopic),
        order=page.value("order", int, default=100),
        signs=page.several_of("signs", Subject),
        sections=tuple(
            NewSection(
                each.text("heading"),
                each.keys("statements"),
                each.text("note", default=""),
                each.one_of("level", Level) if kind is PageKind.SIGNS else None,
            )
            for each in page.tables("section")
        ),
        statements=tuple(_statement(each) for each in page.tables("statement", needed=False)),
    )


def subject_of(slug: str) -> Subject | None:
    """Who the signs on the page with this address are about; None where it is no address of signs."""
    return next((each for each in Subject if slug == f"signs-{each}"), None)


def _statement(each: "_Table") -> NewStatement:
    key = each.key("id")
    each = _Table(each.table, f"{each.where} ({key})")
    url = each.text("source_url")
    if not url.startswith("https://"):
        raise StarterFault(f"{each.where}: source_url has to begin with https://, not {url!r}")
    return NewStatement(
        key=key,
        question=each.value("question", str, default=key),
        text=each.text("text"),
        easy=each.text("easy", default=""),
        owner=each.text("owner"),
        source=each.text("source"),
        source_url=url,
        evidence=each.one_of("evidence", Evidence),
        review_by=each.value("review_by", date),
        approved_by=tuple(each.value("approved_by", list, default=[])),
    )


def _translated(slug: str, page: "_Table") -> TranslatedPage:
    return TranslatedPage(
        slug=slug,
        title=page.text("title"),
        summary=page.text("summary"),
        headings=tuple(each.text("heading") for each in page.tables("section")),
        notes=tuple(each.text("note", default="") for each in page.tables("section")),
        texts={each.key("id"): each.text("text") for each in page.tables("statement", needed=False)},
        easy={each.key("id"): each.text("easy", default="") for each in page.tables("statement", needed=False)},
    )


@dataclass(frozen=True)
class _Table:
    """A table of the file and where it stands, for the words of a fault."""

    table: Mapping[str, Any]
    where: str

    def value(self, name: str, kind: type[Any], default: Any = None) -> Any:
        if name not in self.table:
            if default is None:
                raise StarterFault(f"{self.where}: {name} is missing; add {name} = …")
            return default
        found = self.table[name]
        if type(found) is not kind:
            raise StarterFault(f"{self.where}: {name} has to be of kind {kind.__name__}, not {found!r}")
        return found

    def text(self, name: str, default: str | None = None) -> str:
        words = " ".join(str(self.value(name, str, default)).split())
        if not words and (default is None or name in self.table):
            raise StarterFault(f"{self.where}: {name} is empty; write something or leave the whole entry out")
        return words

    def key(self, name: str) -> str:
        return self._as_key(self.text(name))

    def keys(self, name: str) -> tuple[str, ...]:
        return tuple(self._as_key(str(each)) for each in self.value(name, list))

    def _as_key(self, key: str) -> str:
        if not re.match(KEY, key):
            raise StarterFault(f"{self.where}: {key!r} is no id; write one like enough-milk.wet-nappies")
        return key

    def one_of(self, name: str, kind: type[Listed], default: Listed | None = None) -> Listed:
        written = self.text(name, default)
        try:
            return kind(written)
        except ValueError:
            known = ", ".join(each.value for each in kind)
            raise StarterFault(f"{self.where}: {name} is {written!r}; choose one of {known}") from None

    def several_of(self, name: str, kind: type[Listed]) -> tuple[Listed, ...]:
        written = self.value(name, list, default=[])
        known = {each.value: each for each in kind}
        if strange := [each for each in written if each not in known]:
            raise StarterFault(f"{self.where}: {name} has {strange[0]!r}; choose of {', '.join(known)}")
        return tuple(known[each] for each in dict.fromkeys(written))

    def tables(self, name: str, *, needed: bool = True) -> list["_Table"]:
        found = self.value(name, list, default=None if needed else [])
        return [_Table(each, f"{self.where}: {name} {number}") for number, each in enumerate(found, 1)]
