"""Edits that change no fact: a comma, an order, a synonym, a polite word. The guard should let them pass."""

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from kith.library.rules.guard.facts import Fact, Facts
from kith.library.rules.guard.finding import Fault, Shown, faults
from kith.library.rules.guard.reading import parted
from kith.library.tests.guard import editing
from kith.library.tests.guard.shown import facts, shown, words

HARMLESS = Path(__file__).parent / "harmless_words"


@cache
def _harmless(language: str) -> dict[str, Any]:
    """Synonyms, polite words, joining words and the comma of a language; a file of its own for each."""
    return tomllib.loads((HARMLESS / f"{language}.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Edit:
    """The words of one language with one harmless edit."""

    language: str
    fact: str
    how: str
    change: str
    shown: Shown
    at: Facts

    def raised(self) -> list[Fault]:
        """The faults that the guard finds without a cause."""
        return faults(self.shown, self.at, words(self.language))

    def __str__(self) -> str:
        return f"{self.language} {self.fact} {self.how}: {self.change}"


def edits(language: str, seed: int, count: int) -> list[Edit]:
    """So many harmless edits, spread over their kinds, the same for the same seed."""
    by = random.Random(f"{seed} {language}")
    first_of = {(fact.kind, fact.place): fact for fact in reversed(facts().facts)}
    kinds: dict[str, list[Edit]] = {}
    for fact in first_of.values():
        for edit in _edits(fact, language, by):
            kinds.setdefault(edit.how, []).append(edit)
    for each in kinds.values():
        by.shuffle(each)
    chosen: list[Edit] = []
    while len(chosen) < count and any(kinds.values()):
        chosen += [each.pop() for each in kinds.values() if each]
    return chosen[:count]


def _edits(fact: Fact, language: str, by: random.Random) -> Iterator[Edit]:
    said, at = shown(language), editing.facts_at(facts(), fact)
    text = editing.text_at(said, fact)
    for how, changed in _changed(text, language, by):
        if text and changed != text:
            yield Edit(language, fact.id, how, changed, editing.with_text(said, fact, changed), at)
    if fact.level and fact.kind == "statement":
        cards = tuple(
            replace(card, keys=tuple(by.sample(card.keys, len(card.keys)))) if fact.place in card.keys else card
            for card in said.cards
        )
        yield Edit(language, fact.id, "order of signs", "shuffled", replace(said, cards=cards), at)


def _changed(text: str, language: str, by: random.Random) -> Iterator[tuple[str, str]]:
    """One edit of each kind that this text lets be made."""
    if commas := [each.start() for each in re.finditer(r"[,،](?=\s\D)", text)]:
        where = by.choice(commas)
        yield "comma removed", text[:where] + text[where + 1 :]
    if joints := [place for word in _harmless(language)["joining"] for place in _whole(word, text) if place]:
        where = by.choice(joints) - 1
        if text[where - 1].isalpha():
            yield "comma added", f"{text[:where]}{_harmless(language)['comma']}{text[where:]}"
    sentences = parted(text)
    if len(sentences) > 1:
        at = by.randrange(len(sentences) - 1)
        sentences[at], sentences[at + 1] = sentences[at + 1], sentences[at]
        yield "order of sentences", " ".join(sentences)
    parts = re.split(r"(?<=\D)([,،] )", text)
    if len(parts) > 6 and not re.search(r"[.:;!?؟।۔]", parts[2] + parts[4]):
        yield "order of a list", "".join([*parts[:2], parts[4], parts[3], parts[2], *parts[5:]])
    if said := [pair for pair in _harmless(language)["synonyms"] if list(_whole(pair[0], text))]:
        one, other = by.choice(said)
        where = next(_whole(one, text))
        yield "synonym", f"{text[:where]}{other}{text[where + len(one) :]}"
    if polite := _harmless(language)["polite"]:
        sentences = parted(text)
        at = by.randrange(len(sentences)) if sentences else 0
        yield "politeness", " ".join([*sentences[:at], f"{by.choice(polite)}: {' '.join(sentences[at:])}"])


def _whole(words_there: str, text: str) -> Iterator[int]:
    """Where these words begin, between blanks or marks: a vowel sign of Bengali is no end of a word."""
    whole = rf"(?<!\S){re.escape(words_there)}(?=[\s,،.:;!?؟।۔]|$)"
    return (each.start() for each in re.finditer(whole, text))
