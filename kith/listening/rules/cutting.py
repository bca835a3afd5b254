"""Clearing a story for others without changing its voice: pieces are cut out, no word is put in. Pure."""

import re
from collections.abc import Iterable

from kith.kernel.anonymity import HANDLE, MAILBOX, PAGE, POSTCODE
from kith.kernel.folding import folded
from kith.kernel.refusal import Refusal

CUT = "[…]"
"""Stands where something was cut."""
_MARKS = re.compile(r"\[\s*(?:…|\.{3})\s*\]")
# Any script's digits, with what people write between them; nine or more are a number that reaches or names a person.
_DIGITS = re.compile(r"\+?\d(?:[\s().\-–/]{0,2}\d){8,}")


def particulars_in(text: str) -> tuple[str, ...]:
    """What in the text reaches or names a person: numbers, mailboxes, postcodes, addresses of pages, in their order."""
    found = {(each.start(), each.group()) for what in _PARTICULARS for each in what.finditer(text)}
    return tuple(words for _, words in sorted(found))


def without_particulars(text: str) -> str:
    """The text with these pieces cut out: what a moderator begins with."""
    for what in _PARTICULARS:
        text = what.sub(CUT, text)
    return text


def may_clear(cleared: str, original: str) -> Refusal | None:
    """Say why these words cannot stand for the story, or None if they can: they are its own, and reach no person."""
    if not _MARKS.sub(" ", cleared).strip():
        return Refusal("cleared_words_missing")
    if not only_cut(cleared, original):
        return Refusal("voice_changed")
    if found := particulars_in(cleared):
        return Refusal("particulars_left", found=found[0])
    return None


def only_cut(cleared: str, original: str) -> bool:
    """Whether every word stands in the original in this order, and something missing is marked where it is missing.

    The marks part the cleared words into runs: the first begins the original, the last ends it, the others follow each
    other somewhere between.
    """
    whole = [word for part in _MARKS.split(original) for word in part.split()]
    first, *others = [part.split() for part in _MARKS.split(cleared)]
    if not others:
        return first == whole
    *between, last = others
    end = len(whole) - len(last)
    if whole[: len(first)] != first or whole[end:] != last or end < len(first):
        return False
    at = len(first)
    for run in between:
        found = next((begin for begin in range(at, end - len(run) + 1) if whole[begin : begin + len(run)] == run), None)
        if found is None:
            return False
        at = found + len(run)
    return True


def names_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Which of these people are named: by their whole name, or by a part of it that is no short word."""
    words = set(folded(text).split())
    return tuple(sorted({name for name in names if any(len(part) > 2 and part in words for part in _parts(name))}))


def _parts(name: str) -> list[str]:
    return folded(name).split()


_PARTICULARS = (MAILBOX, PAGE, _DIGITS, POSTCODE, HANDLE)
