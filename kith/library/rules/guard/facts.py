"""The facts of danger as data without a language: what must be said where, read whole or refused with what to mend."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

CONCEPT = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_NUMBER = re.compile(r"^(?P<value>-?\d+(?:\.\d+)?(?: \d+)*)(?: (?P<unit>[a-z]+))?$")
_PLACES = ("statement", "card", "message")


class GuardFault(ValueError):
    """A file of facts or words cannot be read; the message says which file, which entry and what to do."""


@dataclass(frozen=True, order=True)
class Number:
    """A number that must be said, "38 celsius", or one without a unit: "999"."""

    value: str
    unit: str = ""

    def __str__(self) -> str:
        return f"{self.value} {self.unit}".strip()


@dataclass(frozen=True)
class Source:
    """Where a fact was read, and on which day it was last compared."""

    title: str
    url: str
    stated_on: date


@dataclass(frozen=True)
class Fact:
    """One thing that must be true of the words, wherever a parent reads them.

    ``place`` is the key of a statement, a card ("signs-baby/now") or the English of a message, by ``kind``.
    ``sentences`` is how many neighbouring sentences carry it together; ``negations`` how many "not" these have;
    in easy words ``easy_sentences`` carry it, they need not say what ``easy_leaves_out`` names, and ``easy_numbers``
    are its numbers where these are others.
    """

    id: str
    kind: str
    place: str
    subject: str
    level: str
    numbers: tuple[Number, ...]
    says: tuple[str, ...]
    never: tuple[str, ...]
    negations: int
    sentences: int
    easy_numbers: tuple[Number, ...]
    easy_sentences: int
    easy_leaves_out: frozenset[str]
    source: Source

    def in_easy_words(self) -> "Fact":
        """The fact as the easy words of its statement say it."""
        return replace(
            self,
            id=f"easy {self.id}",
            says=tuple(each for each in self.says if each not in self.easy_leaves_out),
            numbers=self.easy_numbers or tuple(each for each in self.numbers if str(each) not in self.easy_leaves_out),
            sentences=self.easy_sentences,
        )


@dataclass(frozen=True)
class Facts:
    """All facts, and how many "not" the easy words of a statement have altogether, where it has easy words."""

    facts: tuple[Fact, ...]
    easy_negations: Mapping[str, int]

    @property
    def concepts(self) -> tuple[str, ...]:
        """Every concept that must or must not be said, each once."""
        return tuple(sorted({concept for fact in self.facts for concept in (*fact.says, *fact.never)}))

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit of a number, each once."""
        return tuple(sorted({number.unit for fact in self.facts for number in fact.numbers if number.unit}))


def read_facts(name: str, content: str) -> Facts:
    """The facts in this file; GuardFault where anything is missing, misspelt or stands twice."""
    table = read_toml(name, content)
    sources = {key: _source(f"{name}: sources.{key}", each) for key, each in entry(name, table, "sources").items()}
    facts = tuple(
        _fact(f"{name}: fact {number} ({each.get('id', 'no id')})", each, sources)
        for number, each in enumerate(table.get("fact", ()), 1)
    )
    ids = [fact.id for fact in facts]
    if twice := sorted({each for each in ids if ids.count(each) > 1}):
        raise GuardFault(f"{name}: the id {twice[0]} stands twice; give each fact an id of its own")
    return Facts(facts, counts(f"{name}: easy_negations", table.get("easy_negations", {})))


def read_toml(name: str, content: str) -> Mapping[str, Any]:
    """The table in this file; GuardFault where it is not TOML."""
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as fault:
        raise GuardFault(f"{name}: not TOML: {fault}") from fault


def entry(where: str, table: Mapping[str, Any], name: str) -> Any:
    """What stands under this name; GuardFault where nothing does."""
    if name not in table:
        raise GuardFault(f"{where}: {name} is missing; add {name} = …")
    return table[name]


def counts(where: str, table: Mapping[str, Any]) -> Mapping[str, int]:
    """A table of whole numbers; GuardFault where one is something else."""
    for key, value in table.items():
        if type(value) is not int or value < 0:
            raise GuardFault(f"{where}: {key} is {value!r}; write how many, as a whole number")
    return dict(table)


def texts(where: str, table: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """A list of texts, empty where there is none; GuardFault where it is no list of texts."""
    found = table.get(name, [])
    if not isinstance(found, list) or not all(isinstance(each, str) and each.strip() for each in found):
        raise GuardFault(f'{where}: {name} is {found!r}; write a list of words, like {name} = ["back"]')
    return tuple(found)


def read_number(where: str, written: str) -> Number:
    """A number and its unit; digits in groups are a telephone number. GuardFault where it is neither."""
    found = _NUMBER.match(written)
    if not found:
        raise GuardFault(f'{where}: {written!r} is no number with a unit; write it like "38 celsius" or "116 123"')
    return Number(found["value"].replace(" ", ""), found["unit"] or "")


def _source(where: str, table: Mapping[str, Any]) -> Source:
    stated_on = entry(where, table, "date")
    if type(stated_on) is not date:
        raise GuardFault(f"{where}: date is {stated_on!r}; write a day, like date = 2026-11-29")
    return Source(str(entry(where, table, "title")), str(entry(where, table, "url")), stated_on)


def _fact(where: str, table: Mapping[str, Any], sources: Mapping[str, Source]) -> Fact:
    kinds = [kind for kind in _PLACES if kind in table]
    if len(kinds) != 1:
        raise GuardFault(f"{where}: a fact stands in one place; write one of {', '.join(_PLACES)}")
    if (source := entry(where, table, "source")) not in sources:
        raise GuardFault(f"{where}: the source {source!r} is not under [sources]; add it there or choose one")
    says, never = texts(where, table, "says"), texts(where, table, "never")
    if wrong := [each for each in (*says, *never) if not re.match(CONCEPT, each)]:
        raise GuardFault(f"{where}: {wrong[0]!r} is no concept; write small letters and hyphens, like made-ready")
    if both := set(says) & set(never):
        raise GuardFault(f"{where}: {min(both)!r} stands in says and in never; take it out of one")
    numbers, easy_numbers = (
        tuple(read_number(where, each) for each in texts(where, table, name)) for name in ("numbers", "easy_numbers")
    )
    if not says and not numbers:
        raise GuardFault(f"{where}: nothing has to be said; write says = […] or numbers = […]")
    level = str(table.get("level", ""))
    if kinds == ["card"]:
        level = str(table["card"]).partition("/")[2]
    return Fact(
        id=str(entry(where, table, "id")),
        kind=kinds[0],
        place=str(table[kinds[0]]),
        subject=str(entry(where, table, "subject")),
        level=level,
        numbers=numbers,
        says=says,
        never=never,
        negations=counts(where, {"negations": table.get("negations", 0)})["negations"],
        sentences=counts(where, {"sentences": table.get("sentences", 1)})["sentences"],
        easy_numbers=easy_numbers,
        easy_sentences=counts(where, {"easy_sentences": table.get("easy_sentences", table.get("sentences", 1))})[
            "easy_sentences"
        ],
        easy_leaves_out=frozenset(texts(where, table, "easy_leaves_out")),
        source=sources[source],
    )
