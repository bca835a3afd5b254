"""Changing the shown words in one place: a word, a number, a unit, a "not", a sentence."""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kith.kernel.folding import folded
from kith.library.rules.guard.facts import Fact, Facts
from kith.library.rules.guard.finding import Card, Shown, carrying
from kith.library.rules.guard.words import Words, bare

_PIECE = re.compile(
    r"\d+(?:[.,]\d+)*|°\s*[Cc]|%|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u200c\u200d])*"
)


@dataclass(frozen=True)
class Piece:
    """A word, number or sign as it stands in a text, and how it is folded."""

    start: int
    end: int
    folded: str


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[Piece, ...]:
    """The words, numbers and signs of the text, in order."""
    return tuple(Piece(each.start(), each.end(), _fold(each.group())) for each in _PIECE.finditer(text))


def places_of(written: Iterable[str], text: str) -> list[tuple[int, int]]:
    """Where one of these words of a file of key words stands in the text, longest alternative first."""
    there = pieces(text)
    found: list[tuple[int, int]] = []
    for phrase in sorted(written, key=len, reverse=True):
        parts = _parts(phrase)
        for at in range(len(there) - len(parts) + 1):
            start, end = there[at].start, there[at + len(parts) - 1].end
            if all(_is(part, piece.folded) for part, piece in zip(parts, there[at:], strict=False)) and all(
                end <= first or last <= start for first, last in found
            ):
                found.append((start, end))
    return sorted(found)


def put(text: str, place: tuple[int, int], word: str) -> str:
    """The text with this word in that place."""
    start, end = place
    return " ".join(f"{text[:start]}{word}{text[end:]}".split())


def numbers_in(text: str, value: str) -> list[tuple[int, int]]:
    """Where this number stands, as one group of digits or several."""
    digits = value.lstrip("-").replace(".", "[.,]")
    groups = r"[\s\u00a0-]?".join(digits) if value.isdigit() and len(value) > 4 else digits
    return [each.span() for each in re.finditer(rf"(?<![\d.,]){groups}(?![.,]?\d)", text)]


def unit_near(text: str, number: tuple[int, int], unit: Iterable[str]) -> tuple[int, int] | None:
    """Where the word of the unit stands that is nearest to the number; behind it comes first."""
    around = places_of(unit, text)
    behind = [place for place in around if place[0] >= number[1]]
    before = [place for place in around if place[1] <= number[0]]
    nearest = behind[:1] if behind and behind[0][0] - number[1] < 40 else before[-1:]
    return nearest[0] if nearest else None


def with_not(text: str, words: Words, by: random.Random) -> str:
    """The text with one "not" more, between any two words."""
    there = pieces(text)
    at = by.choice(there).start
    return f"{text[:at]}{bare(words.as_written['not'][0])} {text[at:]}"


def without_not(text: str, words: Words) -> Iterator[str]:
    """The text with one "not" fewer, in every way."""
    return (put(text, place, "") for place in places_of(words.as_written["not"], text))


@lru_cache(maxsize=4096)
def sentence_of(fact: Fact, text: str, words: Words) -> str:
    """The sentences of the text that carry the fact, as they stand there."""
    said = carrying(fact, text, words)
    first, last = text.find(said[0].written), text.find(said[-1].written)
    if first < 0 or last < first:
        return text
    return text[first : last + len(said[-1].written)]


def text_at(shown: Shown, fact: Fact) -> str:
    """What is shown where the fact stands."""
    if fact.kind == "card":
        return next((card.text for card in shown.cards if card.place == fact.place), "")
    return (shown.texts if fact.kind == "statement" else shown.messages).get(fact.place, "")


def with_text(shown: Shown, fact: Fact, text: str) -> Shown:
    """The shown words with another text where the fact stands; none at all takes it off its card too."""
    if fact.kind == "message":
        return replace(shown, messages={**shown.messages, fact.place: text})
    if fact.kind == "card":
        return replace(shown, cards=_cards(shown.cards, fact.place, text))
    if text:
        return replace(shown, texts={**shown.texts, fact.place: text})
    texts = {key: each for key, each in shown.texts.items() if key != fact.place}
    off = tuple(replace(card, keys=tuple(key for key in card.keys if key != fact.place)) for card in shown.cards)
    return replace(shown, texts=texts, cards=off)


def on_card(shown: Shown, fact: Fact, level: str) -> Shown:
    """The sign on the card of another level of its subject."""
    return replace(
        shown,
        cards=tuple(
            replace(card, keys=_moved(card, fact.place, level)) if card.subject == fact.subject else card
            for card in shown.cards
        ),
    )


def facts_at(facts: Facts, fact: Fact) -> Facts:
    """The facts that stand in the same place: only these can notice a change there."""
    return replace(
        facts, facts=tuple(each for each in facts.facts if (each.kind, each.place) == (fact.kind, fact.place))
    )


def _cards(cards: tuple[Card, ...], place: str, text: str) -> tuple[Card, ...]:
    changed = (replace(card, heading=text, note="") if card.place == place else card for card in cards)
    return tuple(card for card in changed if text or card.place != place)


def _moved(card: Card, key: str, level: str) -> tuple[str, ...]:
    others = tuple(each for each in card.keys if each != key)
    return (*others, key) if card.level == level else others


def _fold(word: str) -> str:
    return word.casefold() if word[0] in "%°" else folded(word)


@lru_cache(maxsize=8192)
def _parts(phrase: str) -> tuple[str, ...]:
    return tuple(part for word in phrase.split() for part in _parts_of(word))


def _parts_of(word: str) -> list[str]:
    if any(sign in word for sign in "%°"):
        return [word.casefold()]
    parts = folded(bare(word)).split()
    first, last = ("*" if word.startswith("*") else ""), ("*" if word.endswith("*") else "")
    return [f"{first if at == 0 else ''}{part}{last if at == len(parts) - 1 else ''}" for at, part in enumerate(parts)]


def _is(part: str, word: str) -> bool:
    stem = part.strip("*")
    if part.startswith("*") and part.endswith("*"):
        return stem in word
    if part.startswith("*"):
        return word.endswith(stem)
    return word.startswith(stem) if part.endswith("*") else word == stem
