"""Known days come with their dates only where they return; an event fits a post and has days to come."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.awareness.rules.codes import LONGEST_SHORT
from kith.awareness.rules.known import KNOWN
from kith.awareness.rules.sharing import may_plan
from kith.awareness.wording.known import SAID, texts_of
from kith.kernel.languages import INTERFACE_LANGUAGES

TODAY = date(2026, 12, 1)


@settings(max_examples=40)
@given(today=st.dates(date(2026, 1, 1), date(2032, 12, 31)))
def test_the_next_dates_are_never_past_and_always_within_a_year(today: date) -> None:
    for known in KNOWN:
        if dates := known.next_dates(today):
            assert dates[0] <= dates[1] and today <= dates[1] <= today + timedelta(days=366)


def test_what_the_organisers_name_anew_each_year_is_left_to_the_place() -> None:
    assert {each.key for each in KNOWN if not each.returns} == {
        "safer-sleep-week",
        "maternal-mental-health-week",
        "national-breastfeeding-week",
    }
    assert all(each.called_by and each.typed_in for each in KNOWN)
    assert KNOWN[0].next_dates(TODAY) == (date(2027, 8, 1), date(2027, 8, 7))


def test_every_known_day_has_words_that_fit_a_post_in_every_language() -> None:
    for day in SAID:
        texts = texts_of(day)
        assert {len(each) for each in texts.values()} == {len(INTERFACE_LANGUAGES)}
        assert max(map(len, texts["short"].values())) <= LONGEST_SHORT
    assert translation.get_language() == "en"


@pytest.mark.parametrize(
    ("short", "first", "last", "code"),
    [
        ({"en": "Come"}, 1, 2, None),
        ({"en": "Come"}, -3, 0, None),
        ({"ro": "Veniți"}, 1, 2, "event_without_words"),
        ({"en": "Come", "ro": "a" * 241}, 1, 2, "short_words_too_long"),
        ({"en": "Come"}, 3, 2, "event_ends_before_it_begins"),
        ({"en": "Come"}, -3, -1, "event_is_over"),
    ],
)
def test_an_event_has_words_that_fit_and_days_to_come(short, first, last, code) -> None:
    days = {"from_on": TODAY + timedelta(days=first), "until_on": TODAY + timedelta(days=last)}
    refusal = may_plan(short, **days, today=TODAY)
    assert (refusal.code if refusal else None) == code
