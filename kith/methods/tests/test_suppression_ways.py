"""The ways to a protected choice that the quick case never takes: without a proof, and with relaxed rounds."""

import math

import numpy as np
import pytest

from kith.methods import CannotProtect, suppress, suppress_proportion
from kith.methods.suppression import solve
from kith.methods.suppression.attack import Attacker, OutOfTime
from kith.methods.suppression.fallback import Task, closed
from kith.methods.suppression.model import Model, Target
from testing.attack import ranges
from testing.pinning import promise, random_table

SEEDS = (0, 1, 3, 4, 5, 6, 8, 19)


@pytest.fixture
def without_a_proof(monkeypatch):
    """The search for the cheapest choice never ends; there is time enough for the other way."""

    def never(*_asked):
        raise OutOfTime

    monkeypatch.setattr(solve, "_proved", never)


def tables():
    """Random tables with small counts that can be protected, each with its number."""
    for seed in SEEDS:
        counts = random_table(seed)
        small = (counts >= 1) & (counts <= 7)
        try:
            best = suppress(counts, time_limit=60)
        except CannotProtect:
            continue
        if small.any():
            yield seed, counts, best


@pytest.fixture(scope="module")
def proved():
    """The tables with the cheapest choice for each."""
    return list(tables())


def test_without_a_proof_nothing_is_hidden_that_need_not_be(proved, without_a_proof):
    spent = least = needed = 0
    for seed, counts, best in proved:
        got = suppress(counts, time_limit=60)
        assert not got.optimal
        kept = promise(counts, got.primary)
        assert kept(got.hidden), seed
        assert got.hidden[got.primary].all(), seed
        for cell in zip(*np.nonzero(got.hidden & ~got.primary), strict=True):
            fewer = got.hidden.copy()
            fewer[cell] = False
            needed += 1
            assert not kept(fewer), (seed, cell)
        assert got.cost >= best.cost, seed
        spent, least = spent + got.cost, least + best.cost
    assert needed > 20
    assert spent < 1.1 * least


def test_the_way_without_a_proof_hides_these_cells(without_a_proof):
    counts = [[3, 12, 15, 11], [20, 14, 30, 9], [25, 18, 16, 22], [14, 17, 13, 19]]
    hidden = np.argwhere(suppress(counts).hidden).tolist()
    assert hidden == [[0, 0], [0, 3], [1, 0], [1, 3]]


def test_with_shares_a_hidden_denominator_hides_its_share_without_a_proof_too(without_a_proof):
    n = np.array([[30, 6, 41, 28], [25, 33, 38, 52], [44, 29, 31, 36]])
    x = np.array([[12, 3, 20, 15], [11, 14, 0, 25], [20, 13, 15, 17]])
    got = suppress_proportion(x, n)
    assert not got.optimal
    assert got.hidden[got.hidden_denominator].all()
    assert got.hidden[got.primary].all()
    assert 0 < got.hidden_denominator.sum() < got.hidden.sum() < got.hidden.size


def test_relaxed_rounds_change_the_way_and_never_the_answer(proved, monkeypatch):
    asked = []
    objections = Attacker.objections

    def counted(self, targets, hidden):
        found = objections(self, targets, hidden)
        asked.append(len(found))
        return found

    monkeypatch.setattr(Attacker, "objections", counted)
    monkeypatch.setattr(solve, "SLOW", -1.0)
    for seed, counts, best in proved:
        got = suppress(counts, time_limit=60)
        assert (got.cost, got.optimal) == (best.cost, True), seed
    assert sum(asked) > 0, "no relaxed choice was ever broken"
    assert 0 in asked, "a relaxed choice is given up when nothing breaks it any more"


# --- the attacker ---------------------------------------------------------------------------------------------------


def attacker_of(counts):
    """An attacker who may believe anything from 0 to the total of each cell."""
    counts = np.asarray(counts, float)
    model = Model()
    places = np.array([model.add(value, i, 100.0) for i, value in enumerate(counts.ravel())]).reshape(counts.shape)
    model.bind_lines(places)
    return Attacker(model.system(), counts.size)


@pytest.mark.parametrize("seed", range(6))
def test_many_targets_together_are_judged_as_each_alone(seed):
    random = np.random.default_rng(seed)
    counts = random.integers(0, 20, (4, 5))
    hidden = random.uniform(size=counts.size) < 0.6
    targets = [Target(i, way, 3.0) for i in np.flatnonzero(hidden) for way in (1, -1)]
    together = {breach.target: breach.reach for breach in attacker_of(counts).breaches(targets, hidden)}
    alone = {}
    for target in targets:
        alone |= {breach.target: breach.reach for breach in attacker_of(counts).breaches([target], hidden)}
    assert together.keys() == alone.keys()
    assert together == pytest.approx(alone, abs=1e-6)
    low, high = ranges(counts, hidden.reshape(counts.shape))
    spread = dict(zip(np.flatnonzero(hidden), zip(low, high, strict=True), strict=True))
    for target in targets:
        true = counts.ravel()[target.number]
        reach = spread[target.number][1] - true if target.way > 0 else true - spread[target.number][0]
        assert (target in together) == (reach < 3.0 - 1e-6), target


