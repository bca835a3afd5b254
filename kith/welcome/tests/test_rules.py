"""What is said of a venue, how long it holds, and what may be taken down: pure."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.directory.rules.codes import Feature
from kith.welcome.rules.codes import Agreement, Answer, Criterion
from kith.welcome.rules.profiles import FEATURES, Said, changed, features_after, is_stale, lacking, melded
from kith.welcome.rules.visits import LONGEST_AGO, NewVisit, VisitFacts, may_show, may_tell
from kith.welcome.wording import criteria

TODAY = date(2026, 3, 10)
SAID = st.builds(Said, st.sampled_from(Answer), st.dictionaries(st.just("en"), st.text(min_size=1), max_size=1))
PROFILES = st.dictionaries(st.sampled_from(Criterion), SAID)
LISTED = st.sets(st.sampled_from(Feature))


def test_every_feature_that_is_searched_for_is_asked_and_every_criterion_has_words() -> None:
    assert set(FEATURES.values()) == set(Feature)
    for words in (criteria.NAMES, criteria.QUESTIONS, criteria.MEANINGS):
        assert set(words) == set(Criterion)


@given(PROFILES, LISTED)
def test_an_answer_comes_before_what_is_listed_and_nothing_is_promised_that_nobody_said(said, listed) -> None:
    found = melded(said, listed)
    assert set(found) == set(Criterion)
    for criterion, what in found.items():
        if criterion in said:
            assert what == said[criterion]
        else:
            assert (what.answer is Answer.YES) == (FEATURES.get(criterion) in listed)


@given(PROFILES, LISTED)
def test_what_is_searched_for_is_a_yes_and_never_a_partly(said, listed) -> None:
    after = features_after(said)
    kept = {each for each in Feature if after.get(each, each in listed)}
    assert melded(said, kept) == melded(said, listed)
    assert all(said[criterion].answer is Answer.YES for criterion in said if FEATURES.get(criterion) in kept)


@given(PROFILES, PROFILES)
def test_only_what_is_new_is_written_down(before, after) -> None:
    new = changed(before, after)
    assert set(new) <= set(after)
    assert not changed({**before, **new}, after)


@given(PROFILES)
def test_whatever_a_visitor_found_lacking_is_put_on_a_list(said) -> None:
    assert set(lacking(said)) == {each for each in said if said[each].answer in (Answer.NO, Answer.PARTLY)}


@given(st.dates(date(2020, 1, 1), TODAY), st.integers(90, 731))
def test_a_page_says_that_it_is_stale_once_nobody_has_looked_for_so_long(visited_on: date, days: int) -> None:
    assert is_stale(visited_on, today=TODAY, after_days=days) == ((TODAY - visited_on).days > days)


def test_what_no_parent_has_ever_looked_at_is_stale() -> None:
    assert is_stale(None, today=TODAY)


@pytest.mark.parametrize(
    ("alt", "agreement", "words", "code"),
    [
        (" ", Agreement.NOBODY_SHOWN, "", "photo_without_words"),
        ("A room", None, "", "photo_without_agreement"),
        ("A room", Agreement.ALL_AGREED, " ", "photo_agreed_by_nobody"),
    ],
)
def test_a_photo_without_words_or_agreement_is_not_shown(alt, agreement, words, code) -> None:
    refusal = may_show(alt, agreement, words)
    assert refusal
    assert refusal.code == code


@pytest.mark.parametrize(
    ("days", "said", "code"),
    [
        (-1, True, "visit_to_come"),
        (LONGEST_AGO.days + 1, True, "visit_too_long_ago"),
        (0, False, "visit_says_nothing"),
        (LONGEST_AGO.days, True, None),
    ],
)
def test_a_visit_is_of_a_day_that_was_and_says_something(days: int, said: bool, code: str | None) -> None:
    found = {Criterion.BUS: Said(Answer.YES)} if said else {}
    visit = NewVisit(TODAY - timedelta(days=days), found, "ro")
    refusal = may_tell(VisitFacts(TODAY, is_told=False), visit, today=TODAY)
    assert (refusal.code if refusal else None) == code


def test_a_link_that_is_over_takes_nothing_down() -> None:
    visit = NewVisit(TODAY, {Criterion.BUS: Said(Answer.YES)}, "ro")
    refusal = may_tell(VisitFacts(TODAY - timedelta(days=1), is_told=False), visit, today=TODAY)
    assert refusal
    assert refusal.code == "visit_link_over"
