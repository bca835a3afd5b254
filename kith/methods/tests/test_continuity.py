"""Continuity of care: worked by hand, and true of any contacts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.methods import bice_boxerman, clustered_proportion, continuity, proportion, usual_provider

CONTACTS = st.lists(st.integers(0, 30), min_size=1, max_size=8)
PLACES = st.lists(st.lists(st.integers(1, 12), min_size=0, max_size=5), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("contacts", "usual", "pairs"),
    [
        ([6], 1, 1),
        ([3, 3], 0.5, 0.4),  # 6 of the 15 pairs
        ([1, 1, 1, 1], 0.25, 0),
        ([5, 2, 1], 0.625, 22 / 56),
        ([9, 1], 0.9, 0.8),
    ],
)
def test_worked_by_hand(contacts, usual, pairs):
    assert usual_provider(contacts) == pytest.approx(usual, abs=1e-15)
    assert bice_boxerman(contacts) == pytest.approx(pairs, abs=1e-15)


def test_one_contact_makes_no_pair_and_none_makes_no_share():
    assert usual_provider([1, 0]) == 1
    assert np.isnan(bice_boxerman([1, 0]))
    assert np.isnan(usual_provider([0, 0]))


@given(CONTACTS)
def test_both_lie_between_a_new_face_every_time_and_one_person_throughout(contacts):
    total = sum(contacts)
    usual, pairs = usual_provider(contacts), bice_boxerman(contacts)
    if total:
        assert 1 / len(contacts) - 1e-12 <= usual <= 1
    if total > 1:
        assert 0 <= pairs <= 1
        assert (pairs == 1) == (max(contacts) == total)
        assert (pairs == 0) == (max(contacts) == 1)


@given(CONTACTS, st.randoms())
def test_nobody_counts_for_more_by_standing_first(contacts, random):
    mixed = random.sample(contacts, len(contacts))
    assert usual_provider(mixed) == usual_provider(contacts) or sum(contacts) == 0
    assert bice_boxerman(mixed) == bice_boxerman(contacts) or sum(contacts) < 2


@given(PLACES)
def test_a_whole_place_at_once_says_the_same_as_family_by_family(place):
    pairs = [(at, count) for at, counts in enumerate(place) for count in counts]
    found = continuity([at for at, _ in pairs], [count for _, count in pairs], families=len(place))
    for at, counts in enumerate(place):
        assert found.contacts[at] == sum(counts)
        np.testing.assert_equal(found.usual_provider[at], usual_provider(counts or [0]))
        np.testing.assert_allclose(found.bice_boxerman[at], bice_boxerman(counts or [0]), rtol=1e-15)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)).map(sorted), min_size=2, max_size=40))
def test_a_clustered_share_lies_in_its_interval_which_is_never_narrower_than_wilsons(families):
    x, n = (np.array(each) for each in zip(*families, strict=True))
    found, plain = clustered_proportion(x, n), proportion(x.sum(), n.sum())
    assert found.value == pytest.approx(plain.value)
    assert 0 <= found.lower <= found.value + 1e-12 <= found.upper + 2e-12 <= 1 + 3e-12
    assert found.upper - found.lower >= plain.upper - plain.lower - 1e-12


def test_families_of_one_contact_each_give_wilsons_interval():
    x = [1] * 30 + [0] * 20
    found, plain = clustered_proportion(x, [1] * 50), proportion(30, 50)
    assert (found.lower, found.upper) == pytest.approx((plain.lower, plain.upper), abs=0.003)


def test_contacts_that_all_agree_within_a_family_count_as_one():
    found = clustered_proportion([10, 10, 10, 0, 0], [10] * 5)
    assert found.upper - found.lower > 3 * (proportion(30, 50).upper - proportion(30, 50).lower) / 2


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: usual_provider([1, -2]), r"counts\[1\] is -2.*must not be negative"),
        (lambda: bice_boxerman([1, 2.5]), r"counts\[1\]"),
        (lambda: usual_provider(4), "single number"),
        (lambda: continuity([0, 1], [3]), "one list of one length"),
        (lambda: continuity([0, 7], [3, 1], families=3), "must be below families"),
        (lambda: clustered_proportion([3], [2]), r"x\[0\] is 3.*must not exceed n"),
    ],
)
def test_bad_input_is_refused_with_what_and_where(call, words):
    with pytest.raises(ValueError, match=words):
        call()
