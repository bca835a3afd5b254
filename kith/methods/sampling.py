"""A fair draw that anyone can repeat, how many it takes, and what the answers say against a standard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from hashlib import sha256
from math import ceil, isfinite, sqrt

from kith.methods.estimate import Estimate
from kith.methods.intervals import normal_deviate, proportion

STANDARD = 0.8
"""The share that the Baby Friendly standards ask for where a service sets no other."""


class Verdict(StrEnum):
    """What a sample says about a standard."""

    MET = "met"
    NOT_MET = "not_met"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Judged:
    """A share of a sample with its interval, and what that says against the standard."""

    share: Estimate[float]
    verdict: Verdict


def draw(people: Sequence[str], size: int, *, seed: str) -> tuple[str, ...]:
    """A simple random sample without replacement, the same for all who draw it again, with whatever tool.

    Each key is hashed behind the seed (SHA-256 of ``seed:key`` in UTF-8); the ``size`` smallest hashes are drawn, in
    the order of their hashes. No generator of random numbers, and so no release of one, decides; nor does the order in
    which the people stand. With a seed that was told before the record was closed, the draw cannot be chosen.

    Shapes: any number of keys, each once; so many of them come back. Raises ValueError where a key stands twice, and
    where more are asked for than there are.

    Source: selection by random sort keys (Knuth, The Art of Computer Programming, vol. 2, 3.4.2), with a hash as key.
    """
    twice = len(people) - len(set(people))
    if twice:
        raise ValueError(f"people: {twice} keys stand there more than once; each may be drawn once")
    _size("size", size, len(people))
    return tuple(sorted(people, key=lambda key: (sha256(f"{seed}:{key}".encode()).digest(), key))[:size])


def shared_out(strata: Mapping[str, int], size: int) -> dict[str, int]:
    """How many to draw of each stratum, in proportion to its people: largest remainders, the first name of equals.

    Shapes: people by stratum, whole numbers; as many keys come back, which add up to ``size``, none above its people.
    Raises ValueError where more are asked for than there are.

    Source: proportional allocation (Cochran, Sampling Techniques, 5.5), rounded after Hamilton.
    """
    for name, people in strata.items():
        if people < 0:
            raise ValueError(f"strata[{name!r}] is {people}: it must not be negative")
    everyone = sum(strata.values())
    _size("size", size, everyone)
    exact = {name: Fraction(size * people, everyone or 1) for name, people in strata.items()}
    whole = {name: int(share) for name, share in exact.items()}
    left = size - sum(whole.values())
    for name in sorted(strata, key=lambda name: (whole[name] - exact[name], name))[:left]:
        whole[name] += 1
    return whole


def stratified_draw(strata: Mapping[str, Sequence[str]], size: int, *, seed: str) -> dict[str, tuple[str, ...]]:
    """A draw of each stratum in proportion to its people; each is drawn by ``draw`` with the one seed.

    Shapes: keys by stratum; drawn keys by the same strata, ``size`` in all. Raises ValueError where a key stands in two
    strata or twice in one, and where more are asked for than there are.
    """
    keys = [key for people in strata.values() for key in people]
    twice = len(keys) - len(set(keys))
    if twice:
        raise ValueError(f"strata: {twice} keys stand there more than once; each may be drawn once")
    sizes = shared_out({name: len(people) for name, people in strata.items()}, size)
    return {name: draw(people, sizes[name], seed=seed) for name, people in strata.items()}


def precision(size: int, people: int, *, expected: float = STANDARD, confidence: float = 0.95) -> float:
    """How far, in shares, the answer of a sample of ``size`` among ``people`` may lie from the truth on either side.

    Normal approximation at the expected share with the correction for a finite population, so that asking every person
    is exact: a figure for planning, while the interval of an answer is Wilson's. Raises ValueError for a sample that is
    empty or larger than the people, and for shares outside 0 to 1.

    Source: Cochran, Sampling Techniques, 3.5.
    """
    deviate = normal_deviate(confidence)
    _share("expected", expected)
    _size("size", size, people, least=1)
    finite = (people - size) / (people - 1) if people > 1 else 0.0
    return deviate * sqrt(expected * (1 - expected) / size * finite)


def size_needed(people: int, *, margin: float, expected: float = STANDARD, confidence: float = 0.95) -> int:
    """The fewest to draw among ``people`` for an answer within ``margin`` (a share) of the truth; 0 of none.

    Raises ValueError for a margin that is not above 0, and for shares outside 0 to 1.

    Source: Cochran, Sampling Techniques, 4.4, with the correction for a finite population.
    """
    deviate = normal_deviate(confidence)
    _share("expected", expected)
    if people < 0:
        raise ValueError(f"people is {people}: it must not be negative")
    if not (isfinite(margin) and margin > 0):
        raise ValueError(f"margin is {margin}: it must be above zero, such as 0.1")
    if people == 0:
        return 0
    without_end = deviate**2 * expected * (1 - expected) / margin**2
    fewest = max(1, min(people, ceil(without_end * people / (without_end + people - 1)))) if people > 1 else 1
    # Rounding in the last digit must not promise a margin that the planning figure of that size does not keep.
    return fewest if precision(fewest, people, expected=expected, confidence=confidence) <= margin else fewest + 1


def judge(yes: int, asked: int, *, standard: float = STANDARD, confidence: float = 0.95) -> Judged:
    """What ``yes`` of ``asked`` says against a standard: met or not where the whole interval lies on one side of it.

    An interval on both sides says too little, however fine the share looks: ten of twelve is 83 %, and anything from
    55 to 95 % may be true. An empty sample is too few as well. Raises ValueError for counts below zero, for more yes
    than asked, and for shares outside 0 to 1.

    Source: Wilson's score interval as ``proportion`` gives it.
    """
    _share("standard", standard)
    share: Estimate[float] = proportion(yes, asked, confidence=confidence)
    if asked == 0:
        return Judged(share, Verdict.TOO_FEW)
    if share.lower >= standard:
        return Judged(share, Verdict.MET)
    return Judged(share, Verdict.NOT_MET if share.upper < standard else Verdict.TOO_FEW)


def _size(name: str, size: int, people: int, *, least: int = 0) -> None:
    if not least <= size <= people:
        raise ValueError(f"{name} is {size}: it must lie between {least} and the {people} there are")


def _share(name: str, share: float) -> None:
    if not 0 <= share <= 1:
        raise ValueError(f"{name} is {share}: it must lie between 0 and 1, such as {STANDARD}")
