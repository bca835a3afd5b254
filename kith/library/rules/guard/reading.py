"""A text taken apart for the guard: sentences of folded words, and numbers with the unit that stands by them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from kith.kernel.folding import folded
from kith.library.rules.guard.words import Words

# A short word with a full stop before a small letter or a digit is shortened: "ok. 6 miesięcy" is one sentence.
_SHORTENED = re.compile(r"(?<![^\W_])[^\W\d_]{1,3}\.$")
_ENDS = re.compile(r"(?<=[.!?؟।۔])[\s\"”»)]+(?=\S)")
_PIECE = re.compile(
    r"(?P<number>(?<!\d)(?:(?<![^\s(])[-−–])?\d+(?:[.,٫]\d+)*)|(?P<sign>°\s*[cCсС]|[%٪])|(?P<mark>[,;:()،؛·—–])"
)
_DIRECTION = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_FOLLOWING, _PRECEDING = 5, 4
"""How many words from a number its unit may stand, behind it and before it."""


@dataclass(frozen=True)
class Token:
    """A word, a number or a sign; clause counts the commas, colons and brackets before it."""

    text: str
    is_number: bool
    clause: int


@dataclass(frozen=True)
class Found:
    """A number that stands in a text and the units it may have; the empty one where none stands near."""

    value: str
    unit: str


@dataclass(frozen=True)
class Sentence:
    """One sentence: its folded words between blanks, its numbers, and how many words say "not"."""

    words: str
    numbers: tuple[Found, ...]
    negations: int
    written: str


@lru_cache(maxsize=8192)
def _tokens(sentence: str) -> tuple[Token, ...]:
    return tuple(_joined(list(_pieces(sentence))))


def sentences_of(text: str, words: Words) -> tuple[Sentence, ...]:
    """The sentences of the text as the guard reads them in this language."""
    return tuple(_sentence(each, words) for each in parted(text))


def parted(text: str) -> list[str]:
    """The sentences of a text as they are written."""
    parts: list[str] = []
    for each in _ENDS.split(text.translate(_DIRECTION).strip()):
        if parts and _SHORTENED.search(parts[-1]) and (each[0].islower() or each[0].isdigit()):
            parts[-1] = f"{parts[-1]} {each}"
        else:
            parts.append(each)
    return parts


def _sentence(written: str, words: Words) -> Sentence:
    tokens = _tokens(written)
    line = f" {' '.join(token.text for token in tokens)} "
    spelt = [Found(number.value, number.unit) for number, each in words.spelt.items() for _ in each.findall(line)]
    return Sentence(
        words=line,
        numbers=(*_numbers(tokens, words), *spelt),
        negations=len(words.negation.findall(line)),
        written=written,
    )


def _pieces(sentence: str) -> Iterator[Token]:
    clause, end = 0, 0
    for piece in _PIECE.finditer(sentence):
        for word in folded(sentence[end : piece.start()]).split():
            yield Token(word, is_number=False, clause=clause)
        end = piece.end()
        if piece["mark"]:
            clause += 1
        elif piece["sign"]:
            yield Token("%" if piece["sign"] in "%٪" else "°c", is_number=False, clause=clause)
        else:
            yield Token(_value(piece["number"]), is_number=True, clause=clause)
    for word in folded(sentence[end:]).split():
        yield Token(word, is_number=False, clause=clause)


def _value(written: str) -> str:
    """ASCII digits with a decimal point, whatever digits and comma the language writes."""
    plain = "".join(str(unicodedata.digit(each)) if each.isdigit() else each for each in written)
    plain = re.sub(r"^[−–]", "-", plain)
    return re.sub(r"\.0+$", "", re.sub("[,٫]", ".", plain))


def _joined(tokens: list[Token]) -> Iterator[Token]:
    """Groups of digits side by side are one telephone number: 0808 2000 247, 116 123."""
    group: list[Token] = []
    for token in [*tokens, Token("", is_number=False, clause=-1)]:
        if token.is_number and (not group or (token.text.isdigit() and token.clause == group[0].clause)):
            group.append(token)
            continue
        whole = "".join(each.text for each in group)
        if len(group) > 1 and len(whole) >= 6:
            yield Token(whole, is_number=True, clause=group[0].clause)
        else:
            yield from group
        group = [token] if token.is_number else []
        if token.text and not token.is_number:
            yield token


def _numbers(tokens: tuple[Token, ...], words: Words) -> Iterator[Found]:
    units = [_unit(token, words) for token in tokens]
    for at, token in enumerate(tokens):
        if not token.is_number:
            continue
        is_minus = at > 0 and words.minus is not None and words.minus.search(f" {tokens[at - 1].text} ")
        yield Found(f"-{token.text}" if is_minus else token.text, _nearest(at, tokens, units))


def _unit(token: Token, words: Words) -> str:
    if token.is_number:
        return ""
    return next((unit for unit, each in words.units.items() if each.search(f" {token.text} ")), "")


def _nearest(at: int, tokens: tuple[Token, ...], units: list[str]) -> str:
    """The nearest unit behind the number in its clause, else before it, else past a comma but not past a number."""
    following = range(at + 1, min(len(tokens), at + 1 + _FOLLOWING))
    preceding = range(at - 1, max(-1, at - 1 - _PRECEDING), -1)
    for places in (following, preceding):
        for place in places:
            if units[place] and tokens[place].clause == tokens[at].clause:
                return units[place]
    across = takewhile(lambda place: not tokens[place].is_number, following)
    return next((units[place] for place in across if units[place]), "")
