"""A draw is fair and can be repeated; sizes and verdicts agree with other software."""

from __future__ import annotations

import random
from hashlib import sha256
from itertools import product

import pytest
from scipy.stats import chi2, hypergeom
from statsmodels.stats.proportion import proportion_confint, samplesize_confint_proportion

from kith.methods import proportion
from kith.methods.sampling import (
    Verdict,
    draw,
    judge,
    precision,
    shared_out,
    size_needed,
    stratified_draw,
)

PEOPLE = tuple(f"card-{number}" for number in range(40))
REPETITIONS = 10_000


def test_ten_thousand_draws_reach_all_alike() -> None:
    drawn = dict.fromkeys(PEOPLE, 0)
    for number in range(REPETITIONS):
        for each in draw(PEOPLE, 10, seed=f"draw {number}"):
            drawn[each] += 1
    assert _is_fair([*drawn.values()])


def _is_fair(counts: list[int]) -> bool:
    """Whether the counts vary as those of a draw without replacement do, by chi-squared."""
    people, expected = len(counts), sum(counts) / len(counts)
    variance = expected * (1 - expected / REPETITIONS) * people / (people - 1)
    return float(chi2.sf(sum((count - expected) ** 2 for count in counts) / variance, people - 1)) > 0.001


def test_the_control_a_draw_that_prefers_one_a_little_is_noticed() -> None:
    drawn = dict.fromkeys(PEOPLE, 0)
    for number in range(REPETITIONS):
        chosen = set(draw(PEOPLE, 10, seed=f"draw {number}"))
        if number % 10 == 0:
            chosen = {*sorted(chosen)[:9], PEOPLE[0]} if PEOPLE[0] not in chosen else chosen
        for each in chosen:
            drawn[each] += 1
    assert not _is_fair([*drawn.values()])


def test_pairs_meet_as_often_as_they_should() -> None:
    few = PEOPLE[:6]
    met = {pair: 0 for pair in product(few, few) if pair[0] < pair[1]}
    for number in range(REPETITIONS):
        chosen = draw(few, 3, seed=str(number))
        for pair in met:
            met[pair] += pair[0] in chosen and pair[1] in chosen
    expected = REPETITIONS * float(hypergeom(6, 2, 3).pmf(2))
    assert max(abs(count - expected) for count in met.values()) < 5 * (expected * 0.8) ** 0.5


def test_the_same_seed_draws_the_same_whatever_the_order_and_the_tool() -> None:
    shuffled = [*PEOPLE]
    random.Random(3).shuffle(shuffled)
    drawn = draw(shuffled, 7, seed="2026-12-01 café")
    by_hand = sorted(PEOPLE, key=lambda key: sha256(f"2026-12-01 café:{key}".encode()).hexdigest())[:7]
    assert drawn == draw(PEOPLE, 7, seed="2026-12-01 café") == tuple(by_hand)
    assert drawn != draw(PEOPLE, 7, seed="another")
    assert draw(PEOPLE, 12, seed="a")[:7] == draw(PEOPLE, 7, seed="a")  # more are drawn behind those drawn before


def test_strata_are_kept_in_proportion() -> None:
    strata = {"Romanian": PEOPLE[:20], "Urdu": PEOPLE[20:30], "English": PEOPLE[30:]}
    drawn = stratified_draw(strata, 9, seed="x")
    assert {name: len(keys) for name, keys in drawn.items()} == shared_out(
        {"Romanian": 20, "Urdu": 10, "English": 10}, 9
    )
    assert all(set(keys) <= set(strata[name]) for name, keys in drawn.items())
    assert shared_out({"a": 20, "b": 10, "c": 10}, 9) == {"a": 5, "b": 2, "c": 2}
    assert shared_out({"b": 1, "a": 1, "c": 1}, 1) == {"a": 1, "b": 0, "c": 0}
    assert shared_out({"a": 0}, 0) == {"a": 0}


def test_shares_add_up_and_no_stratum_gives_more_than_it_has() -> None:
    chance = random.Random(5)
    for _ in range(300):
        strata = {str(name): chance.randrange(30) for name in range(chance.randrange(1, 7))}
        size = chance.randint(0, sum(strata.values()))
        sizes = shared_out(strata, size)
        assert sum(sizes.values()) == size
        assert all(0 <= sizes[name] <= people for name, people in strata.items())
        exact = {name: size * people / max(1, sum(strata.values())) for name, people in strata.items()}
        assert all(abs(sizes[name] - exact[name]) < 1 for name in strata)


def test_eighty_per_cent_of_twelve_mothers_is_never_called_met() -> None:
    assert {judge(yes, 12).verdict for yes in range(10, 13)} == {Verdict.TOO_FEW}
    assert judge(10, 12).share == proportion(10, 12)


def test_a_verdict_says_on_which_side_the_whole_interval_lies() -> None:
    for asked, yes in ((asked, yes) for asked, yes in product((1, 5, 30, 100, 400), range(401)) if yes <= asked):
        lower, upper = proportion_confint(yes, asked, method="wilson")
        wanted = Verdict.MET if lower >= 0.8 else Verdict.NOT_MET if upper < 0.8 else Verdict.TOO_FEW
        assert judge(yes, asked).verdict is wanted
    assert judge(0, 0).verdict is Verdict.TOO_FEW
    assert judge(95, 100, standard=0.95).verdict is Verdict.TOO_FEW


def test_enough_are_drawn_for_the_margin_and_not_one_more() -> None:
    for people in (1, 2, 30, 50, 400, 10_000):
        for margin in (0.03, 0.1, 0.5):
            size = size_needed(people, margin=margin)
            assert precision(size, people) <= margin
            assert size == 1 or precision(size - 1, people) > margin
    assert size_needed(0, margin=0.1) == 0
    assert precision(50, 50) == 0.0


def test_among_very_many_the_size_is_the_textbooks() -> None:
    for margin in (0.02, 0.05, 0.1):
        textbook = samplesize_confint_proportion(0.8, margin)
        assert abs(size_needed(10**9, margin=margin) - textbook) <= 1


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: draw(("a", "a"), 1, seed="x"), "people: 1 keys stand there more than once"),
        (lambda: draw(("a",), 2, seed="x"), "size is 2: it must lie between 0 and the 1 there are"),
        (lambda: stratified_draw({"a": ["k"], "b": ["k"]}, 1, seed="x"), "strata: 1 keys stand there more than once"),
        (lambda: shared_out({"a": -1}, 0), "strata['a'] is -1"),
        (lambda: shared_out({"a": 3}, 4), "size is 4"),
        (lambda: precision(0, 5), "size is 0: it must lie between 1"),
        (lambda: precision(3, 5, expected=80), "expected is 80: it must lie between 0 and 1"),
        (lambda: size_needed(10, margin=0), "margin is 0: it must be above zero"),
        (lambda: size_needed(-1, margin=0.1), "people is -1"),
        (lambda: judge(3, 2), "x"),
        (lambda: judge(1, 2, standard=80), "standard is 80"),
        (lambda: judge(1, 2, confidence=95), "confidence is 95"),
    ],
)
def test_bad_input_is_named(wrong, words: str) -> None:
    with pytest.raises(ValueError) as told:
        wrong()
    assert words in str(told.value)
