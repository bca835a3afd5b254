"""What may be released after what was released before."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.insight.rules.figures import Counts, Figure, PublicationRules, State, publish
from kith.insight.rules.frozen import digest, frozen, thawed
from kith.insight.rules.releases import Held, first_or_next, may_begin, may_release, told, without_parts
from kith.kernel.quarter import Quarter
from kith.kernel.refusal import Refusal

RULES = PublicationRules()
QUARTER = Quarter(2025, 4)
OTHER = QUARTER.next()


def said(fed, not_fed, unknown, quarter=QUARTER, rules=RULES):
    counts = Counts(fed + not_fed + unknown, fed, not_fed)
    return publish(quarter, counts, rules, is_over=True, births_expected=counts.due)


def after(*earlier, smallest_shown=8):
    """What may be released after these figures, of which the last is the newest."""
    *before, fresh = earlier
    seen, now = [], {}
    for each in before:
        now = {**now, each.quarter: each}
        seen.append(now)
    return first_or_next(fresh, seen, smallest_shown=smallest_shown)


def test_a_first_release_says_what_the_record_allows():
    assert after(said(420, 356, 24)).figure == said(420, 356, 24)
    assert after(said(420, 356, 24, OTHER), said(420, 356, 24)).held is None


def test_a_correction_that_changes_much_is_released_as_it_is():
    fresh = said(440, 346, 14)
    assert (after(said(420, 356, 24), fresh).figure, after(said(420, 356, 24), fresh).held) == (fresh, None)


@pytest.mark.parametrize("by", [1, 7])
def test_a_correction_by_a_few_is_refused_and_the_last_release_stands(by):
    assert after(said(420, 356, 24), said(420 + by, 356, 24 - by)).code == "nothing_to_correct"
    assert after(said(420, 356, 24), said(420, 356, 24)).code == "nothing_to_correct"


def test_a_correction_by_eight_is_released():
    assert after(said(420, 356, 24), said(428, 356, 16)).figure == said(428, 356, 16)


def test_a_place_that_calls_no_count_small_corrects_by_one():
    assert after(said(420, 356, 24), said(421, 356, 23), smallest_shown=1).figure == said(421, 356, 23)
    assert after(said(420, 356, 24), said(420, 356, 24), smallest_shown=1).code == "nothing_to_correct"


def test_where_only_the_parts_would_betray_a_few_they_are_held_back():
    found = after(said(420, 356, 24), said(440, 340, 20))
    assert (found.figure, found.held) == (without_parts(said(440, 340, 20)), Held.PARTS_WOULD_BETRAY)


def test_those_not_fed_taken_from_those_due_are_not_forgotten():
    found = after(said(420, 350, 30), said(440, 380, 13))
    assert (found.figure, found.held) == (without_parts(said(440, 380, 13)), Held.PARTS_WOULD_BETRAY)


def test_where_the_rate_would_betray_a_few_the_whole_quarter_is_held_back():
    found = after(said(420, 356, 24), said(423, 456, 24))
    assert (found.figure, found.held) == (Figure(QUARTER, State.HIDDEN), Held.ALL_WOULD_BETRAY)


def test_what_was_hidden_stays_hidden():
    few = said(3, 97, 0)
    assert after(few, said(420, 356, 24)).code == "nothing_to_correct"
    found = after(said(420, 376, 4), said(460, 376, 40))
    assert (found.figure.unknown, found.figure.of_known, found.held) == (None, None, Held.PARTS_STAY_HIDDEN)
    assert after(said(420, 356, 24), said(3, 797, 0)).figure.state is State.HIDDEN


def test_an_earlier_release_than_the_last_is_remembered():
    first, second = said(420, 356, 24), said(440, 356, 4 + 20)
    assert after(first, second).figure == second
    third = said(423, 373, 24)
    assert after(second, third).figure == third  # the control: the last release alone would let it pass
    assert after(first, second, third).held is Held.ALL_WOULD_BETRAY


def test_a_rolling_sum_of_quarters_is_remembered():
    before, other = said(420, 356, 24), said(400, 380, 20, OTHER)
    corrected, fresh = said(440, 336, 24), said(381, 399, 20, OTHER)
    assert after(other, fresh).figure == fresh  # the control: alone it may be said
    assert after(before, other, corrected, fresh).held is Held.ALL_WOULD_BETRAY


def test_a_rolling_sum_over_a_hidden_quarter_that_stays_as_it_was_is_remembered():
    third = OTHER.next()
    first = [said(420, 356, 24), said(3, 97, 0, OTHER), said(400, 380, 20, third)]
    fresh = said(381, 399, 20, third)
    assert after(*first, fresh).figure == fresh  # the control: alone it may be said
    assert after(*first, said(440, 336, 24), fresh).held is Held.ALL_WOULD_BETRAY


def test_a_quarter_of_which_enough_is_known_at_last_may_say_its_rate():
    before = said(420, 256, 124)
    assert before.state is State.NOT_PUBLISHED
    assert after(before, said(480, 300, 20)).figure.fed == 480
    assert after(said(420, 356, 24), said(400, 300, 100)).figure.state is State.NOT_PUBLISHED


counts = st.integers(0, 60)


@given(st.lists(st.tuples(counts, counts, counts), min_size=2, max_size=5))
def test_no_two_releases_differ_by_a_few(histories):
    rules = PublicationRules(known_at_least=0.5)
    seen = []
    for each in histories:
        found = first_or_next(said(*each, rules=rules), seen, smallest_shown=8)
        if not isinstance(found, Refusal):
            seen.append({QUARTER: found.figure})
    shown = [told(each[QUARTER]) for each in seen]
    apart = {abs(a - b) for at, new in enumerate(shown) for old in shown[:at] for a, b in zip(old, new, strict=True)}
    assert not {each for each in apart if not math.isnan(each)} & set(range(1, 8))


def test_what_a_figure_tells_is_all_that_sums_and_differences_give():
    assert told(said(420, 356, 24)) == (800, 420, 380, 24, 776, 356, 444)
    assert told(said(420, 256, 124))[0:4:3] == (800, 124)
    assert all(math.isnan(each) for each in told(Figure(QUARTER, State.HIDDEN)))


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"edition": 2}, "quarter_released_meanwhile"),
        ({"held_up": Refusal("quarter_not_over")}, "quarter_not_over"),
        ({"is_as_seen": False}, "numbers_moved"),
        ({"note": ""}, "release_needs_a_note"),
        ({"edition": 2, "next_edition": 2, "reason": ""}, "correction_needs_a_reason"),
    ],
)
def test_a_release_is_refused_with_its_reason(changed, code):
    right = {"edition": 1, "next_edition": 1, "held_up": None, "is_as_seen": True, "note": "Checked.", "reason": ""}
    assert may_release(**right) is None
    assert may_release(**right | changed).code == code


def test_a_quarter_begins_to_be_released_when_it_is_over_and_babies_were_due():
    assert may_begin(QUARTER, is_over=True, state=State.PUBLISHED) is None
    assert may_begin(QUARTER, is_over=False, state=State.PROVISIONAL).code == "quarter_not_over"
    assert may_begin(QUARTER, is_over=True, state=State.NO_BABIES).code == "no_babies_due"


@pytest.mark.parametrize("figure", [said(420, 356, 24), said(3, 97, 0), said(420, 256, 124), said(420, 376, 4)])
def test_a_frozen_figure_thaws_to_itself_and_the_same_figure_freezes_to_the_same_text(figure):
    text = frozen(figure, ("E06000042", "420"))
    assert thawed(text) == (figure, ("E06000042", "420"))
    assert digest(frozen(thawed(text)[0], ("E06000042", "420"))) == digest(text)
