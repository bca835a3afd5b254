"""Pairs of mothers and companions: rules that always hold, wishes with weights, and the best plan for all, proved.

It suggests; people decide. A trait is a word that both sides know, "kind:value" or a kind alone ("language:ro",
"twins"): this module compares such words and never asks what they mean.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from kith.methods.best_plan import ALONE, Whole, best_plan, is_best
from kith.methods.estimate import FloatArray

Traits = frozenset[str]
Weights = Mapping[str, int]
Keyed = TypeVar("Keyed", "Asking", "Companion")
MOST_FIT = 100
MOST_WAITED = 60
MOST_WEIGHT = 1000
VETOED, FULL = "vetoed", "full"


@dataclass(frozen=True, slots=True)
class Asking:
    """A mother who asks for a companion.

    must and must_not are rules about the companion's traits, wishes matter by their weights, vetoed holds the keys of
    companions that she does not want. traits are her own, for what a companion rules out. waited counts whole days, of
    which the first `MOST_WAITED` count; group is what unfairness is looked for by.
    """

    key: str
    must: Traits = frozenset()
    must_not: Traits = frozenset()
    wishes: Traits = frozenset()
    vetoed: Traits = frozenset()
    traits: Traits = frozenset()
    waited: int = 0
    group: str = ""


@dataclass(frozen=True, slots=True)
class Companion:
    """A companion: what is true of them, how many more mothers they have room for, what they rule out in a mother."""

    key: str
    traits: Traits = frozenset()
    places: int = 1
    must_not: Traits = frozenset()


@dataclass(frozen=True, slots=True)
class Proposal:
    """One pair, from 0 to 100 how far her wishes are met, and which are and are not."""

    asking: str
    companion: str
    fit: int
    met: tuple[str, ...]
    unmet: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A mother without a companion in the plan: how many companions each rule kept from her, the most first.

    Without any such rule the companions that she could have go with others.
    """

    asking: str
    kept_away: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class GroupShare:
    """How one group fares in a plan: how many asked, how many have a companion, and the mean fit of those (or none)."""

    group: str
    asked: int
    placed: int
    fit: float | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The pairs by key of who asks, those left over, how each group fares, and whether the plan is proved the best."""

    pairs: tuple[Proposal, ...]
    left_over: tuple[LeftOver, ...]
    groups: tuple[GroupShare, ...]
    proved: bool


def kind_of(trait: str) -> str:
    """What the trait is about: the part before the colon; weights are set by kind."""
    return trait.partition(":")[0]


def broken_rules(asking: Asking, companion: Companion) -> tuple[str, ...]:
    """The rules that this pair would break, in order; empty where they may go together.

    A trait that she needs and the companion has not, one that either rules out and the other has, "vetoed", "full".
    """
    broken = sorted(asking.must - companion.traits) + sorted(asking.must_not & companion.traits)
    broken += sorted(companion.must_not & asking.traits)
    broken += [VETOED] * (companion.key in asking.vetoed) + [FULL] * (companion.places < 1)
    return tuple(dict.fromkeys(broken))


def proposal(asking: Asking, companion: Companion, weights: Weights) -> Proposal:
    """The pair with its fit: the share of the weight of her wishes that the companion meets, in whole hundredths.

    A kind without a weight weighs nothing; a mother without a wish that weighs is wholly content.
    Errors: ValueError for a weight below 0 or above 1,000.
    """
    _weighed(weights)
    met, unmet = asking.wishes & companion.traits, asking.wishes - companion.traits
    have, lack = (sum(weights.get(kind_of(each), 0) for each in those) for those in (met, unmet))
    fit = MOST_FIT * have // (have + lack) if have + lack else MOST_FIT
    return Proposal(asking.key, companion.key, fit, tuple(sorted(met)), tuple(sorted(unmet)))


def proposals(asking: Asking, companions: Iterable[Companion], weights: Weights, most: int = 3) -> list[Proposal]:
    """The companions that no rule keeps from her, the best fit first, then those with most room, then by key.

    Errors: ValueError for a `most` below 1, a key that comes twice, a weight out of bounds.
    """
    if most < 1:
        raise ValueError(f"most is {most}: it must be 1 or more")
    ordered = _by_key("companions", companions)
    may = [each for each in ordered if not broken_rules(asking, each)]
    may.sort(key=lambda each: (-proposal(asking, each, weights).fit, -each.places))
    return [proposal(asking, each, weights) for each in may[:most]]


def plan(askings: Iterable[Asking], companions: Iterable[Companion], weights: Weights) -> Plan:
    """The best plan for all at once: most have a companion, then the longest waits end, then most wishes are met.

    No rule is broken and no companion has more mothers than places. The same people give the same plan, in any order
    and also where plans tie. `proved` is told without the solver that found the plan, see `best_plan.is_best`.
    Errors: ValueError for a key that comes twice, negative places or waits, a weight out of bounds, or more people
    than can be added up exactly.
    Source: see `best_plan.best_plan`.
    """
    _weighed(weights)
    asks, hosts = _by_key("askings", askings), _by_key("companions", companions)
    if negative := next((each.key for each in asks if each.waited < 0), None):
        raise ValueError(f"askings: waited of {negative} must be 0 or more")
    gain, places = _gains(asks, hosts, weights), np.array([each.places for each in hosts], np.int64)
    chosen = best_plan(gain, places)
    pairs = [proposal(asks[row], hosts[column], weights) for row, column in enumerate(chosen) if column != ALONE]
    left = [_left_over(asks[row], hosts) for row, column in enumerate(chosen) if column == ALONE]
    return Plan(tuple(pairs), tuple(left), _groups(asks, pairs), is_best(gain, places, chosen))


def _gains(asks: Sequence[Asking], hosts: Sequence[Companion], weights: Weights) -> Whole:
    """What each pair is worth, 0 where a rule forbids it: more than all waits, a day of wait more than all fits."""
    day = MOST_FIT * len(asks) + 1
    pair = day * (MOST_WAITED * len(asks) + 1)
    waited = np.array([min(each.waited, MOST_WAITED) for each in asks], np.int64)
    worth = _fits(asks, hosts, weights)
    worth += (pair + day * waited)[:, None]
    worth[_forbidden(asks, hosts)] = 0
    return worth


def _fits(asks: Sequence[Asking], hosts: Sequence[Companion], weights: Weights) -> Whole:
    words = _places_of(trait for each in asks for trait in each.wishes)
    weight = np.array([weights.get(kind_of(each), 0) for each in words], np.float64)
    wished = _marks([each.wishes for each in asks], words) * weight
    have = wished @ _marks([each.traits for each in hosts], words).T
    all_of_it = wished.sum(axis=1)[:, None]
    share = np.floor_divide(
        have * MOST_FIT, all_of_it, out=np.full(have.shape, MOST_FIT, np.float64), where=all_of_it > 0
    )
    whole: Whole = share.astype(np.int64)
    return whole


def _forbidden(asks: Sequence[Asking], hosts: Sequence[Companion]) -> NDArray[np.bool_]:
    words = _places_of(trait for each in asks for trait in each.must | each.must_not)
    theirs = _marks([each.traits for each in hosts], words)
    broken = _marks([each.must for each in asks], words) @ (1 - theirs).T
    broken += _marks([each.must_not for each in asks], words) @ theirs.T
    own = _places_of(trait for each in hosts for trait in each.must_not)
    broken += _marks([each.traits for each in asks], own) @ _marks([each.must_not for each in hosts], own).T
    at = {each.key: column for column, each in enumerate(hosts)}
    for row, each in enumerate(asks):
        broken[row, [at[key] for key in each.vetoed if key in at]] = 1
    return broken > 0


def _places_of(traits: Iterable[str]) -> dict[str, int]:
    return {trait: place for place, trait in enumerate(sorted(set(traits)))}


def _marks(each_has: Sequence[Traits], words: Mapping[str, int]) -> FloatArray:
    """1 in the row of each one at the places of the words that they have."""
    marks = np.zeros((len(each_has), len(words)))
    for row, traits in enumerate(each_has):
        marks[row, [words[trait] for trait in traits if trait in words]] = 1
    return marks


def _left_over(asking: Asking, hosts: Sequence[Companion]) -> LeftOver:
    rules = [broken_rules(asking, each) for each in hosts]
    counted = Counter(rule for broken in rules for rule in broken)
    may = any(not broken for broken in rules)
    return LeftOver(asking.key, () if may else tuple(sorted(counted.items(), key=lambda each: (-each[1], each[0]))))


def _groups(asks: Sequence[Asking], pairs: Sequence[Proposal]) -> tuple[GroupShare, ...]:
    fit = {each.asking: each.fit for each in pairs}
    groups: dict[str, list[int | None]] = {}
    for each in asks:
        groups.setdefault(each.group, []).append(fit.get(each.key))
    return tuple(_share(group, groups[group]) for group in sorted(groups))


def _share(group: str, fits: Sequence[int | None]) -> GroupShare:
    placed = [each for each in fits if each is not None]
    return GroupShare(group, len(fits), len(placed), sum(placed) / len(placed) if placed else None)


def _by_key(name: str, people: Iterable[Keyed]) -> list[Keyed]:
    ordered = sorted(people, key=lambda each: each.key)
    twice = [one.key for one, other in pairwise(ordered) if one.key == other.key]
    if twice:
        raise ValueError(f"{name}: {twice[0]} comes twice")
    return ordered


def _weighed(weights: Weights) -> None:
    for kind, weight in weights.items():
        if not 0 <= weight <= MOST_WEIGHT:
            raise ValueError(f"weights: {kind} is {weight}, it must be from 0 to {MOST_WEIGHT}")
