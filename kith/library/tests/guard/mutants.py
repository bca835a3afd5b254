"""Wrong words, made in what is shown and never in the facts: each fact is broken in six ways in each language."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kith.library.rules.guard.facts import Fact, Facts
from kith.library.rules.guard.finding import Shown, carrying, faults
from kith.library.rules.guard.words import Words, bare
from kith.library.tests.guard import editing
from kith.library.tests.guard.shown import facts, shown, words

HOW = ("dropped", "moved", "number", "unit", "negated", "opposite")
SWAPPED = (("999", "111"), ("111", "999"))


@dataclass(frozen=True)
class Mutant:
    """The words of one language with one fact broken in them."""

    language: str
    fact: str
    how: str
    change: str
    shown: Shown
    at: Facts

    def is_caught(self, *, numbers: bool = True) -> bool:
        """Whether the guard finds a fault where the change is."""
        return bool(faults(self.shown, self.at, words(self.language), numbers=numbers))

    def __str__(self) -> str:
        return f"{self.language} {self.fact} {self.how}: {self.change}"


def mutants(language: str, seed: int, *, each: int | None = None) -> list[Mutant]:
    """All mutants of this language, or ``each`` of every fact and way, the same for the same seed."""
    made = []
    for fact in facts().facts:
        by = random.Random(f"{seed} {language} {fact.id}")
        for how in HOW:
            ways = list(_ways(fact, how, language, by))
            made += ways if each is None else by.sample(ways, min(each, len(ways)))
    return made


def _ways(fact: Fact, how: str, language: str, by: random.Random) -> Iterator[Mutant]:
    """Every way to break the fact so."""
    said, its, at = shown(language), words(language), editing.facts_at(facts(), fact)
    text = editing.text_at(said, fact)
    if not text:
        return
    if how == "dropped":
        yield Mutant(language, fact.id, how, "not shown", editing.with_text(said, fact, ""), at)
    if how == "moved" and fact.level and fact.kind == "statement":
        levels = [card.level for card in said.cards if card.subject == fact.subject and card.level != fact.level]
        for level in levels:
            yield Mutant(language, fact.id, how, f"on {level}", editing.on_card(said, fact, level), at)
    for changed in _changed(fact, how, text, its, by):
        yield Mutant(language, fact.id, how, changed, editing.with_text(said, fact, changed), at)
    if fact.kind == "statement" and (easy := said.easy.get(fact.place)):
        for changed in _changed(fact, how, easy, its, by):
            with_easy = replace(said, easy={**said.easy, fact.place: changed})
            yield Mutant(language, fact.id, how, f"easy: {changed}", with_easy, at)


def _changed(fact: Fact, how: str, text: str, its: Words, by: random.Random) -> Iterator[str]:
    sentence = editing.sentence_of(fact, text, its)
    for changed in _sentences(fact, how, sentence, text, its, by):
        if changed != sentence:
            yield " ".join(text.replace(sentence, changed, 1).split())


def _sentences(fact: Fact, how: str, sentence: str, text: str, its: Words, by: random.Random) -> Iterable[str]:
    match how:
        case "dropped":
            return [""] if sentence.strip() != text.strip() else []
        case "moved":
            return _other_calls(sentence)
        case "number":
            return _times_ten(fact, sentence, its)
        case "unit":
            return _other_units(fact, sentence, its, by)
        case "negated":
            return list(editing.without_not(sentence, its)) or [editing.with_not(sentence, its, by)]
        case _:
            return _opposites(fact, sentence, its)


def _other_calls(sentence: str) -> Iterator[str]:
    for one, other in SWAPPED:
        for place in editing.numbers_in(sentence, one):
            yield editing.put(sentence, place, other)


def _times_ten(fact: Fact, sentence: str, its: Words) -> Iterator[str]:
    for number in its.numbers.get(fact.id, fact.numbers):
        for place in editing.numbers_in(sentence, number.value):
            written = sentence[slice(*place)]
            value = f"{float(number.value.lstrip('-')) * 10:g}" if "." in number.value else f"{written}0"
            yield editing.put(sentence, place, value)


def _other_units(fact: Fact, sentence: str, its: Words, by: random.Random) -> Iterator[str]:
    for number in its.numbers.get(fact.id, fact.numbers):
        if not number.unit or number.unit not in its.units:
            continue
        for place in editing.numbers_in(sentence, number.value):
            unit = editing.unit_near(sentence, place, its.as_written[number.unit])
            if unit and _is_of(number.value, number.unit, place, sentence, fact, its):
                other = by.choice([each for each in sorted(its.units) if each != number.unit])
                yield editing.put(sentence, unit, f" {bare(its.as_written[other][0])} ")


def _is_of(value: str, unit: str, place: tuple[int, int], sentence: str, fact: Fact, its: Words) -> bool:
    """Whether the guard, too, gives the number this unit: a lone number may stand beside one with a unit."""
    found = [each for part in carrying(fact, sentence, its) for each in part.numbers if each.value == value]
    places = editing.numbers_in(sentence, value.lstrip("-"))
    return len(found) != len(places) or found[places.index(place)].unit == unit


def _opposites(fact: Fact, sentence: str, its: Words) -> Iterator[str]:
    """A word of a pair for the other, and what must never be said in the stead of what must be."""
    for pair in its.opposites:
        for place in editing.places_of(pair[:1], sentence):
            yield editing.put(sentence, place, bare(pair[1]))
    for never in fact.never:
        wrong = bare(its.as_written[never][0]) if never in its.as_written else ""
        for concept in fact.says if wrong else ():
            for place in editing.places_of(its.as_written.get(concept, ()), sentence)[:1]:
                yield editing.put(sentence, place, wrong)
