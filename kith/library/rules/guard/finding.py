"""Where the shown words no longer say a fact: dropped, moved, another number, another word, another "not"."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from kith.library.rules.guard.facts import Fact, Facts, Number
from kith.library.rules.guard.reading import Found, Sentence, sentences_of
from kith.library.rules.guard.words import Words


class Kind(StrEnum):
    """What is wrong."""

    MISSING = "not shown"
    LEVEL = "another level"
    NUMBERS = "numbers"
    SAYS = "not said"
    NEVER = "must not be said"
    NEGATIONS = "negations"
    WORDS = "no key words"


@dataclass(frozen=True)
class Fault:
    """One fact that the words no longer say, and what to look at."""

    fact: str
    kind: Kind
    detail: str


@dataclass(frozen=True)
class Card:
    """A card of signs: who it is about, how urgent, its words, and the statements on it in order."""

    subject: str
    level: str
    heading: str
    note: str
    keys: tuple[str, ...]

    @property
    def place(self) -> str:
        """How a fact names the card."""
        return f"{self.subject}/{self.level}"

    @property
    def text(self) -> str:
        """Heading and note as one sentence, which carries the card's facts."""
        return " – ".join(each.strip().rstrip(".۔।") for each in (self.heading, self.note) if each)


@dataclass(frozen=True)
class Shown:
    """All words of one language: statements that some page shows, their easy words, cards, and messages by English."""

    texts: Mapping[str, str]
    easy: Mapping[str, str]
    cards: tuple[Card, ...]
    messages: Mapping[str, str]


def faults(shown: Shown, facts: Facts, words: Words, *, numbers: bool = True) -> list[Fault]:
    """Every fact that the shown words do not say; ``numbers=False`` leaves figures unchecked, for a control only."""
    by_place: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts.facts:
        by_place.setdefault((fact.kind, fact.place), []).append(fact)
    found: list[Fault] = []
    for (kind, place), here in by_place.items():
        text = _text(shown, kind, place)
        found += [fault for fact in here for fault in _level(shown, fact)]
        if not text:
            found += [Fault(fact.id, Kind.MISSING, f"{place} is not shown; show it, or word it again") for fact in here]
            continue
        found += _said(text, here, words, numbers=numbers)
        if kind == "statement" and place in shown.easy:
            found += _easily_said(shown.easy[place], here, words, facts, numbers=numbers)
    return found


def statement_faults(key: str, text: str, easy: str, facts: Facts, words: Words) -> list[Fault]:
    """Every fact of this statement that a wording of it, and the same in easy words, do not say."""
    here = replace(facts, facts=tuple(each for each in facts.facts if (each.kind, each.place) == ("statement", key)))
    cards = tuple({Card(each.subject, each.level, "", "", (key,)) for each in here.facts if each.level})
    return faults(Shown({key: text}, {key: easy} if easy else {}, cards, {}), here, words)


def carrying(fact: Fact, text: str, words: Words) -> tuple[Sentence, ...]:
    """The neighbouring sentences of the text that say most of the fact; the first of equals."""
    return max(_windows(text, fact, words), key=lambda window: _score(fact, window, words), default=())


def _text(shown: Shown, kind: str, place: str) -> str:
    if kind == "card":
        return next((card.text for card in shown.cards if card.place == place), "")
    return (shown.texts if kind == "statement" else shown.messages).get(place, "")


def _level(shown: Shown, fact: Fact) -> Iterator[Fault]:
    """A sign stands on the card of its level and on no other card."""
    if fact.kind != "statement" or not fact.level:
        return
    on = sorted(card.place for card in shown.cards if fact.place in card.keys)
    if on != [wanted := f"{fact.subject}/{fact.level}"]:
        yield Fault(
            fact.id, Kind.LEVEL, f"{fact.place} stands on {', '.join(on) or 'no card'}; put it on {wanted} only"
        )


def _said(text: str, here: Sequence[Fact], words: Words, *, numbers: bool) -> Iterator[Fault]:
    sentences = _sentences(text, words)
    line = _line(sentences)
    if numbers:
        wanted = Counter(number.value for fact in here for number in _numbers(fact, words))
        there = Counter(found.value for sentence in sentences for found in sentence.numbers)
        if wanted != there:
            detail = f"{_listed(wanted)} has to stand in {here[0].place}, not {_listed(there)}"
            yield from (Fault(fact.id, Kind.NUMBERS, detail) for fact in here)
    for fact in here:
        yield from _carried(fact, text, words, numbers=numbers)
        yield from _never(fact, line, words)


