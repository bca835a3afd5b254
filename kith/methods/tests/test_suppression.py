"""Suppression under attack: an attacker with the margins and linear programming learns no small count."""

import itertools
import time

import numpy as np
import pytest

from kith.methods import CannotProtect, suppress
from testing.attack import ranges
from testing.pinning import faults, is_broken_without_company, promise, random_table

TABLES = 50


def test_no_hidden_count_of_fifty_tables_is_pinned():
    found = [faults(seed) for seed in range(TABLES)]
    assert [fault for each in found if each for fault in each] == []
    assert found.count(None) < TABLES / 5


def test_hiding_only_the_small_counts_is_broken_by_the_same_attacker():
    assert sum(is_broken_without_company(seed) for seed in range(TABLES)) > TABLES * 0.3


def test_the_cost_is_that_of_brute_force():
    costs = [both for seed in range(16) if (both := cost_and_least_cost(seed))]
    assert len(costs) >= 10
    assert [got for got, least in costs if got != least] == []


def cost_and_least_cost(seed):
    """What it costs to protect a table, and the least that trying every choice finds; nothing where none is to do."""
    random = np.random.default_rng(1000 + seed)
    counts = random.poisson(random.uniform(8, 16), (3, 3 + (seed % 8 == 0)))
    primary = (counts >= 1) & (counts <= 7)
    if primary.sum() in {0, counts.size}:
        return None
    try:
        got = suppress(counts)
    except CannotProtect:
        return None
    cost = np.where(counts == 0, 9, counts + 1)
    assert got.cost == cost[got.hidden].sum()
    free, kept = np.argwhere(~primary), promise(counts, primary)
    choices = sorted(
        (sum(cost[tuple(cell)] for cell in chosen), i, chosen)
        for size in range(len(free) + 1)
        for i, chosen in enumerate(itertools.combinations(free.tolist(), size))
    )
    for extra, _, chosen in choices:
        hidden = primary.copy()
        for cell in chosen:
            hidden[tuple(cell)] = True
        if kept(hidden):
            return got.cost, extra + cost[primary].sum()
    return got.cost, None


def twelve_quarters(births, seed=0):
    """Births by quarter and the 18 ethnic category codes, most of them rare."""
    share = np.array([45, 1, 8, 1.5, 1.2, 1.2, 2, 8, 7, 2, 3, 1.2, 5, 0.8, 1, 3, 6, 3.1])
    return np.random.default_rng(seed).multinomial(births, share / share.sum(), size=12)


@pytest.mark.parametrize("births", [150, 400, 900, 1800])
def test_twelve_quarters_by_eighteen_codes_are_proved_optimal_in_five_seconds(births):
    counts, began = twelve_quarters(births), time.process_time()  # of this process: other work does not count
    got = suppress(counts, time_limit=60)
    assert got.optimal
    assert time.process_time() - began < 5
    low, high = ranges(counts, got.hidden)
    assert (high - low > 0.5).all()


@pytest.mark.parametrize("time_limit", [0.0, 0.02, 0.3])
def test_at_the_time_limit_the_answer_is_protected_all_the_same(time_limit):
    for counts in (twelve_quarters(900), random_table(21)):
        got, best = suppress(counts, time_limit=time_limit), suppress(counts, time_limit=60)
        low, high = ranges(counts, got.hidden)
        assert (high - low > 0.05).all()
        assert got.hidden[got.primary].all()
        assert got.cost >= best.cost if not got.optimal else got.cost == best.cost


def test_three_dimensions_publish_every_two_way_table():
    counts = np.random.default_rng(5).poisson(9, (3, 3, 4))
    got = suppress(counts, time_limit=60)
    low, high = ranges(counts, got.hidden)
    assert (high - low > 0.5).all()
    assert got.optimal


def test_a_table_without_small_counts_hides_nothing_and_zeros_are_shown():
    got = suppress([[10, 0, 30], [20, 40, 0]])
    assert not got.hidden.any()
    assert (got.cost, got.optimal) == (0, True)
    some = suppress([[3, 0, 30, 12], [20, 40, 9, 14], [11, 25, 17, 31]])
    assert some.hidden[0, 0]
    assert not some.hidden[0, 1]


def test_a_zero_is_hidden_only_where_a_small_count_has_no_other_company():
    counts = np.array([[2, 0, 0], [0, 30, 20], [0, 25, 15]])
    got = suppress(counts)
    assert got.hidden[0, 0]
    low, high = ranges(counts, got.hidden)
    assert (high - low > 0.5).all()


