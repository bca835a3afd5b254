"""The invented timetables: laid out by rules, in terms, and never on a bank holiday."""

import pytest

from kith.kernel import clock
from kith.platform.access.viewer import ANONYMOUS, system_actor
from kith.timetables.queries.rules import rule_of_dates
from kith.timetables.queries.terms import terms
from kith.timetables.rules.holidays import holiday_on
from kith.whats_on.queries.sessions import find_sessions

BY = system_actor("tests")
pytestmark = pytest.mark.usefixtures("demonstration")


# Whose single dates stand beside their rules: a day that is taken along, dates that were missed.
WITH_SINGLE_DATES = {"feeding-cafe", "table-cafe", "village-hall"}


def test_no_cafe_stands_on_a_bank_holiday_and_nearly_every_date_follows_a_rule() -> None:
    found = find_sessions(ANONYMOUS, lang="en")
    assert len(found) > 60
    assert [each for each in found if holiday_on(clock.local(each.starts_at).date())] == []
    ruled = rule_of_dates(each.id for each in found)
    single = [each.code for each in found if each.id not in ruled]
    assert set(single) <= WITH_SINGLE_DATES
    assert len(single) < 10


def test_the_terms_of_this_school_year_and_the_next_are_written_down() -> None:
    known = terms(BY)
    assert len(known) == 12
    assert sum(each.span.last_on < clock.today() for each in known) < 12
