"""Suppression of percentages: numerator, rest and denominator under attack together."""

import numpy as np
import pytest
from scipy import sparse

from kith.methods import CannotProtect, suppress_proportion
from testing.attack import possible, sums_along_every_axis


def ranges(x, n, got):
    """What an attacker can say of numerator, rest and denominator of each group: three rows of least and greatest."""
    x, n = np.asarray(x, float), np.asarray(n, float)
    size, sums = x.size, sums_along_every_axis(x.shape)
    nothing = sparse.csr_array(sums.shape)
    one = sparse.eye_array(size)
    matrix = sparse.vstack(
        [
            sparse.hstack([sums, nothing, nothing]),
            sparse.hstack([nothing, nothing, sums]),
            sparse.hstack([one, one, -one]),
        ],
        format="csr",
    )
    truth = np.concatenate([x.ravel(), (n - x).ravel(), n.ravel()])
    unknown = np.concatenate([got.hidden.ravel(), got.hidden.ravel(), got.hidden_denominator.ravel()])
    low, high = np.where(unknown, 0.0, truth), np.where(unknown, np.inf, truth)
    least, most = possible(matrix, matrix @ truth, low, high, np.arange(3 * size))
    return least.reshape(3, *x.shape), most.reshape(3, *x.shape)


def random_groups(seed):
    """Numerators and denominators of a few groups, some small, some with none counted."""
    random = np.random.default_rng(3000 + seed)
    shape = [(8,), (3, 4), (3, 3), (2, 3, 2)][seed % 4]
    n = random.poisson(random.uniform(15, 60) * random.lognormal(0, 0.5, shape)) + 3
    x = random.binomial(n, random.uniform(0.3, 0.7))
    x.flat[0] = 0 if seed % 3 else n.flat[0]
    return x, n


@pytest.mark.parametrize("chunk", range(4))
def test_no_share_of_two_dozen_tables_is_given_away(chunk):
    refused = 0
    for seed in range(chunk * 6, chunk * 6 + 6):
        x, n = random_groups(seed)
        try:
            got = suppress_proportion(x, n, time_limit=60)
        except CannotProtect:
            refused += 1
            continue
        assert got.optimal
        assert got.hidden[got.primary].all()
        assert got.hidden[got.hidden_denominator].all()
        least, most = ranges(x, n, got)
        assert (most - least > 0.05)[0][got.hidden].all(), seed
        assert (most - least > 0.05)[2][got.hidden_denominator].all(), seed
        for row, count in enumerate((x, n - x)):  # nobody can say that it is nobody
            nobody = (count == 0) & (n > 0)
            assert (most[row][nobody] > 0.5).all(), seed
    assert refused < 6


def test_nobody_everybody_and_nearly_everybody_are_disclosive_however_large_the_group():
    n = [900, 800, 700, 600, 500, 400]
    got = suppress_proportion([0, 800, 695, 300, 250, 200], n)
    assert list(got.primary) == [True, True, True, False, False, False]
    assert not got.hidden_denominator.any()
    assert suppress_proportion([8, 400], [500, 800]).primary.tolist() == [False, False]


def test_a_small_group_hides_its_denominator_and_never_shows_its_share():
    got = suppress_proportion([3, 40, 50, 60], [6, 90, 95, 99])
    assert got.hidden_denominator[0]
    assert got.hidden_denominator.sum() >= 2
    assert got.hidden[got.hidden_denominator].all()


def test_a_group_of_nobody_is_shown():
    got = suppress_proportion([0, 40, 50], [0, 90, 95])
    assert not got.hidden.any()


def test_the_next_release_knows_the_last():
    x, n = np.array([[3, 20, 30], [25, 28, 33], [40, 22, 35]]), np.full((3, 3), 60)
    last = suppress_proportion(x[:2], n[:2])
    got = suppress_proportion(x, n, previous=last)
    part = got.hidden[:2] & last.hidden
    assert part[0, 0]
    hidden = got.hidden.copy()
    hidden[:2] &= last.hidden
    sums = sums_along_every_axis(x.shape)
    old = sparse.hstack([sums_along_every_axis((2, 3)), sparse.csr_array((5, 3))])
    matrix = sparse.vstack([sums, old], format="csr")
    truth = x.ravel().astype(float)
    low, high = np.where(hidden.ravel(), 0, truth), np.where(hidden.ravel(), n.ravel(), truth)
    least, most = possible(matrix, matrix @ truth, low, high, np.flatnonzero(hidden.ravel()))
    assert (most - least > 0.5).all()


def test_at_the_time_limit_the_answer_is_protected_all_the_same():
    x, n = random_groups(5)
    for time_limit in (0.0, 0.05):
        got = suppress_proportion(x, n, time_limit=time_limit)
        least, most = ranges(x, n, got)
        assert (most - least > 0.05)[0][got.hidden].all()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: suppress_proportion([3], [2]), r"numerator\[0\] is 3.0: it must not exceed"),
        (lambda: suppress_proportion([3, 1], [2]), "in equal shapes"),
        (lambda: suppress_proportion([1.5], [2]), r"numerator\[0\] is 1.5: it must be a whole number"),
        (lambda: suppress_proportion([1], [None]), r"denominator\[0\] is nan"),
        (lambda: suppress_proportion([1], [20], threshold=0), "threshold is 0"),
        (lambda: suppress_proportion([1], [20], previous=[True]), "previous must be the ProportionSuppression"),
        (lambda: suppress_proportion([1], [20]), r"numerator\[0\]: the margins give it away"),
    ],
)
def test_bad_input_is_refused_by_argument_position_and_rule(call, words):
    with pytest.raises(ValueError, match=words):
        call()
