"""The committed pairs of names: which half is kept aside, and ten thousand names among which one is looked for."""

import csv
import random
from collections import defaultdict
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kith.methods.names import alike, hear, is_perhaps_same, sound_keys

HERE = Path(__file__).parent
AMONG = 10_000
SEED = 13
FIRST = 10


class Pair(NamedTuple):
    """Two names in one language, of one person or of two."""

    language: str
    verdict: str
    one: str
    other: str

    @property
    def is_kept_aside(self) -> bool:
        """Whether the method was fixed before this pair was looked at."""
        return sha256(f"{self.one}|{self.other}".encode()).digest()[0] % 2 == 0


def pairs(name="pairs"):
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [Pair(**row) for row in csv.DictReader(file)]


class Crowd:
    """Names put together of the given names and family names of all pairs: all as near to each other as can be."""

    def __init__(self, count=AMONG, seed=SEED):
        taken = {name for pair in pairs() for name in (pair.one, pair.other)}
        given, last = (sorted({name.split()[at] for name in taken}) for at in (0, -1))
        draw, names = random.Random(seed), set()
        while len(names) < count:
            names.add(f"{draw.choice(given)} {draw.choice(last)}")
            names -= taken
        self.names = sorted(names)

    @cached_property
    def by_key(self):
        found = defaultdict(set)
        for name in self.names:
            for key in sound_keys(name):
                found[key].add(name)
        return found

    def rank(self, asked, wanted):
        """How many of the crowd come before or beside the wanted name; None where it is not found at all."""
        words, there = hear(asked), hear(wanted)
        if not all(any(word.keys & each.keys for each in there) for word in words):
            return None
        found = set.intersection(*(set().union(*(self.by_key[key] for key in word.keys)) for word in words))
        return sum(alike(words, hear(name)) >= alike(words, there) for name in found)


def found_share(chosen, crowd):
    """The share of same names that are found, from either spelling, among the first ten answers."""
    asked = [
        each for pair in chosen if pair.verdict == "same" for each in ((pair.one, pair.other), (pair.other, pair.one))
    ]
    ranks = [crowd.rank(*each) for each in asked]
    return sum(rank is not None and rank < FIRST for rank in ranks) / len(ranks)


def offered_share(chosen, verdict):
    """The share of these pairs that are offered as perhaps the same, with no second sign."""
    told = [is_perhaps_same(hear(pair.one), hear(pair.other)) for pair in chosen if pair.verdict == verdict]
    return sum(told) / len(told)
