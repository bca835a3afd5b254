"""Who is asked, when, and what is offered for which reason: pure."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.groups.rules.nights import is_awake
from kith.kernel import clock
from kith.kernel.ids import ServiceId, SessionId, VenueId
from kith.missed import wording
from kith.missed.rules.asking import LATEST, LINK_GOOD_FOR, AskFacts, Asking, Reason, is_open, may_ask
from kith.missed.rules.barriers import barriers_shown, share_shown
from kith.missed.rules.offers import LATER, MOST_OFFERED, Date, Missed, matching, wants_interpreter
from kith.whats_on.rules.codes import Audience
from kith.whats_on.rules.times import is_evening, is_weekend

ENDED = datetime(2026, 3, 9, 20, 30, tzinfo=UTC)
NOW = clock.local(datetime(2026, 3, 10, 12, tzinfo=UTC))
FACTS = AskFacts(ENDED, True, False, False, True, False)


def a_date(number: int, *, days: int = 3, hour: int = 10, **changes: object) -> Date:
    starts_at = (NOW + timedelta(days=days)).replace(hour=hour, minute=0)
    said = {
        "series": "cafe", "service_id": ServiceId(1), "venue_id": VenueId(1), "audience": Audience.WITH_BABY,
        "language": "en", "interpreter_possible": False, "is_evening": is_evening(starts_at),
        "is_weekend": is_weekend(starts_at), "kilometres": 3.0,
    }  # fmt: skip
    return Date(session_id=SessionId(number), starts_at=starts_at, **(said | changes))


MISSED = Missed(a_date(1, days=-1), "ro", 1)
INSTANTS = st.integers(0, 150).map(lambda hours: ENDED + timedelta(hours=hours))
DATES = st.lists(
    st.builds(
        a_date,
        st.integers(1, 30),
        days=st.integers(1, 40),
        hour=st.integers(8, 20),
        series=st.sampled_from(["cafe", "course"]),
        venue_id=st.sampled_from([VenueId(1), VenueId(2), None]),
        audience=st.sampled_from(Audience),
        language=st.sampled_from(["en", "ro"]),
        interpreter_possible=st.booleans(),
        kilometres=st.none() | st.floats(0, 30),
    ),
    unique_by=lambda each: each.session_id,
)


@given(INSTANTS)
def test_nobody_is_asked_at_night_nor_when_it_is_long_ago(now: datetime) -> None:
    asking = may_ask(FACTS, now=now)
    assert (asking is Asking.ASK) == (is_awake(now) and now - ENDED <= LATEST)
    assert (asking is Asking.NEVER) == (now - ENDED > LATEST)


@pytest.mark.parametrize(
    "change",
    [
        {"is_bereaved": True},
        {"is_called_off": True},
        {"was_asked_lately": True},
        {"did_not_come": False},
        {"has_contact": False},
    ],
)
@given(INSTANTS)
def test_some_are_never_asked(change: dict[str, bool], now: datetime) -> None:
    assert may_ask(replace(FACTS, **change), now=now) is Asking.NEVER


def test_a_link_opens_for_two_months_after_the_message_and_not_when_it_is_closed() -> None:
    assert is_open(NOW, is_closed=False, now=NOW + LINK_GOOD_FOR)
    assert not is_open(NOW, is_closed=False, now=NOW + LINK_GOOD_FOR + timedelta(seconds=1))
    assert not is_open(NOW, is_closed=True, now=NOW)
    assert not is_open(None, is_closed=False, now=NOW)


@given(st.sampled_from(Reason), DATES)
def test_every_offer_answers_the_reason(reason: Reason, dates: list[Date]) -> None:
    by_id = {each.session_id: each for each in dates}
    offered = [by_id[each] for each in matching(reason, MISSED, dates, now=NOW)]
    assert len(offered) == len({each.session_id for each in offered}) <= MOST_OFFERED
    was = MISSED.date
    for each in offered:
        assert each.session_id != was.session_id
        assert each.audience is not Audience.EXPECTING
        match reason:
            case Reason.TIME:
                assert (each.starts_at.weekday(), each.part) != (was.starts_at.weekday(), was.part)
            case Reason.TRANSPORT:
                assert each.is_online or (each.kilometres is not None and each.kilometres < 3)
            case Reason.LANGUAGE:
                assert each.language == "ro" or each.interpreter_possible
            case Reason.PARTNER:
                assert each.is_online or each.is_evening or each.is_weekend
            case Reason.NOT_READY:
                assert each.starts_at >= NOW + LATER
            case Reason.UNWELCOME:
                assert each.series != was.series
                assert each.venue_id != was.venue_id


@given(DATES)
def test_without_an_answer_the_dates_are_left_as_they_are_and_some_fit(dates: list[Date]) -> None:
    fitting = [each for each in dates if each.audience is not Audience.EXPECTING and each.session_id != 1]
    assert len(matching(Reason.OTHER, MISSED, dates, now=NOW)) == min(MOST_OFFERED, len(fitting))


def test_a_nearer_place_comes_first_and_online_after_it() -> None:
    dates = [a_date(2, venue_id=None, kilometres=None), a_date(3, kilometres=2.0), a_date(4, kilometres=0.4)]
    assert matching(Reason.TRANSPORT, MISSED, dates, now=NOW) == [4, 3, 2]


def test_an_interpreter_is_booked_where_language_was_the_reason_or_she_had_one() -> None:
    with_one, hers = a_date(2, interpreter_possible=True), a_date(3, interpreter_possible=True, language="ro")
    assert wants_interpreter(Reason.LANGUAGE, MISSED, with_one, had_one=False)
    assert wants_interpreter(Reason.TIME, MISSED, with_one, had_one=True)
    assert not wants_interpreter(Reason.TIME, MISSED, with_one, had_one=False)
    assert not wants_interpreter(Reason.LANGUAGE, MISSED, hers, had_one=True)
    assert not wants_interpreter(Reason.LANGUAGE, MISSED, a_date(4), had_one=True)


def test_every_reason_has_a_button_an_answer_and_a_name() -> None:
    for words in (wording.BUTTONS, wording.ANSWERS, wording.BARRIERS):
        assert set(words) == set(Reason)


COUNTED = st.dictionaries(
    st.tuples(st.sampled_from(["café", "course", "group"]), st.sampled_from(Reason)), st.integers(1, 40), max_size=9
)


@settings(deadline=None, max_examples=20)
@given(COUNTED, st.integers(5, 12))
def test_no_small_count_is_ever_shown(counted: dict[tuple[str, Reason], int], smallest: int) -> None:
    shown = barriers_shown(Counter(counted), smallest_shown=smallest)
    assert {group for group, _ in shown.rows} == {group for group, _ in counted}
    for group, counts in shown.rows:
        for reason, count in zip(shown.reasons, counts, strict=True):
            assert count in (None, Counter(counted)[group, reason])
            assert count is None or count == 0 or count >= smallest


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8), st.integers(5, 12))
def test_of_one_line_what_is_hidden_cannot_be_reckoned_from_the_total(counts: list[int], smallest: int) -> None:
    counted = Counter({("", reason): count for reason, count in zip(Reason, counts, strict=False)})
    shown = barriers_shown(counted, smallest_shown=smallest)
    ((_, line),) = shown.rows
    hidden = [counted["", reason] for reason, count in zip(shown.reasons, line, strict=True) if count is None]
    everything = None not in line or all(count in (None, 0) for count in line)
    assert bool(hidden) == any(0 < count < smallest for count in counts)
    assert not hidden or everything or (len(hidden) >= 2 and sum(hidden) >= 2 * smallest)


@given(st.integers(0, 30), st.integers(0, 30), st.integers(5, 12))
def test_a_share_is_shown_only_where_many_stand_on_both_sides(part: int, rest: int, smallest: int) -> None:
    shown = share_shown(part, part + rest, smallest_shown=smallest)
    if shown:
        assert part + rest >= smallest
        assert all(count == 0 or count >= smallest for count in (part, rest))
