"""Whole plans are the best there are by a solver that has nothing to do with ours, and no rule is ever broken."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from kith.methods.best_plan import ALONE, Whole, best_plan, is_best
from kith.methods.matching import (
    FULL,
    MOST_FIT,
    VETOED,
    Asking,
    Companion,
    Plan,
    broken_rules,
    plan,
    proposal,
    proposals,
)

WEIGHTS = {"area": 5, "community": 3, "twins": 4}
TRAITS = ("language:ro", "language:ar", "area:CV1", "area:CV2", "community:roma", "twins")
ROMANIAN = Companion("ana", frozenset({"language:ro", "area:CV1", "twins"}), places=2)
ARABIC = Companion("noor", frozenset({"language:ar", "area:CV2"}), places=1)
MOTHER = Asking("m1", must=frozenset({"language:ro"}), wishes=frozenset({"area:CV1", "community:roma"}))


def traits(most: int = len(TRAITS)) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(TRAITS), max_size=most)


def people() -> st.SearchStrategy[tuple[list[Asking], list[Companion]]]:
    companions = st.lists(
        st.builds(Companion, st.sampled_from("abcdef"), traits(), st.integers(0, 3), traits(1)),
        max_size=6,
        unique_by=lambda each: each.key,
    )
    askings = st.lists(
        st.builds(
            *(Asking, st.integers(0, 99).map(str), traits(1), traits(1), traits()),
            st.frozensets(st.sampled_from("abcdef"), max_size=2),
            *(traits(1), st.integers(0, 90), st.sampled_from(("", "x", "y"))),
        ),
        max_size=8,
        unique_by=lambda each: each.key,
    )
    return st.tuples(askings, companions)


def best_sum(gain: Whole, places: Whole) -> int:
    """The largest sum of gains, by integer programming."""
    rows, columns = gain.shape
    row, column = np.divmod(np.arange(gain.size), columns)
    once = (row == np.arange(rows)[:, None]).astype(float)
    room = (column == np.arange(columns)[:, None]).astype(float)
    limits = [LinearConstraint(once, -np.inf, 1), LinearConstraint(room, -np.inf, places)]
    upper = (gain.ravel() > 0).astype(float)
    answer = milp(-np.maximum(gain, 0).ravel(), constraints=limits, bounds=Bounds(0, upper), integrality=upper)
    assert answer.success
    return round(-answer.fun)


def instance(number: int) -> tuple[Whole, Whole]:
    """Rows and columns of an invented plan: some gains tie, some may not be, places are scarce or plenty."""
    random_number = np.random.default_rng(number)
    rows, columns = random_number.integers(1, 13), random_number.integers(1, 8)
    gain = random_number.integers(-4, 9, (rows, columns)) * random_number.choice([1, 100])
    return gain.astype(np.int64), random_number.integers(0, 4, columns)


def sum_of(gain: Whole, chosen: Whole) -> int:
    return sum(int(gain[row, column]) for row, column in enumerate(chosen) if column != ALONE)


def test_two_hundred_plans_are_as_good_as_an_independent_solvers() -> None:
    for number in range(200):
        gain, places = instance(number)
        chosen = best_plan(gain, places)
        assert (np.bincount(chosen[chosen != ALONE], minlength=len(places)) <= places).all()
        assert sum_of(gain, chosen) == best_sum(gain, places), number
        assert is_best(gain, places, chosen), number


def test_the_proof_denies_every_plan_that_is_worse() -> None:
    denied = 0
    for number in range(200):
        gain, places = instance(number)
        best = best_plan(gain, places)
        for row in np.flatnonzero(best != ALONE):
            worse = best.copy()
            worse[row] = ALONE
            assert not is_best(gain, places, worse), (number, row)
            denied += 1
    assert denied > 500


def test_the_proof_denies_two_who_should_change_places() -> None:
    gain, places = np.array([[5, 9], [9, 5]]), np.array([1, 1])
    assert not is_best(gain, places, np.array([0, 1]))
    assert is_best(gain, places, np.array([1, 0]))


@given(people(), st.randoms(use_true_random=False))
def test_no_rule_is_broken_and_the_order_of_people_changes_nothing(
    both: tuple[list[Asking], list[Companion]], shuffled: random.Random
) -> None:
    askings, companions = both
    made = plan(askings, companions, WEIGHTS)
    assert kept_to_the_rules(made, askings, companions)
    assert made.proved
    assert {each.asking for each in (*made.pairs, *made.left_over)} == {each.key for each in askings}
    shuffled.shuffle(askings)
    shuffled.shuffle(companions)
    assert plan(askings, companions, WEIGHTS) == made


@pytest.mark.thorough
@settings(max_examples=10_000, deadline=None)
@given(people())
def test_no_rule_is_broken_in_ten_thousand_cases(both: tuple[list[Asking], list[Companion]]) -> None:
    askings, companions = both
    made = plan(askings, companions, WEIGHTS)
    assert kept_to_the_rules(made, askings, companions)
    assert made.proved


def test_the_control_a_rule_broken_by_hand_is_noticed() -> None:
    made = plan([Asking("ana", must=frozenset({"language:ro"}))], [ROMANIAN], WEIGHTS)
    assert kept_to_the_rules(made, [Asking("ana", must=frozenset({"language:ro"}))], [ROMANIAN])
    assert not kept_to_the_rules(made, [Asking("ana", must_not=frozenset({"language:ro"}))], [ROMANIAN])


def kept_to_the_rules(made: Plan, askings: list[Asking], companions: list[Companion]) -> bool:
    asks, hosts = {each.key: each for each in askings}, {each.key: each for each in companions}
    for pair in made.pairs:
        host = hosts[pair.companion]
        if broken_rules(asks[pair.asking], host) or pair != proposal(asks[pair.asking], host, WEIGHTS):
            return False
        hosts[pair.companion] = replace(host, places=host.places - 1)
    return True


def test_who_waited_longest_comes_first_and_more_pairs_come_before_that() -> None:
    patient = Asking("patient", must=frozenset({"language:ro"}), waited=60)
    new = Asking("new", must=frozenset({"language:ro"}), wishes=frozenset({"area:CV1"}))
    one = replace(ROMANIAN, places=1)
    assert [each.asking for each in plan([new, patient], [one], WEIGHTS).pairs] == ["patient"]
    both = replace(ARABIC, traits=ARABIC.traits | {"language:ro"})
    only_ana = replace(new, vetoed=frozenset({"noor"}))
    made = plan([only_ana, patient], [one, both], WEIGHTS)
    assert {each.asking: each.companion for each in made.pairs} == {"new": "ana", "patient": "noor"}


def test_a_pair_says_what_it_meets_and_what_not() -> None:
    pair = proposal(MOTHER, ROMANIAN, WEIGHTS)
    assert (pair.met, pair.unmet, pair.fit) == (("area:CV1",), ("community:roma",), 100 * 5 // 8)
    assert proposal(replace(MOTHER, wishes=frozenset()), ARABIC, WEIGHTS).fit == MOST_FIT


def test_each_broken_rule_is_named() -> None:
    mother = replace(MOTHER, must_not=frozenset({"area:CV2"}), vetoed=frozenset({"noor"}), traits=frozenset({"twins"}))
    host = replace(ARABIC, places=0, must_not=frozenset({"twins"}))
    assert broken_rules(mother, host) == ("language:ro", "area:CV2", "twins", VETOED, FULL)
    assert broken_rules(MOTHER, ROMANIAN) == ()


def test_proposals_are_the_best_that_may_be() -> None:
    further = replace(ROMANIAN, key="ina", traits=frozenset({"language:ro"}), places=9)
    assert [each.companion for each in proposals(MOTHER, [further, ARABIC, ROMANIAN], WEIGHTS)] == ["ana", "ina"]
    assert [each.companion for each in proposals(MOTHER, [further, ROMANIAN], WEIGHTS, most=1)] == ["ana"]


def test_who_is_left_over_learns_which_rule_kept_whom_from_her() -> None:
    made = plan([MOTHER, replace(MOTHER, key="m2")], [ARABIC], WEIGHTS)
    assert [each.kept_away for each in made.left_over] == [(("language:ro", 1),)] * 2
    scarce = plan([MOTHER, replace(MOTHER, key="m2")], [replace(ROMANIAN, places=1)], WEIGHTS)
    assert [each.kept_away for each in scarce.left_over] == [()]


def test_how_each_group_fares_is_told() -> None:
    asks = [replace(MOTHER, group="roma"), Asking("m2", must=frozenset({"language:ti"}), group="eritrean")]
    by_group = {each.group: (each.asked, each.placed, each.fit) for each in plan(asks, [ROMANIAN], WEIGHTS).groups}
    assert by_group == {"roma": (1, 1, 62.0), "eritrean": (1, 0, None)}


@pytest.mark.parametrize(
    ("asks", "hosts", "weights", "said"),
    [
        ([MOTHER, MOTHER], [], WEIGHTS, "askings: m1 comes twice"),
        ([], [ARABIC, ARABIC], WEIGHTS, "companions: noor comes twice"),
        ([replace(MOTHER, waited=-1)], [], WEIGHTS, "waited of m1 must be 0 or more"),
        ([MOTHER], [replace(ARABIC, places=-1)], WEIGHTS, "places: -1 at position 0"),
        ([MOTHER], [ARABIC], {"area": -1}, "weights: area is -1"),
    ],
)
def test_bad_input_is_named(asks: list[Asking], hosts: list[Companion], weights: dict[str, int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        plan(asks, hosts, weights)


def test_a_plan_that_breaks_a_rule_cannot_be_judged() -> None:
    gain, places = np.array([[5], [5]]), np.array([1])
    for broken in ([0, 0], [-1, -1, 0]):
        with pytest.raises(ValueError, match="plan: it puts"):
            is_best(gain, places, np.array(broken))
    with pytest.raises(ValueError, match="most is 0"):
        proposals(MOTHER, [ARABIC], WEIGHTS, most=0)
    with pytest.raises(ValueError, match="more than can be added up"):
        best_plan(np.array([[2**52], [2**52], [2**52]]), places)
