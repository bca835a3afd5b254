"""What is said of a quarter at the edges of each rule of publication."""

import pytest

from kith.insight.rules.figures import ChangeWord, Counts, Figure, PublicationRules, State, change, publish
from kith.kernel.quarter import Quarter
from kith.methods import difference, proportion

QUARTER = Quarter(2026, 1)


def said(due, fed, not_fed, *, is_over=True, births=None):
    counts = Counts(due, fed, not_fed)
    return publish(QUARTER, counts, PublicationRules(), is_over=is_over, births_expected=births or due)


@pytest.mark.parametrize("is_over", [True, False])
def test_a_quarter_without_babies_or_with_few_says_nothing_else(is_over):
    assert said(0, 0, 0, is_over=is_over) == Figure(QUARTER, State.NO_BABIES, is_provisional=not is_over)
    assert said(100, 7, 93, is_over=is_over) == Figure(QUARTER, State.HIDDEN, is_provisional=not is_over)


@pytest.mark.parametrize(
    ("due", "fed", "not_fed", "state"),
    [
        (100, 8, 92, State.PUBLISHED),
        (100, 92, 8, State.PUBLISHED),
        (100, 93, 7, State.HIDDEN),
        (100, 100, 0, State.HIDDEN),
        (100, 0, 100, State.HIDDEN),
        (100, 1, 99, State.HIDDEN),
        (100, 55, 40, State.PUBLISHED),
        (100, 55, 39, State.NOT_PUBLISHED),
    ],
)
def test_a_rate_is_published_from_eight_on_either_side_and_ninety_five_in_a_hundred_known(due, fed, not_fed, state):
    assert said(due, fed, not_fed).state is state


def test_a_published_quarter_says_all_that_may_be_said():
    assert said(200, 100, 90) == Figure(
        QUARTER,
        State.PUBLISHED,
        is_provisional=False,
        due=200,
        fed=100,
        known=190,
        unknown=10,
        share_unknown=0.05,
        of_due=proportion(100, 200),
        of_due_wide=proportion(100, 200, confidence=0.998),
        of_known=proportion(100, 190),
        is_far_from_births=False,
    )


def test_a_quarter_that_is_not_over_is_provisional_and_never_far_from_births():
    found = said(200, 100, 90, is_over=False, births=1000)
    assert (found.state, found.is_provisional, found.is_far_from_births) == (State.PROVISIONAL, True, False)


def test_few_unknown_or_few_not_fed_hide_the_parts_and_not_the_rate():
    for found in (said(200, 100, 93), said(200, 190, 7), said(200, 100, 99)):
        assert found.of_due is not None or found.state is not State.PUBLISHED
        assert (found.known, found.unknown, found.share_unknown, found.of_known) == (None, None, None, None)
    assert said(200, 100, 92).unknown == 8
    assert said(200, 100, 100).unknown == 0


def test_a_quarter_of_which_too_little_is_known_says_how_little():
    found = said(200, 100, 80)
    assert found == Figure(QUARTER, State.NOT_PUBLISHED, due=200, share_unknown=0.1)
    assert said(200, 100, 7).share_unknown is None


@pytest.mark.parametrize(("births", "is_far"), [(250, False), (251, True), (167, False), (166, True)])
def test_babies_due_are_far_from_births_beyond_a_fifth(births, is_far):
    assert said(200, 100, 90, births=births).is_far_from_births is is_far


def test_a_change_runs_from_the_first_to_the_last_published_quarter():
    low, middle, high = said(400, 100, 300), said(400, 190, 200), said(400, 200, 200)
    hidden = said(100, 1, 99)
    found = change([hidden, low, middle, high, hidden])
    assert found is not None
    assert (found.first, found.last, found.by) == (low, high, difference(100, 400, 200, 400))
    assert found.word is ChangeWord.ROSE
    assert change([high, low]).word is ChangeWord.FELL
    assert change([middle, high]).word is ChangeWord.NOT_CLEAR
    assert change([hidden, low, hidden]) is None