def test_what_breaks_a_choice_taken_in_part_is_named_with_its_reach():
    attacker = attacker_of([[5, 10], [10, 5]])
    up = Target(0, 1, 4.0)
    assert attacker.objections([up], np.ones(4)) == []
    (half,) = attacker.objections([up], np.full(4, 0.3))
    assert half.reach == pytest.approx(0.3 * 10)  # as far as its neighbours can fall
    (none,) = attacker.objections([up], np.zeros(4) - 1.0)
    assert none.reach == pytest.approx(0.0)


def test_a_number_alone_in_its_sums_is_stuck_and_four_in_a_square_are_not():
    attacker = attacker_of([[5, 10, 8], [10, 5, 8], [9, 9, 9]])
    square = np.array([1, 1, 0, 1, 1, 0, 0, 0, 1], bool)
    assert attacker.stuck([0, 1, 3, 4, 8], square) == [8]


def test_an_attack_after_its_deadline_is_given_up():
    attacker = attacker_of([[5, 10], [10, 5]])
    assert attacker.deadline == math.inf
    attacker.deadline = -1.0
    with pytest.raises(OutOfTime):
        attacker.stuck([0], np.ones(4, bool))


def test_a_choice_is_closed_with_all_that_it_implies_and_left_as_it_was():
    task = Task(attacker_of([[5, 10], [10, 5]]).system, np.ones(4), np.zeros(4, bool), [], implies=((0, 2), (2, 3)))
    hidden = np.array([True, False, False, False])
    assert closed(task, hidden).tolist() == [True, False, True, True]
    assert hidden.tolist() == [True, False, False, False]


# --- the edges of what is disclosive --------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "is_small"), [(0, False), (1, True), (7, True), (8, False)])
def test_a_count_is_small_from_one_to_seven(count, is_small):
    counts = np.array([[count, 31, 22], [27, 35, 29], [33, 26, 38]])
    got = suppress(counts)
    assert got.primary.tolist() == [[is_small, False, False]] + [[False] * 3] * 2
    assert got.hidden[0, 0] == is_small


@pytest.mark.parametrize(
    ("numerator", "denominator", "share", "size"),
    [
        (0, 0, False, False),
        (0, 1, True, True),
        (1, 1, True, True),
        (3, 7, True, True),
        (4, 8, True, False),
        (8, 16, False, False),
        (7, 30, True, False),
        (23, 30, True, False),
        (22, 30, False, False),
        (0, 30, True, False),
        (30, 30, True, False),
    ],
)
def test_a_share_is_disclosive_by_its_numerator_its_rest_or_its_size(numerator, denominator, share, size):
    got = suppress_proportion([numerator, 20, 22, 24, 26], [denominator, 41, 45, 50, 55])
    assert got.primary.tolist() == [share, False, False, False, False]
    assert got.hidden[0] == share
    assert got.hidden_denominator[0] == size


def test_the_cost_adds_up_one_more_than_each_hidden_group():
    got = suppress_proportion([3, 20, 22, 24, 26], [30, 41, 45, 50, 55])
    n = np.array([30, 41, 45, 50, 55])
    assert got.cost == (n + 1)[got.hidden].sum() + (n + 1)[got.hidden_denominator].sum() > 0
    assert suppress_proportion([20, 22], [41, 45]).cost == 0


# --- a share after its last release ---------------------------------------------------------------------------------

X = np.array([[12, 3, 20, 15], [11, 14, 9, 25], [20, 13, 15, 17]])
N = np.array([[30, 26, 41, 38], [25, 33, 38, 52], [44, 29, 31, 36]])


def test_the_same_release_again_hides_the_same_and_exposes_nothing():
    last = suppress_proportion(X, N)
    again = suppress_proportion(X, N, previous=last)
    assert again.optimal
    assert (again.hidden == last.hidden).all()
    assert (again.hidden_denominator == last.hidden_denominator).all()
    assert not again.exposed.any()


def test_a_small_denominator_that_the_last_release_hid_is_hidden_again_at_the_same_cost():
    x, n = [3, 20, 22, 24, 26], [6, 41, 45, 50, 55]
    last = suppress_proportion(x, n)
    assert last.hidden_denominator[0]
    again = suppress_proportion(x, n, previous=last)
    assert (again.hidden_denominator == last.hidden_denominator).all()
    assert again.cost == last.cost


def test_what_the_last_release_showed_is_exposed_only_where_numerator_and_rest_are_the_same():
    x, n = np.array([3, 20, 22, 24, 26]), np.array([30, 41, 45, 50, 55])
    shown, one = suppress_proportion(x, n, threshold=2), np.eye(1, 5, dtype=int)[0]
    assert not shown.hidden.any()
    assert suppress_proportion(x, n, previous=shown).exposed.tolist() == [True, False, False, False, False]
    for changed in ((x, n + one), (x + one, n + one)):  # new, and small: but all the rest has been shown
        with pytest.raises(CannotProtect, match=r"^numerator\[0\]: the margins give it away"):
            suppress_proportion(*changed, previous=shown)


def test_a_new_place_is_protected_beside_the_last_release():
    last = suppress_proportion(X[:2], N[:2])
    got = suppress_proportion(X, N, previous=last)
    assert got.hidden[got.primary].all()
    assert not got.exposed.any()
    shown = ~last.hidden
    assert not got.hidden[:2][shown & (X[:2] == 0)].any()
