"""Whether a text for others names or reaches a person: what is found, and where it stands. Pure.

Found is what has a form (numbers, mailboxes, postcodes, dates), people and small areas that the caller names,
and words that are written like names. It looks, and decides nothing: what is found is refused or shown to a person.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kith.kernel.folding import folded


class Trace(StrEnum):
    """What may lead to a person."""

    MAILBOX = "mailbox"
    PAGE = "page"
    NUMBER = "number"
    POSTCODE = "postcode"
    DATE = "date"
    NAME = "name"
    SMALL_AREA = "small_area"


@dataclass(frozen=True)
class Found:
    """One piece of a text: what it is, its words, and in which line they stand (the first is 1)."""

    trace: Trace
    words: str
    line: int


@dataclass(frozen=True)
class Known:
    """Names of people, of small areas, and words that are written large and are no names (the place, a service)."""

    people: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()


NOTHING_KNOWN = Known()
MAILBOX = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+")
HANDLE = re.compile(r"(?<!\S)@[\w.]{2,}")
PAGE = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b", re.IGNORECASE)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_FORMS: tuple[tuple[Trace, re.Pattern[str]], ...] = (
    (Trace.MAILBOX, MAILBOX),
    (Trace.MAILBOX, HANDLE),
    (Trace.PAGE, PAGE),
    (Trace.POSTCODE, POSTCODE),
    (Trace.DATE, re.compile(r"\b\d{1,4}[./\-]\d{1,2}[./\-]\d{1,4}\b")),
    (Trace.DATE, re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?:,? \d{{2,4}})?", re.IGNORECASE)),
    (Trace.DATE, re.compile(rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?", re.IGNORECASE)),
    # Seven digits and more: with what people write between them. Shorter ones are counts, ages and weights.
    (Trace.NUMBER, re.compile(r"\+?\d(?:[\s().\-–/]{0,2}\d){6,}")),
)
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_ENDS = re.compile(r"[.!?:;…“\"(•–—]\s*$|^\s*[-*]?\s*$")
_POINTS = frozenset(
    ("east", "west", "north", "south", "central", "park", "town", "green", "upper", "lower", "old", "new")
)
_LARGE_WORDS = """
i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december english romanian polish urdu arabic somali bengali punjabi welsh british
nhs gp unicef uk england family hub hubs baby friendly healthy babies start christmas ramadan eid easter mum mummy dad
god covid tv ok
"""
_BEGINNERS = """
a an the this that these those it its i we you he she they my our your his her their who what when where why how if
because but and or so then there here now after before since while until at in on of by for from with without to no not
nobody nothing everybody everyone everything somebody someone something people parents mothers mum mums dad baby babies
milk breast bottle formula sleep help support birth home hospital midwife nurse doctor staff volunteers friends family
today yesterday tomorrow once at all both each every some many most one two three please thanks thank everyone only
just even still maybe perhaps yes life time day night nights days weeks week month months year
"""
_NO_NAMES = frozenset(_LARGE_WORDS.split())
"""Written large in English, and no person: days, months, languages, and the words of the field."""
_BEGIN = frozenset(_BEGINNERS.split()) | _NO_NAMES
_ABOUT_A_PERSON = re.compile(
    r"\s+(?:was|is|said|told|helped|gave|showed|came|listened|sat|rang|called|and|from|at|who|never|always|has|had)\b"
)
_NO_NAME_ENDS = ("ing", "ly", "ed", "ion", "ment", "ness")


def traces_in(text: str, known: Known = NOTHING_KNOWN, *, is_english: bool = True) -> tuple[Found, ...]:
    """What in the text may lead to a person, in its order; each piece once.

    Words written like names are looked for in English alone: other languages write their nouns large, or nothing.
    """
    plain = _with_plain_digits(text)
    found: list[tuple[int, Trace, str]] = []
    for trace, form in _FORMS:
        found += [(each.start(), trace, each.group().strip()) for each in form.finditer(plain) if _is_free(each, found)]
    found += _named(plain, known.people, Trace.NAME, _parts_of_name)
    larger = {part for each in known.not_names for part in folded(each).split()}
    found += [
        each
        for each in _named(plain, known.areas, Trace.SMALL_AREA, _parts_of_area)
        if folded(each[2]) not in larger  # the town's own name, which a ward carries too
    ]
    if is_english:
        seen = {words for _, _, words in found}
        found += [each for each in _like_names(plain, known.not_names) if each[2] not in seen]
    return tuple(Found(trace, words, plain.count("\n", 0, at) + 1) for at, trace, words in sorted(found))


def _is_free(match: re.Match[str], found: list[tuple[int, Trace, str]]) -> bool:
    """Whether these letters are not part of a piece that is found already."""
    return not any(at < match.end() and match.start() < at + len(words) for at, _, words in found)


def _with_plain_digits(text: str) -> str:
    """The same text, as long, with the digits of every script as 0 to 9."""
    return "".join(str(unicodedata.digit(each)) if each.isdigit() and not each.isascii() else each for each in text)


def _named(
    text: str, names: Iterable[str], trace: Trace, parts_of: Callable[[str], set[str]]
) -> Iterator[tuple[int, Trace, str]]:
    wanted = {part for name in names for part in parts_of(name)}
    for each in _WORD.finditer(text) if wanted else ():
        # A name is written large where its script has large letters: "green" is a colour, "Green" may be a ward.
        if folded(each.group()) in wanted and not each.group().islower():
            yield each.start(), trace, each.group()


def _parts_of_name(name: str) -> set[str]:
    return {part for part in folded(name).split() if len(part) > 2}


def _parts_of_area(name: str) -> set[str]:
    return {part for part in folded(name).split() if len(part) > 3 and part not in _POINTS}


def _like_names(text: str, not_names: Iterable[str]) -> Iterator[tuple[int, Trace, str]]:
    """Words written large that are no known word; at the beginning of a sentence only those told of like a person."""
    others = {part for each in not_names for part in folded(each).split()}
    for each in _WORD.finditer(text):
        word, before = each.group(), text[: each.start()].rpartition("\n")[2]
        plain = word.removesuffix("’s").removesuffix("'s")
        if not word[0].isupper() or folded(plain) in others or (plain.isupper() and len(plain) < 5):  # NICU, HV
            continue
        begins = bool(_ENDS.search(before))
        if plain.casefold() in (_BEGIN if begins else _NO_NAMES):
            continue
        if not begins or (_is_told_of(text, each.end(), word) and not plain.endswith(_NO_NAME_ENDS)):
            yield each.start(), Trace.NAME, word


def _is_told_of(text: str, end: int, word: str) -> bool:
    return word.endswith(("’s", "'s")) or bool(_ABOUT_A_PERSON.match(text, end))
