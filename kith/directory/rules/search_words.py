"""Which need a parent means by what they typed, slips of the finger included."""

from collections import defaultdict
from functools import lru_cache
from itertools import pairwise

from kith.directory.rules.needs import Need
from kith.directory.rules.vocabulary import SPOKEN_FOR
from kith.kernel.folding import folded, words_of

_ARTICLE = "ال"
SHORTEST_STEM = 4
ALIKE = 0.4
"""The share of trigrams two words must have in common to be one word misspelt."""


@lru_cache(maxsize=2048)
def needs_meant_by(text: str) -> frozenset[Need]:
    """The needs whose words occur in the text, whole or as the beginning of a longer word ("doare", "ألم", "pumps").

    Where none does, words that are nearly known ones are taken for those ("mastitus", "durrere").
    """
    typed = tuple(word.removeprefix(_ARTICLE) if len(word) > SHORTEST_STEM else word for word in words_of(text))
    return _meant(typed) or _meant(tuple(known for word in typed for known in _misspelt(word)))


def _meant(typed: tuple[str, ...]) -> frozenset[Need]:
    return frozenset(need for need, phrases in _KNOWN.items() if any(_occurs(phrase, typed) for phrase in phrases))


def _occurs(phrase: tuple[str, ...], typed: tuple[str, ...]) -> bool:
    return all(any(_means(word, heard) for heard in typed) for word in phrase)


def _means(word: str, heard: str) -> bool:
    """Whether the heard word is the known one, or one begins with the other and both are long enough to be sure."""
    if word == heard or word.removeprefix(_ARTICLE) == heard:
        return True
    return min(len(word), len(heard)) >= SHORTEST_STEM and (heard.startswith(word) or word.startswith(heard))


def _misspelt(word: str) -> list[str]:
    """The known words this one is most like, if any is like enough."""
    if len(word) < SHORTEST_STEM:
        return []
    if swapped := [known for known in _swaps(word) if known in _WORDS]:
        return swapped
    own = _trigrams(word)
    shared: dict[str, int] = defaultdict(int)
    for trigram in own:
        for known in _BY_TRIGRAM.get(trigram, ()):
            shared[known] += 1
    likeness = {known: count / (len(own) + len(_WORDS[known]) - count) for known, count in shared.items()}
    best = max(likeness.values(), default=0.0)
    return sorted(known for known, like in likeness.items() if like == best) if best >= ALIKE else []


def _swaps(word: str) -> list[str]:
    """The word with each two neighbouring letters the other way round: the commonest slip on a phone."""
    return [word[:at] + second + first + word[at + 2 :] for at, (first, second) in enumerate(pairwise(word))]


def _trigrams(word: str) -> frozenset[str]:
    """The word in overlapping threes, its beginning counting more than its end (as PostgreSQL's pg_trgm has it)."""
    padded = f"  {word} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


_KNOWN: dict[Need, tuple[tuple[str, ...], ...]] = {
    need: tuple(
        words
        for phrases in spoken.values()
        for phrase in phrases
        if (words := tuple(word for word in folded(phrase).split() if len(word) > 1))
    )
    for need, spoken in SPOKEN_FOR.items()
}
_WORDS = {
    word: _trigrams(word)
    for phrases in _KNOWN.values()
    for phrase in phrases
    for word in phrase
    if len(word) >= SHORTEST_STEM
}
_BY_TRIGRAM: dict[str, list[str]] = defaultdict(list)
for _word, _threes in _WORDS.items():
    for _three in _threes:
        _BY_TRIGRAM[_three].append(_word)