def _easily_said(text: str, here: Sequence[Fact], words: Words, facts: Facts, *, numbers: bool) -> Iterator[Fault]:
    """Easy words say the same in more and shorter sentences; each number may stand more than once."""
    sentences = _sentences(text, words)
    left_out = frozenset[str]().union(*(fact.easy_leaves_out for fact in here))
    wanted = {number.value for fact in here for number in _numbers(fact, words) if str(number) not in left_out}
    there = {found.value for sentence in sentences for found in sentence.numbers}
    if numbers and wanted != there:
        yield Fault(here[0].id, Kind.NUMBERS, f"easy words: {_listed(wanted)} has to stand, not {_listed(there)}")
    count = _negations(sentences)
    if count != (right := words.negations_of(f"easy {here[0].place}", facts.easy_negations.get(here[0].place, 0))):
        yield Fault(here[0].id, Kind.NEGATIONS, f'easy words say "not" {count} times, not {right}')
    for fact in here:
        easy = fact.in_easy_words()
        for fault in (*_carried(easy, text, words, numbers=numbers), *_never(easy, _line(sentences), words)):
            if fault.kind != Kind.NEGATIONS:
                yield replace(fault, fact=fact.id, detail=f"easy words: {fault.detail}")


def _carried(fact: Fact, text: str, words: Words, *, numbers: bool) -> Iterator[Fault]:
    """Some neighbouring sentences say all concepts and numbers of the fact, with as many "not" as it needs."""
    windows = list(_windows(text, fact, words))
    carriers = [window for window in windows if not _unsaid(fact, window, words)]
    if not carriers:
        carriers = [carrying(fact, text, words)]
        unworded = [each for each in fact.says if each not in words.concepts]
        yield Fault(
            fact.id, Kind.WORDS if unworded else Kind.SAYS, ", ".join(unworded or _unsaid(fact, carriers[0], words))
        )
    missing = [_unnumbered(fact, window, words) for window in carriers]
    least = min((len(each) for each in missing), default=0)
    if numbers and least:
        said = next(", ".join(map(str, each)) for each in missing if len(each) == least)
        yield Fault(fact.id, Kind.NUMBERS, f"{said} has to stand where the fact does")
    there = [_negations(window) for window, each in zip(carriers, missing, strict=True) if len(each) == least]
    if (right := words.negations_of(fact.id, fact.negations)) not in there:
        yield Fault(fact.id, Kind.NEGATIONS, f'its sentence says "not" {there[0]} times, not {right}')


def _never(fact: Fact, line: str, words: Words) -> Iterator[Fault]:
    if said := [each for each in fact.never if _says(each, line, words)]:
        yield Fault(fact.id, Kind.NEVER, ", ".join(said))


@lru_cache(maxsize=8192)
def _sentences(text: str, words: Words) -> tuple[Sentence, ...]:
    return sentences_of(text, words)


def _windows(text: str, fact: Fact, words: Words) -> Iterator[tuple[Sentence, ...]]:
    sentences = _sentences(text, words)
    span = min(words.sentences.get(fact.id, fact.sentences), len(sentences))
    return (sentences[start : start + span] for start in range(len(sentences) - span + 1))


def _line(sentences: Iterable[Sentence]) -> str:
    # Two blanks: a phrase does not go on past the end of its sentence.
    return " ".join(sentence.words for sentence in sentences)


def _says(concept: str, line: str, words: Words) -> bool:
    pattern = words.concepts.get(concept)
    return pattern is not None and pattern.search(line) is not None


def _unsaid(fact: Fact, window: Iterable[Sentence], words: Words) -> list[str]:
    line = _line(window)
    return [each for each in fact.says if not _says(each, line, words)]


def _unnumbered(fact: Fact, window: Iterable[Sentence], words: Words) -> list[Number]:
    there = [found for sentence in window for found in sentence.numbers]
    return _without_unit(_numbers(fact, words), there)


def _without_unit(wanted: Sequence[Number], there: Iterable[Found]) -> list[Number]:
    """The numbers that do not stand there, or not with their unit; one without a unit may have any."""
    with_unit, values = Counter((each.value, each.unit) for each in there), Counter(each.value for each in there)
    needed = Counter(number.value for number in wanted)
    return sorted(
        number
        for number, count in Counter(wanted).items()
        if values[number.value] < needed[number.value]
        or (number.unit and with_unit[(number.value, number.unit)] < count)
    )


def _numbers(fact: Fact, words: Words) -> tuple[Number, ...]:
    return words.numbers.get(fact.id, fact.numbers)


def _negations(window: Iterable[Sentence]) -> int:
    return sum(sentence.negations for sentence in window)


def _score(fact: Fact, window: tuple[Sentence, ...], words: Words) -> int:
    return -2 * len(_unsaid(fact, window, words)) - len(_unnumbered(fact, window, words))


def _listed(numbers: Iterable[str]) -> str:
    each = numbers.elements() if isinstance(numbers, Counter) else numbers
    return ", ".join(sorted(each)) or "no number"
