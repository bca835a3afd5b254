"""What bundles decide, without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.bundles.rules.codes import Criterion, SleepingPlace
from kith.bundles.rules.criteria import Wanted, approved_at_once, best_fit, may_ask
from kith.bundles.rules.places import EVERYWHERE, Advice, Clock, advice_for, recheck_due

TODAY = date(2026, 3, 10)
criteria = st.sets(st.sampled_from(list(Criterion)))


@given(criteria, criteria, st.booleans())
def test_only_a_criterion_of_the_place_and_room_for_the_cot_approve_without_a_person(said, accepted, has_room):
    met = bool(said & accepted - {Criterion.OTHER})
    assert approved_at_once(said, accepted, has_room=has_room) is (met and has_room)


@pytest.mark.parametrize(
    ("weeks", "has_this", "code"), [(4, False, None), (4, True, "bundle_baby_has_one"), (40, False, "bundle_too_small")]
)
def test_one_of_each_size_a_baby_and_none_that_is_too_small(weeks, has_this, code):
    born_on = TODAY - timedelta(weeks=weeks)
    found = may_ask(Wanted(0, 6), born_on=born_on, has_this=has_this, today=TODAY)
    assert (found.code if found else None) == code


def test_the_bundle_that_fits_is_the_smallest_that_fits():
    sizes = [(1, Wanted(0, 6)), (2, Wanted(6, 24)), (3, Wanted(0, 24))]
    fits = [best_fit(sizes, born_on=TODAY - timedelta(days=days), today=TODAY) for days in (10, 250, 900)]
    assert fits == [1, 2, None]
    assert best_fit(sizes, born_on=None, today=TODAY) == 1


@pytest.mark.parametrize("place", SleepingPlace)
def test_each_place_has_its_own_advice_and_what_is_true_everywhere(place):
    found = advice_for(place)
    assert set(EVERYWHERE) < set(found)
    assert len(found) == len(set(found))
    assert (found[0] is Advice.SOFA) is (place is SleepingPlace.SOFA)


def test_the_clock_of_a_move_runs_until_the_place_was_looked_at():
    due_on = recheck_due(TODAY, days=7)
    assert Clock(TODAY, due_on).is_overdue(TODAY + timedelta(days=8))
    assert not any(Clock(TODAY, due_on, done).is_overdue(TODAY + timedelta(days=7)) for done in (True, False))
