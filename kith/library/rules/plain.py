"""Plain English: how old a reader has to be to read a text, and which sentences are too long.

The age is the Flesch-Kincaid grade (Kincaid and others 1975, Research Branch Report 8-75, Naval Technical Training)
and five years: children begin grade 1 at six. It is a sign, not a verdict: an editor may keep their words.
"""

import re
from dataclasses import dataclass

OLDEST_READER = 13
LONGEST_SENTENCE = 25
EASY_READER = 10
EASY_SENTENCE = 15
FEWEST_WORDS = 8
"""In fewer words than these one long name would decide the age."""
_SENTENCE = re.compile(r"[^.!?:;]+[.!?:;]?")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True)
class Plainness:
    """How plain a text is: the age at which it is read with ease, and the sentences that are too long."""

    age: int
    long_sentences: tuple[str, ...]
    oldest: int = OLDEST_READER

    @property
    def is_plain(self) -> bool:
        """Whether those it is written for can read it."""
        return self.age <= self.oldest and not self.long_sentences


def plainness(text: str, *, easy: bool = False) -> Plainness:
    """How plain this English text is; a text of a few words is plain to every reader. Easy words are held to more."""
    oldest, longest = (EASY_READER, EASY_SENTENCE) if easy else (OLDEST_READER, LONGEST_SENTENCE)
    sentences = [found.strip() for found in _SENTENCE.findall(text) if _WORD.search(found)]
    words = _WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return Plainness(5, (), oldest)
    grade = 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    too_long = tuple(each for each in sentences if len(_WORD.findall(each)) > longest)
    return Plainness(max(5, round(grade + 5)), too_long, oldest)


def syllables(word: str) -> int:
    """About how many syllables an English word has: groups of vowels, without a silent last e."""
    plain = word.casefold()
    groups = len(_VOWELS.findall(plain))
    if plain.endswith("e") and not plain.endswith(("le", "ee", "ie", "ye")) and groups > 1:
        groups -= 1
    if plain.endswith("ed") and not plain.endswith(("ted", "ded")) and groups > 1:
        groups -= 1
    return max(1, groups)
