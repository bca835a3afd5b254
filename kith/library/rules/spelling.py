"""Write words alike that people spell in many ways, by the sounds of a language, before they are compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

FEWEST_CONSONANTS = 3


@dataclass(frozen=True)
class Spelling:
    """What one language writes alike: ``sounds`` in order, and whether Latin doubled letters and vowels count.

    ``prefixes`` may stand before a word; what stands in ``denials`` around a word says "not".
    """

    sounds: tuple[tuple[str, str], ...] = ()
    doubles: bool = True
    vowels: bool = True
    prefixes: tuple[str, ...] = ()
    denials: tuple[tuple[str, str], ...] = ()

    def plain(self, word: str) -> str:
        """The folded word as it is compared."""
        if not word.isascii():
            return _replaced(word, self._sounds[False])
        word = _replaced(word, self._sounds[True])
        if not self.doubles:
            word = "".join(letter for letter, before in zip(word, " " + word, strict=False) if letter != before)
        return word if self.vowels else _without_vowels(word)

    def bare(self, word: str) -> Iterator[str]:
        """The folded word, and what is left of it without what this language writes before its words."""
        yield word
        for prefix in self._prefixes[word.isascii()]:
            if len(word) > len(prefix) + 1 and word.startswith(prefix):
                yield word[len(prefix) :]

    def denied(self, word: str) -> Iterator[str]:
        """What a folded word denies that has its "not" written into it."""
        for before, after in self.denials:
            if len(word) > len(before) + len(after) + 2 and word.startswith(before) and word.endswith(after):
                yield word[len(before) : len(word) - len(after)]

    @cached_property
    def _sounds(self) -> dict[bool, list[tuple[str, str]]]:
        return {latin: [pair for pair in self.sounds if pair[0].isascii() == latin] for latin in (True, False)}

    @cached_property
    def _prefixes(self) -> dict[bool, list[str]]:
        return {latin: [prefix for prefix in self.prefixes if prefix.isascii() == latin] for latin in (True, False)}


def _replaced(word: str, sounds: list[tuple[str, str]]) -> str:
    for written, heard in sounds:
        word = word.replace(written, heard)
    return word


def _without_vowels(word: str) -> str:
    consonants = "".join(letter for letter in word if letter not in "aeiou")
    return consonants if len(consonants) >= FEWEST_CONSONANTS else word
