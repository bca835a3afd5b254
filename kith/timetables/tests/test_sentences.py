"""A rule is said in words, in every language."""

from datetime import date, time

import pytest
from django.utils.translation import override

from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.platform.ui import formats
from kith.timetables.rules.codes import LAST, Holiday, Pattern, Skip
from kith.timetables.rules.details import Details, RulePlan
from kith.timetables.rules.repeating import Repeat
from kith.timetables.wording.sentences import rule_words, why_words

SPAN = (date(2027, 1, 1), date(2027, 7, 1))


def plan(pattern: Pattern, *weekdays: int, nth: int = 0, term: bool = False, skips: bool = False) -> RulePlan:
    details = Details(time(10), time(12), 10, online=True)
    return RulePlan(Repeat(pattern, weekdays, *SPAN, nth=nth), details, term, skips)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            plan(Pattern.FORTNIGHTLY, 1, term=True, skips=True),
            "Every second Tuesday from 10am to 12pm, in term time, not on bank holidays",
        ),
        (plan(Pattern.WEEKLY, 3, 1), "Every Tuesday and Thursday from 10am to 12pm"),
        (
            plan(Pattern.MONTHLY, 1, nth=1, skips=True),
            "The first Tuesday of each month from 10am to 12pm, not on bank holidays",
        ),
        (
            plan(Pattern.MONTHLY, 5, nth=LAST, term=True),
            "The last Saturday of each month from 10am to 12pm, in term time",
        ),
    ],
)
def test_a_rule_reads_as_a_coordinator_would_say_it(said: RulePlan, words: str) -> None:
    with override("en"):
        assert rule_words(said) == words


@pytest.mark.parametrize("language", [each.code for each in INTERFACE_LANGUAGES])
def test_in_every_language_it_names_the_day_and_the_times(language: str) -> None:
    with override(language):
        words = rule_words(plan(Pattern.FORTNIGHTLY, 1, term=True, skips=True))
        assert all(each in words for each in (formats.weekday(1), formats.time(time(10)), formats.time(time(12))))


def test_a_closed_day_says_which_holiday_it_is() -> None:
    with override("en"):
        assert why_words(Skip.BANK_HOLIDAY, Holiday.CHRISTMAS) == "Bank holiday: Christmas Day"
        assert why_words("out_of_term", None) == "Not in term time"
