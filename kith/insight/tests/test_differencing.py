"""Sequences of releases under attack, and the control that the same attack succeeds without memory."""

from testing.differencing import faults, without_memory

SEQUENCES = 50


def test_no_two_of_fifty_sequences_of_releases_give_a_small_count_away():
    assert [fault for seed in range(SEQUENCES) for fault in faults(seed)] == []


def test_without_memory_the_same_attack_learns_small_counts():
    assert sum(bool(faults(seed, without_memory)) for seed in range(SEQUENCES // 2)) > SEQUENCES // 2 * 0.3
