"""What is quoted in a text that people write: only what was released, and nothing that leads to a person. Pure."""

import re
from collections.abc import Iterable

from kith.kernel.anonymity import Found, Known, Trace, traces_in
from kith.kernel.folding import folded
from kith.kernel.refusal import Refusal

FEWEST_WORDS = 5
"""Fewer words in quotation marks are a name of something, or a word that is meant ironically."""
_QUOTED = re.compile(r"“([^”]+)”|„([^”“]+)[”“]|«([^»]+)»|\"([^\"]+)\"|‘([^’]{20,})’(?!\w)")
_IN_A_TEXT = frozenset({Trace.MAILBOX, Trace.NUMBER, Trace.POSTCODE})
"""What no chapter may hold; days, places and the names of services stand in many."""


def quoted_in(text: str) -> tuple[str, ...]:
    """The longer passages that stand in quotation marks."""
    found = (next(filter(None, each.groups())) for each in _QUOTED.finditer(text))
    return tuple(words.strip() for words in found if len(words.split()) >= FEWEST_WORDS)


def may_print(text: str, *, released: Iterable[str], known: Known, is_english: bool) -> Refusal | None:
    """Say why a chapter cannot be printed, or None if it can, with what was found and in which line.

    A quotation must be one that a moderator released, word by word or a part of it, and lead to no person.
    """
    if found := [each for each in traces_in(text, is_english=False) if each.trace in _IN_A_TEXT]:
        return refused(found[0])
    ours = [folded(each) for each in released]
    for words in quoted_in(text):
        if not any(folded(words) in each for each in ours):
            return Refusal("quote_not_released", found=words[:80], line=_line_of(text, words))
        if traces := traces_in(words, known, is_english=is_english):
            return refused(Found(traces[0].trace, traces[0].words, _line_of(text, words)))
    return None


def refused(found: Found) -> Refusal:
    """The refusal that says what leads to a person, and where it stands."""
    return Refusal("not_anonymous", trace=found.trace, found=found.words, line=found.line)


def _line_of(text: str, words: str) -> int:
    return text.count("\n", 0, text.find(words)) + 1
