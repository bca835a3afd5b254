"""What the guard looks at, read once from the files: facts, the words of each language, and all that is shown in it."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from kith.library.rules.guard.facts import Facts, read_facts
from kith.library.rules.guard.finding import Card, Shown
from kith.library.rules.guard.words import Words, read_words

LIBRARY = Path(__file__).resolve().parents[2]
STARTER, FACTS, LOCALE = LIBRARY / "starter", LIBRARY / "facts", LIBRARY.parent / "locale"
LANGUAGES = tuple(sorted(path.stem for path in (FACTS / "words").glob("*.toml")))
"""The languages that have key words."""


@cache
def facts() -> Facts:
    """All facts of danger."""
    return read_facts("facts.toml", (FACTS / "facts.toml").read_text("utf-8"))


@cache
def words(language: str) -> Words:
    """The key words of this language."""
    return read_words(f"words/{language}.toml", (FACTS / "words" / f"{language}.toml").read_text("utf-8"))


@cache
def shown(language: str) -> Shown:
    """The starter library and the messages as they stand in this language."""
    english, pages = _pages("en"), _pages(language)
    cited = {key for page in english.values() for section in page["section"] for key in section["statements"]}
    statements = [each for page in pages.values() for each in page.get("statement", ()) if each["id"] in cited]
    return Shown(
        texts={each["id"]: each["text"] for each in statements},
        easy={each["id"]: each["easy"] for each in statements if each.get("easy")},
        cards=tuple(
            Card(slug, section["level"], told["heading"], told.get("note", ""), tuple(section["statements"]))
            for slug, page in english.items()
            if slug in pages
            for section, told in zip(page["section"], pages[slug]["section"], strict=False)
            if "level" in section
        ),
        messages=_messages(language, {fact.place for fact in facts().facts if fact.kind == "message"}),
    )


@cache
def _pages(language: str) -> dict[str, dict[str, Any]]:
    return {file.stem: tomllib.loads(file.read_text("utf-8")) for file in sorted((STARTER / language).glob("*.toml"))}


def _messages(language: str, wanted: set[str]) -> dict[str, str]:
    """The wanted messages in this language, by their English; what no catalogue has is not shown."""
    catalogue = LOCALE / ("pl" if language == "en" else language) / "LC_MESSAGES" / "django.po"
    found = {}
    for block in catalogue.read_text("utf-8").split("\n\n"):
        if 'msgid "' not in block:
            continue
        before, _, after = block.partition("\nmsgstr")
        english = _joined(before.partition("msgid ")[2])
        if english in wanted:
            found[english] = english if language == "en" else _joined(after)
    return found


def _joined(lines: str) -> str:
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', lines)).replace('\\"', '"').replace("\\n", "\n")