def test_margins_that_give_a_count_away_are_refused_with_its_place():
    with pytest.raises(CannotProtect, match=r"counts\[0, 0\] is 3: its margins give it away; merge"):
        suppress([[3, 0], [0, 0]])
    with pytest.raises(ValueError, match=r"counts\[0, 1\] is 5"):
        suppress([[20, 5, 30]])


def of_two_releases(old_counts, old, new_counts, new):
    """What an attacker with both releases can say of the new hidden cells; unchanged cells are the same number."""
    old_counts, new_counts = np.array(old_counts, float), np.array(new_counts, float)
    part = tuple(slice(0, size) for size in old_counts.shape)
    hidden = new.hidden.copy()
    hidden[part] &= old.hidden
    cells = np.arange(new_counts.size).reshape(new_counts.shape)[part]
    rows = []
    for axis in range(old_counts.ndim):
        for line in np.moveaxis(cells, axis, -1).reshape(-1, cells.shape[axis]):
            row = np.zeros(new_counts.size)
            row[line] = 1
            rows.append((row, new_counts.ravel()[line].sum()))
    return hidden, ranges(new_counts, hidden, more=rows)


def test_the_next_release_with_a_new_quarter_gives_nothing_of_the_last_away():
    tried = 0
    for seed in range(12):
        random = np.random.default_rng(2000 + seed)
        counts = random.poisson(random.uniform(8, 20), (5, 5))
        try:
            last = suppress(counts[:4])
            got = suppress(counts, previous=last)
        except CannotProtect:  # the margins of one of the releases give a count away
            continue
        tried += 1
        assert got.hidden[got.primary].all(), seed
        assert (got.exposed == False).all(), seed  # noqa: E712
        hidden, (low, high) = of_two_releases(counts[:4], last, counts, got)
        assert hidden[got.primary].all(), seed
        assert (high - low > 0.5).all(), seed
    assert tried >= 8


def test_without_the_memory_of_the_last_release_its_difference_breaks_the_next():
    broken = 0
    for seed in range(30):
        random = np.random.default_rng(2000 + seed)
        counts = random.poisson(random.uniform(8, 20), (5, 5))
        try:
            last, forgetful = suppress(counts[:4]), suppress(counts)
        except CannotProtect:
            continue
        hidden, (low, high) = of_two_releases(counts[:4], last, counts, forgetful)
        broken += bool((high - low < 1e-4).any() or not hidden[forgetful.primary].all())
    assert broken > 3


def test_the_last_release_may_be_given_in_three_ways_and_marks_what_it_showed():
    counts = np.array([[3, 12, 15], [20, 14, 30], [25, 18, 16]])
    last = suppress(counts)
    for previous in (last, (counts, last.hidden), last.hidden):
        np.testing.assert_array_equal(suppress(counts, previous=previous).hidden, last.hidden)
    shown = suppress(counts, threshold=2)
    assert not shown.hidden.any()
    assert list(np.argwhere(suppress(counts, previous=shown).exposed)[0]) == [0, 0]


def test_a_revised_count_protects_the_old_one_too():
    counts = np.array([[3, 12, 15, 11], [20, 14, 30, 9], [25, 18, 16, 22], [14, 17, 13, 19]])
    last = suppress(counts)
    revised = counts.copy()
    revised[0, 0] = 5
    got = suppress(revised, previous=last)
    low, high = ranges(revised, got.hidden)
    assert (high - low > 0.5).all()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: suppress([1, 2, 3]), "counts has 1 dimensions: it must have two or three"),
        (lambda: suppress([[1, 2], [3, None]]), r"counts\[1, 1\] is nan: it must not be missing"),
        (lambda: suppress([[1, -2], [3, 4]]), r"counts\[0, 1\] is -2.0: it must not be negative"),
        (lambda: suppress([[1, 2.5], [3, 4]]), r"counts\[0, 1\] is 2.5: it must be a whole number"),
        (lambda: suppress([[1, 2], [3]]), "counts must be rectangular"),
        (lambda: suppress([[10, 20], [30, 40]], threshold=0), "threshold is 0"),
        (lambda: suppress([[10, 20], [30, 40]], previous=[[1, 0], [0, 1]]), "previous must be a Suppression"),
        (lambda: suppress([[10, 20], [30, 40]], previous=np.ones((3, 2), bool)), "previous has"),
    ],
)
def test_bad_input_is_refused_by_argument_position_and_rule(call, words):
    with pytest.raises(ValueError, match=words):
        call()
