"""How welcome people felt is counted before and after a change, and no small count can be worked out."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.directory.tests.listings import a_venue
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.listening.actions.welcoming import note_venue_change
from kith.listening.models.stories import WelcomeAnswer
from kith.listening.queries.welcome import welcome_counts
from kith.listening.rules.codes import Felt
from kith.listening.rules.reading import month_of
from kith.listening.rules.welcome import FELT, HIDDEN, Everywhere, Shown, rows_shown
from kith.listening.tests.world import Alliance

COUNTS = st.dictionaries(st.sampled_from(FELT), st.integers(0, 30)).map(Counter)
TABLE = st.dictionaries(st.sampled_from("abcd"), COUNTS)


@settings(max_examples=8, deadline=None)
@given(TABLE, st.integers(3, 8))
def test_a_row_of_few_stands_among_the_others_and_small_counts_are_hidden(table, least):
    rows = rows_shown(table, others="rest", least=least)
    assert all(row.total is None or row.total >= least for row in rows.values())
    assert all(count is None or count == 0 or count >= least for row in rows.values() for count in row.counts)
    said = {key: sum(1 for count in row.counts if count is None) for key, row in rows.items()}
    assert all(hidden != 1 for hidden in said.values()), "a single hidden count is the rest of its row"


@settings(max_examples=8, deadline=None)
@given(TABLE, TABLE, st.integers(3, 8))
def test_one_venue_taken_apart_shows_nothing_that_is_hidden_of_all(here, elsewhere, least):
    whole = {key: here.get(key, Counter()) + elsewhere.get(key, Counter()) for key in {*here, *elsewhere}}
    shown = rows_shown(whole, others="rest", least=least)
    venue = sum(here.values(), Counter())
    row = rows_shown({"v": venue}, others="rest", least=least).get("v", HIDDEN)
    for key, line in Everywhere(whole, shown, "rest", least).within(here, row).items():
        for at, count in enumerate(line.counts):
            if count is not None:
                assert row.counts[at] is not None
                assert shown[key].counts[at] is not None
                assert shown[key].counts[at] - count not in range(1, least)


@pytest.mark.django_db
def test_answers_before_and_after_a_change_are_counted_by_venue_and_community():
    alliance = Alliance()
    venue_id = a_venue(alliance.ours, "Willow")
    changed_on = clock.today() - timedelta(days=40)
    note_venue_change(by=alliance.coordinator, venue_id=venue_id, changed_on=changed_on, what="New chairs")
    before, after = month_of(changed_on - timedelta(days=70)), month_of(changed_on)
    for month, felt, community, count in (
        (before, Felt.NO, "N", 20),
        (before, Felt.YES, "A", 10),
        (after, Felt.YES, "N", 20),
        (after, Felt.NO, "A", 9),
    ):
        answered(venue_id, month, felt, community, count)
    found = welcome_counts(alliance.chair, lang="en")
    assert [row.counts for _, row in found.venues] == [(10, 0, 20), (20, 0, 9)]
    assert found.communities == {"black": Shown((20, 0, 20), 40), "white": Shown((10, 0, 9), 19)}
    (change,) = found.changes
    assert (change.before["black"], change.after["black"]) == (Shown((0, 0, 20), 20), Shown((20, 0, 0), 20))


def answered(venue_id: int, month: date, felt: Felt, community: str, count: int) -> None:
    WelcomeAnswer.objects.bulk_create(
        WelcomeAnswer(id=new_uuid(), venue_id=venue_id, month=month, felt=felt, community=community)
        for _ in range(count)
    )
