"""Which texts are alike, by the pieces of their words: TF-IDF over character n-grams, compared by the cosine."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import scipy

SHORTEST, LONGEST = 3, 5
BLOCK = 256
"""So many rows are compared with all others at once: this, and not the number of texts, decides how much is held."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts by their places in the list, the earlier first, and their likeness from 0 to 1."""

    one: int
    other: int
    likeness: float


def like_pairs(texts: Sequence[str], *, least: float = 0.25, most: int = 5) -> list[Pair]:
    """The pairs of texts that are alike, for each text with the `most` that are most like it, the likest first.

    Units: cosine of TF-IDF vectors, 0 (no piece in common) to 1 (the same pieces in the same shares).
    Words are what stands between spaces: give texts whose words are kept whole, vowel signs and all, in small letters.
    Pieces are the 3 to 5 letters within a word and its edges, so that inflected words of any script resemble each
    other. An empty text is like no other. Memory grows with the pieces of all texts and `BLOCK` rows, not with pairs.
    Errors: ValueError for a `least` outside 0 to 1, or a `most` below 1.
    Source: Salton and Buckley, Information Processing and Management 24 (1988) 513-523; weights smoothed and normed as
    in scikit-learn's TfidfVectorizer (analyzer "char_wb", norm "l2", smooth_idf).
    """
    if not 0 <= least <= 1 or most < 1:
        raise ValueError(f"least is {least}, most is {most}: they must be from 0 to 1, and 1 or more")
    if len(texts) < 2:
        return []
    rows = _weighted(texts)
    found: dict[tuple[int, int], float] = {}
    for begin in range(0, len(texts), BLOCK):
        alike = (rows[begin : begin + BLOCK] @ rows.T).toarray()
        for at, line in enumerate(alike, begin):
            line[at] = 0.0
            for other in _likest(line, most):
                if line[other] >= least and line[other] > 0:
                    found[min(at, other), max(at, other)] = float(min(line[other], 1.0))
    pairs = (Pair(one, other, likeness) for (one, other), likeness in found.items())
    return sorted(pairs, key=lambda each: (-each.likeness, each.one, each.other))


def like_groups(texts: Sequence[str], *, least: float = 0.35, most: int = 5) -> list[list[int]]:
    """The groups of texts that are alike, by their places in the list, the largest first; see `like_pairs`.

    A group holds all that pairs tie together, each to at least one other: it is a suggestion, for a person to part.
    """
    first = list(range(len(texts)))

    def root(place: int) -> int:
        while first[place] != place:
            first[place] = place = first[first[place]]
        return place

    for pair in like_pairs(texts, least=least, most=most):
        one, other = sorted((root(pair.one), root(pair.other)))
        first[other] = one
    groups: dict[int, list[int]] = {}
    for place in range(len(texts)):
        groups.setdefault(root(place), []).append(place)
    return sorted((group for group in groups.values() if len(group) > 1), key=lambda group: (-len(group), group[0]))


def likest(text: str, others: Sequence[str], *, least: float = 0.2, most: int = 5) -> list[tuple[int, float]]:
    """The places of the `most` other texts that are most like this one, with their likeness; see `like_pairs`."""
    if not others:
        return []
    rows = _weighted([text, *others])
    line = (rows[:1] @ rows[1:].T).toarray()[0]
    return [(int(at), float(min(line[at], 1.0))) for at in _likest(line, most) if line[at] >= least and line[at] > 0]


def pieces(text: str) -> Iterator[str]:
    """The pieces of a text: of each word with a space before and after it, every 3 to 5 letters in a row."""
    for word in text.split():
        padded = f" {word} "
        for size in range(SHORTEST, LONGEST + 1):
            if size >= len(padded):
                yield padded
                break
            yield from (padded[at : at + size] for at in range(len(padded) - size + 1))


def _likest(line: Any, most: int) -> list[int]:
    count = min(most, len(line))
    best = np.argpartition(-line, count - 1)[:count]
    return [int(at) for at in best[np.argsort(-line[best], kind="stable")]]


def _weighted(texts: Sequence[str]) -> Any:
    """One row a text, of length 1 (or 0 for an empty one)."""
    places: dict[str, int] = {}
    counted = [Counter(pieces(text)) for text in texts]
    columns = np.fromiter((places.setdefault(piece, len(places)) for each in counted for piece in each), dtype=np.int32)
    values = np.fromiter(chain.from_iterable(each.values() for each in counted), dtype=np.float64)
    ends = np.concatenate([[0], np.cumsum([len(each) for each in counted])])
    known = np.bincount(columns, minlength=len(places))
    values *= (np.log((1 + len(texts)) / (1 + known)) + 1)[columns]
    lengths = np.sqrt(np.add.reduceat(np.append(values**2, 0.0), ends[:-1]) * (np.diff(ends) > 0))
    values /= np.repeat(np.where(lengths > 0, lengths, 1.0), np.diff(ends))
    shape = (len(texts), max(len(places), 1))
    return scipy.sparse.csr_matrix((values.astype(np.float32), columns, ends), shape=shape)
