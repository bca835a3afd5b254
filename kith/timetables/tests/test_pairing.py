"""A changed rule touches only the dates that it changes."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kith.timetables.rules.codes import Pattern, Skip
from kith.timetables.rules.pairing import DateThere, pair
from kith.timetables.rules.repeating import Laid

FIRST = date(2027, 1, 4)
days = st.integers(0, 200).map(lambda each: FIRST + timedelta(days=each))
laid_days = st.dictionaries(days, st.sampled_from([None, None, Skip.BANK_HOLIDAY]), max_size=30)
standing = st.dictionaries(days, st.booleans(), max_size=30)
patterns = st.sampled_from(list(Pattern))


def made(found: dict[date, bool]) -> list[DateThere]:
    return [DateThere(key, day, is_own) for key, (day, is_own) in enumerate(sorted(found.items()))]


def laid_of(found: dict[date, Skip | None]) -> list[Laid]:
    return [Laid(day, why) for day, why in sorted(found.items())]


@given(standing, laid_days, patterns)
def test_every_date_is_kept_or_ends_and_every_day_is_kept_or_new(found, wanted, pattern) -> None:
    there, laid = made(found), laid_of(wanted)
    pairs = pair(there, laid, pattern)
    assert sorted([each.key for each, _ in pairs.kept] + [each.key for each in pairs.ended]) == list(range(len(there)))
    kept_days = [day for _, day in pairs.kept]
    assert len(set(kept_days) | set(pairs.new)) == len(kept_days) + len(pairs.new)
    open_days = {each.on for each in laid if each.why is None}
    assert open_days <= set(kept_days) | set(pairs.new)
    assert set(pairs.new) <= open_days


@given(standing, laid_days, patterns)
def test_a_date_whose_day_stays_is_not_moved(found, wanted, pattern) -> None:
    pairs = pair(made(found), laid_of(wanted), pattern)
    for each, day in pairs.kept:
        if wanted.get(each.on, Skip.LEFT_OUT) is None:
            assert day == each.on


@given(standing, patterns)
def test_the_same_rule_changes_nothing(found, pattern) -> None:
    there = made(found)
    pairs = pair(there, [Laid(each.on) for each in there], pattern)
    assert (pairs.ended, pairs.new) == ((), ())
    assert all(each.on == day for each, day in pairs.kept)


@given(standing, laid_days, patterns)
def test_a_date_changed_alone_stays_while_the_rule_falls_on_its_day(found, wanted, pattern) -> None:
    pairs = pair(made(found), laid_of(wanted), pattern)
    assert not any(each.is_own and each.on in wanted for each in pairs.ended)


def test_tuesdays_that_become_wednesdays_move_within_their_weeks() -> None:
    tuesdays = [FIRST + timedelta(days=1, weeks=week) for week in range(4)]
    laid = [Laid(each + timedelta(days=1)) for each in tuesdays]
    pairs = pair([DateThere(at, each) for at, each in enumerate(tuesdays)], laid, Pattern.WEEKLY)
    assert [(each.on, day) for each, day in pairs.kept] == [(each, each + timedelta(days=1)) for each in tuesdays]


def test_a_rule_that_ends_sooner_ends_the_dates_after_it_alone() -> None:
    there = [DateThere(week, FIRST + timedelta(weeks=week)) for week in range(5)]
    pairs = pair(there, [Laid(each.on) for each in there[:3]], Pattern.WEEKLY)
    assert ([each.key for each in pairs.ended], pairs.new, len(pairs.kept)) == ([3, 4], (), 3)
