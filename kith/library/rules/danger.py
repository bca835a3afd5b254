"""Hear words of danger in what is typed into a search, whatever its language, so that Help now can stand first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kith.kernel.danger import Subject
from kith.kernel.folding import folded
from kith.library.rules.slips import Slips, near
from kith.library.rules.spelling import Spelling

LONGEST_TEXT = 200
LONGEST_WORD = 24
SURE_STEM = 5
"""A word that begins like a known word of this many letters is known, and not a slip for another."""
UNLIKELIER_BY = 1
"""How many more words than in the likeliest language may be strange where a text is still heard."""
STEM = "*"


class Pattern(NamedTuple):
    """A word, or with ``*`` the beginning of one; the words that have to follow; and the things it says, as bits."""

    word: str
    then: tuple[str, ...]
    says: int


class Rule(NamedTuple):
    """A danger: all ``needs`` and none of ``unless`` are said. Without subject it is about the person spoken of."""

    needs: int
    unless: int
    subject: Subject | None


class Lexicon:
    """The words of one language, ready for looking up."""

    def __init__(
        self, spelling: Spelling, patterns: Sequence[Pattern], borrows: tuple[str, ...], everyday: frozenset[str]
    ) -> None:
        self.spelling = spelling
        self.borrows = borrows
        self.everyday = everyday
        self._whole: dict[str, list[Pattern]] = {}
        self._stems: dict[str, list[Pattern]] = {}
        for pattern in patterns:
            shelf = self._stems if pattern.word.endswith(STEM) else self._whole
            shelf.setdefault(pattern.word.rstrip(STEM), []).append(pattern)
        self._slips = Slips(whole=self._whole, stems=self._stems)
        self._first_letters = frozenset(pattern.word[0] for pattern in patterns)

    def hear(self, words: Sequence[str]) -> "Heard":
        """What these folded words say in this language, and which of them it does not know."""
        spelt = [self.spelling.plain(word) for word in words]
        said, strange = 0, []
        for place, word in enumerate(words):
            found = list(self._patterns(word))
            if word in self.everyday:
                said |= _said((pattern for pattern in found if pattern.then), spelt, place)
                continue
            said |= _said(found, spelt, place) | self._denied(word)
            if not any(map(_is_sure, found)):
                strange.append(place)
        return Heard(said, frozenset(strange), spelt)

    def guess(self, words: Sequence[str], heard: "Heard", places: Iterable[int]) -> int:
        """What the words at these places would say if a finger had slipped."""
        said = 0
        for place in places:
            meant = {
                known
                for bare in self.spelling.bare(words[place])
                for known in self._slips.of(self.spelling.plain(bare))
            }
            said |= _said((pattern for known in meant for pattern in self._of(known)), heard.spelt, place)
        return said

    def _of(self, known: tuple[str, bool]) -> list[Pattern]:
        word, is_stem = known
        return (self._stems if is_stem else self._whole)[word]

    def _patterns(self, word: str) -> Iterator[Pattern]:
        for bare in self.spelling.bare(word):
            form = self.spelling.plain(bare)
            if form[:1] not in self._first_letters:
                continue
            yield from self._whole.get(form, ())
            for length in range(2, len(form) + 1):
                yield from self._stems.get(form[:length], ())

    def _denied(self, word: str) -> int:
        for inner in self.spelling.denied(word):
            if says := _said([pattern for pattern in self._patterns(inner) if not pattern.then], (), 0):
                return says | NOT
        return 0


class Heard(NamedTuple):
    """What a text says in one language (bits), the places of words unknown to it, and its words as spelt there."""

    said: int
    strange: frozenset[int]
    spelt: list[str]


NOT = 1
"""The bit of the thing "not": the first of all."""


@dataclass(frozen=True)
class DangerWords:
    """All words and rules, compiled; made by ``read_danger_words``."""

    lexicons: Mapping[str, Lexicon]
    rules: Sequence[Rule]
    rules_by_bit: Mapping[int, Sequence[int]]
    born: int
    pregnant: int


def danger_in(text: str, words: DangerWords) -> Subject | None:
    """What the text is in danger about, or None; reads its first 200 characters, in all languages at once."""
    typed = _words_of(text)
    heard = {code: lexicon.hear(typed) for code, lexicon in words.lexicons.items()}
    said = _said_in_likely_languages(typed, heard, words)
    first = min((_first_rule(each, words) for each in {*said}), default=len(words.rules))
    if first == len(words.rules):
        return None
    return words.rules[first].subject or _spoken_of(said, words)


def _is_sure(pattern: Pattern) -> bool:
    return not pattern.word.endswith(STEM) or len(pattern.word) > SURE_STEM


def _words_of(text: str) -> list[str]:
    return ["".join(map(_digit, word[:LONGEST_WORD])) for word in folded(text[:LONGEST_TEXT]).split()]


def _digit(letter: str) -> str:
    return str(int(letter)) if letter.isdecimal() else letter


def _said_in_likely_languages(typed: Sequence[str], heard: Mapping[str, Heard], words: DangerWords) -> list[int]:
    """What is said in the languages that know most of the words; slips are guessed only in those that know the most."""
    strange = {code: _strange(code, heard, words) for code in heard}
    fewest = min(map(len, strange.values()), default=0)
    unknown = frozenset.intersection(*strange.values()) if strange else frozenset()
    likely = []
    for code, lexicon in words.lexicons.items():
        if len(strange[code]) <= fewest + UNLIKELIER_BY:
            said = heard[code].said | (
                lexicon.guess(typed, heard[code], unknown) if len(strange[code]) == fewest else 0
            )
            for other in lexicon.borrows:
                said |= heard[other].said
            likely.append(said)
    return likely


def _strange(code: str, heard: Mapping[str, Heard], words: DangerWords) -> frozenset[int]:
    """The places of words that neither the language nor those it borrows from know."""
    return heard[code].strange.intersection(*(heard[other].strange for other in words.lexicons[code].borrows))


def _said(patterns: Iterable[Pattern], spelt: Sequence[str], place: int) -> int:
    says = 0
    for pattern in patterns:
        if not pattern.then or _follow(pattern.then, spelt, place + 1):
            says |= pattern.says
    return says


def _follow(then: tuple[str, ...], spelt: Sequence[str], place: int) -> bool:
    following = spelt[place : place + len(then)]
    return len(following) == len(then) and all(
        word.startswith(wanted[:-1]) if wanted.endswith(STEM) else near(word, wanted)
        for word, wanted in zip(following, then, strict=True)
    )


def _first_rule(said: int, words: DangerWords) -> int:
    first = len(words.rules)
    bits = said
    while bits:
        bit = bits & -bits
        bits ^= bit
        for number in words.rules_by_bit.get(bit, ()):
            rule = words.rules[number]
            if number < first and said & rule.needs == rule.needs and not said & rule.unless:
                first = number
                break
    return first


def _spoken_of(said: Iterable[int], words: DangerWords) -> Subject:
    together = 0
    for each in said:
        together |= each
    if together & words.pregnant:
        return Subject.PREGNANT
    return Subject.MOTHER if together & words.born else Subject.BABY
