"""What may be published, hidden or said of a change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.insight.open_data import HEADINGS, feeding_row
from kith.insight.published import Comparison, implied_denominator, series_of
from kith.insight.rules.figures import ChangeWord, Counts, PublicationRules, State, change, publish
from kith.kernel.quarter import Quarter
from kith.places.facts import coventry, milton_keynes

RULES = PublicationRules()
QUARTER = Quarter(2025, 1)


def said(due, fed, not_fed, *, is_over=True, quarter=QUARTER):
    return publish(quarter, Counts(due, fed, not_fed), RULES, is_over=is_over, births_expected=790)


def test_a_complete_quarter_shows_counts_and_both_shares():
    figure = said(800, 420, 356)
    assert figure.state is State.PUBLISHED
    assert (figure.fed, figure.due, figure.known, figure.unknown) == (420, 800, 776, 24)
    assert figure.of_due.value == 0.525
    assert figure.of_known.value == pytest.approx(420 / 776)
    assert figure.of_due.lower == pytest.approx(0.4903, abs=1e-4)
    assert not figure.is_far_from_births


def test_a_quarter_in_progress_is_provisional():
    assert said(300, 160, 132, is_over=False).state is State.PROVISIONAL


def test_below_95_per_cent_known_nothing_but_the_reason_is_published():
    figure = said(800, 400, 300)
    assert (figure.state, figure.fed, figure.of_due, figure.share_unknown) == (State.NOT_PUBLISHED, None, None, 0.125)


def test_exactly_95_per_cent_known_is_enough():
    assert said(800, 400, 360).state is State.PUBLISHED


def test_a_quarter_far_from_the_births_expected_is_marked():
    assert said(400, 210, 180).is_far_from_births


@pytest.mark.parametrize(("due", "fed", "not_fed"), [(5, 3, 2), (100, 7, 93), (100, 93, 7), (100, 0, 100), (9, 9, 0)])
def test_small_numbers_and_everybody_alike_are_hidden(due, fed, not_fed):
    figure = said(due, fed, not_fed)
    assert (figure.state, figure.due, figure.fed, figure.of_due) == (State.HIDDEN, None, None, None)


def test_few_unknown_hide_themselves_and_what_would_give_them_away():
    figure = said(800, 420, 377)
    assert figure.state is State.PUBLISHED
    assert (figure.fed, figure.due) == (420, 800)
    assert (figure.known, figure.unknown, figure.of_known, figure.share_unknown) == (None, None, None, None)


@given(fed=st.integers(0, 60), not_fed=st.integers(0, 60), unknown=st.integers(0, 60), known_at_least=st.floats(0, 1))
def test_no_small_count_can_be_worked_out_from_what_is_published(fed, not_fed, unknown, known_at_least):
    rules = PublicationRules(known_at_least=known_at_least)
    figure = publish(QUARTER, Counts(fed + not_fed + unknown, fed, not_fed), rules, is_over=True, births_expected=100)
    told = {
        name: getattr(figure, name) for name in ("due", "fed", "known", "unknown") if getattr(figure, name) is not None
    }
    # Everything that sums and differences of the published counts can give.
    derived = set(told.values()) | {abs(a - b) for a in told.values() for b in told.values()}
    small = {count for count in (fed, not_fed, unknown) if 0 < count < 8}
    if figure.state in (State.PUBLISHED, State.PROVISIONAL):
        assert not 0 < fed < 8
        assert not 0 < not_fed + unknown < 8
        if small:
            assert figure.known is None
            assert figure.share_unknown is None
            assert derived - {0} <= {figure.due, figure.fed, figure.due - figure.fed}
    if figure.share_unknown is not None:
        assert not small & {not_fed, unknown}


def test_the_change_is_said_only_as_strongly_as_its_interval():
    first, last = Quarter(2022, 1), Quarter(2023, 3)
    clear = change([said(1000, 510, 460, quarter=first), said(1000, 570, 400, quarter=last)])
    assert clear.word is ChangeWord.ROSE
    unclear = change([said(300, 153, 140, quarter=first), said(300, 171, 122, quarter=last)])
    assert unclear.word is ChangeWord.NOT_CLEAR
    assert change([said(1000, 570, 400), said(1000, 470, 500, quarter=last)]).word is ChangeWord.FELL


def test_the_quarter_in_progress_and_hidden_ones_are_never_compared():
    assert change([said(1000, 510, 460), said(900, 570, 320, is_over=False), said(5, 2, 3)]) is None


def test_infant_mortality_of_milton_keynes_is_similar_and_its_fall_is_not_significant():
    series = series_of(milton_keynes.FACTS.published, "infant_mortality")
    last = series.last
    assert (last.deaths, last.value, last.denominator) == (36, 3.8, 9474)
    assert (last.interval.lower, last.interval.upper) == pytest.approx((2.66, 5.26), abs=0.01)
    assert last.beside_england is Comparison.SIMILAR
    assert series.since_first is Comparison.SIMILAR


def test_child_mortality_of_milton_keynes_is_similar_to_england():
    last = series_of(milton_keynes.FACTS.published, "child_mortality").last
    assert (last.interval.lower, last.interval.upper) == pytest.approx((10.9, 22.4), abs=0.1)
    assert last.beside_england is Comparison.SIMILAR


def test_without_a_count_there_is_no_interval_and_no_comparison():
    series = series_of(coventry.FACTS.published, "infant_mortality_index")
    assert not series.has_counts
    assert {reading.interval for reading in series.readings} == {None}
    assert series.since_first is Comparison.NOT_COMPARED
    assert series_of(coventry.FACTS.published, "infant_mortality") is None


def test_a_count_and_a_rate_imply_their_denominator():
    assert implied_denominator(32, 15.9, 100_000) == 201_258


def test_the_file_hides_what_the_page_hides():
    rows = [feeding_row("E06000042", each) for each in (said(100, 7, 93), said(800, 400, 300), said(800, 420, 356))]
    assert {len(row) for row in rows} == {len(HEADINGS) - 2}  # which release, and when, are added as it is served
    assert rows[0][9:] == ("", "", "", "", "", "", "", "hidden")
    assert rows[1][9:] == ("", "", "800", "", "", "", "", "not_published")
    assert rows[2][9:14] == ("420", "52.50", "800", "49.04", "55.94")
    assert float(rows[2][14]) < 49.04 < 55.94 < float(rows[2][15])
