"""Find the known words that a mistyped word may stand for: a letter missing, added, changed, or two exchanged."""

from collections.abc import Iterable, Iterator

ONE_SLIP = 5
TWO_SLIPS = 9
STEM_MARGIN = 1
"""Beginnings of words have to be longer by this much than whole words, since they are matched more loosely."""
LONGEST_GUESSED = 16
"""Longer words are compared by their beginning only, so that the work stays bounded."""


class Slips:
    """Known words (and beginnings of words) by what is left of them when letters drop out; the first letter stays.

    Deleting from both sides finds all words within one or two slips (Garbe's symmetric deletes).
    """

    def __init__(self, *, whole: Iterable[str], stems: Iterable[str]) -> None:
        self._whole = _index((word, slips_allowed(len(word))) for word in whole)
        self._stems = _index((stem, slips_allowed(len(stem) - STEM_MARGIN)) for stem in stems)

    def of(self, word: str) -> Iterator[tuple[str, bool]]:
        """Each known word that this word may be, and whether it is the beginning of one."""
        word = word[:LONGEST_GUESSED]
        if not (slips := slips_allowed(len(word))):
            return
        left = set(_left_of(word, slips))
        for known in {known for each in left for known in self._whole.get(each, ())}:
            if distance(word, known) <= slips_allowed(len(known)):
                yield known, False
        beginnings = {each[:length] for each in left for length in range(ONE_SLIP - 1, len(each) + 1)}
        for stem in {stem for each in beginnings for stem in self._stems.get(each, ())}:
            allowed = slips_allowed(len(stem) - STEM_MARGIN)
            if any(distance(word[: len(stem) + more], stem) <= allowed for more in range(-allowed, allowed + 1)):
                yield stem, True


def slips_allowed(length: int) -> int:
    """How many slips a word of this length may have and still be known."""
    return 2 if length >= TWO_SLIPS else 1 if length >= ONE_SLIP else 0


def near(word: str, wanted: str) -> bool:
    """Whether the word is the wanted one, or one slip away from it and long enough to say so."""
    if word == wanted:
        return True
    return len(wanted) >= ONE_SLIP and word[:1] == wanted[:1] and distance(word, wanted) <= 1


def distance(one: str, other: str) -> int:
    """Letters to drop, add, change or exchange with their neighbour to make one word of the other.

    Optimal string alignment (Damerau 1964, restricted).
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _index(words: Iterable[tuple[str, int]]) -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for word, slips in words:
        if slips:
            for left in _left_of(word, slips):
                index.setdefault(left, []).append(word)
    return index


def _left_of(word: str, slips: int) -> set[str]:
    """The word, and what is left of it when up to so many letters behind the first drop out."""
    left = {word}
    for _ in range(slips):
        left |= {each[:place] + each[place + 1 :] for each in left for place in range(1, len(each))}
    return left
