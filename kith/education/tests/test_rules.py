"""What is decided about training, without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.education.rules.codes import Found, Presence
from kith.education.rules.communities import Community, may_count
from kith.education.rules.national import StillOffered, still_offered
from kith.education.rules.news import may_use
from kith.education.rules.proof import Proof, earned, may_sign
from kith.education.rules.requirements import (
    ALWAYS,
    TO_BEGIN_WITH,
    Asked,
    Version,
    counts_until,
    first_version,
    in_force,
    may_ask,
)
from kith.education.rules.sessions import may_call_off, may_note, may_note_past, may_plan
from kith.education.rules.status import State, status_of
from kith.education.rules.totals import beside
from kith.kernel.refusal import Refusal
from kith.kernel.training import Training
from kith.organisations.rules import Role

TODAY = date(2026, 3, 27)
DAY = timedelta(days=1)
SOON = timedelta(days=60)
PUMPS = Training.PUMP_ISSUING
DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
ASKED = st.builds(
    lambda attendance, months: Asked((Role.MIDWIFE,), attendance, not attendance or months is None, months),
    st.booleans(),
    st.one_of(st.none(), st.integers(1, 60)),
)


def versions(*asked: Asked, begun: date = ALWAYS) -> list[Version]:
    return [Version(PUMPS, number, begun + number * DAY, each) for number, each in enumerate(asked, start=1)]


def code(refusal: Refusal | None) -> str:
    return refusal.code if refusal else ""


def test_every_training_is_asked_in_some_way_from_the_beginning() -> None:
    assert set(TO_BEGIN_WITH) == set(Training)
    assert all(asked.needs_attendance or asked.needs_competence for asked in TO_BEGIN_WITH.values())


@given(st.lists(ASKED, min_size=1, max_size=4), DAYS, DAYS)
@settings(max_examples=50)
def test_what_was_earned_follows_the_version_of_its_own_day_and_no_later_one(
    asked: list[Asked], on: date, begun: date
) -> None:
    known = versions(*asked, begun=begun)
    both = earned(Proof(1, on), [Proof(2, on, is_competence=True)], known)
    held = in_force(known, on)
    if held is None:
        assert both is None
        return
    assert both
    assert both.version == held
    later = Version(PUMPS, 99, on + DAY, Asked((), needs_competence=True, lasts_months=1))
    assert earned(Proof(1, on), [Proof(2, on, is_competence=True)], [*known, later]) == both
    assert both.until_on is None or both.until_on >= both.from_on
    assert bool(both.competence) is held.asked.needs_competence
    assert bool(both.attendance) is held.asked.needs_attendance


def test_both_proofs_are_needed_where_both_are_asked() -> None:
    (both,) = versions(Asked(needs_competence=True, lasts_months=12))
    assert earned(Proof(1, TODAY), [], [both]) is None
    assert earned(Proof(1, TODAY), [Proof(7, TODAY)], [both]) is None
    found = earned(Proof(1, TODAY), [Proof(2, TODAY + DAY, is_competence=True)], [both])
    assert found
    assert (found.from_on, found.until_on) == (TODAY + DAY, date(2027, 3, 27))


def test_a_month_ends_the_day_before_the_same_day() -> None:
    assert counts_until(date(2026, 1, 31), 1) == date(2026, 2, 27)
    assert counts_until(TODAY, None) is None


@given(DAYS, st.one_of(st.none(), DAYS), st.integers(0, 365))
@settings(max_examples=50)
def test_who_is_trained_is_not_late_and_who_is_late_is_not_trained(began: date, until: date | None, grace: int) -> None:
    version = Version(PUMPS, 1, ALWAYS, Asked((Role.MIDWIFE,), grace_days=grace))
    found = status_of(version, began_on=began, until_on=until, on=TODAY, soon=SOON)
    assert (found.state in (State.TRAINED, State.ENDS_SOON)) is (until is not None and until >= TODAY)
    assert found.state is not State.LATE or (found.due_on is not None and found.due_on < TODAY)
    assert found.state is not State.ENDS_SOON or (until is not None and until <= TODAY + SOON)


def test_a_newcomer_has_time_and_who_let_it_end_has_none() -> None:
    version = Version(PUMPS, 1, ALWAYS, Asked((Role.MIDWIFE,), grace_days=90))
    states = [
        status_of(version, began_on=began, until_on=until, on=TODAY, soon=SOON).state
        for began, until in [
            (TODAY - 90 * DAY, None),
            (TODAY - 91 * DAY, None),
            (ALWAYS, TODAY - DAY),
            (ALWAYS, date.max),
        ]
    ]
    assert states == [State.TO_COME, State.LATE, State.LATE, State.TRAINED]
    newer = Version(PUMPS, 2, TODAY - DAY, version.asked)
    assert status_of(newer, began_on=ALWAYS, until_on=None, on=TODAY, soon=SOON).state is State.TO_COME


@pytest.mark.parametrize(
    ("asked", "from_on", "no"),
    [
        (Asked(grace_days=5), TODAY, ""),
        (Asked(grace_days=5), TODAY - DAY, "requirement_from_the_past"),
        (Asked(needs_attendance=False), TODAY, "requirement_without_proof"),
        (Asked(lasts_months=61), TODAY, "requirement_lasts_too_long"),
        (Asked(grace_days=366), TODAY, "requirement_grace_too_long"),
        (TO_BEGIN_WITH[PUMPS], TODAY, "requirement_is_the_same"),
    ],
)
def test_a_next_version_is_whole_and_begins_today_or_later(asked: Asked, from_on: date, no: str) -> None:
    assert code(may_ask(asked, from_on=from_on, newest=first_version(PUMPS), today=TODAY)) == no
    ahead = Version(PUMPS, 2, TODAY + DAY, asked)
    assert code(may_ask(Asked(), from_on=TODAY, newest=ahead, today=TODAY)) == "requirement_before_the_newest"


def test_signing_takes_a_trained_other_person_and_a_day_that_has_come() -> None:
    good = {"observed_on": TODAY, "today": TODAY, "is_trained": True, "is_oneself": False}
    good |= {"found": Found.COMPETENT, "note": ""}
    assert may_sign(**good) is None  # type: ignore[arg-type]
    wrong = {
        "competence_of_oneself": {"is_oneself": True},
        "competence_in_the_future": {"observed_on": TODAY + DAY},
        "not_trained_to_sign": {"is_trained": False},
        "not_yet_needs_words": {"found": Found.NOT_YET, "note": " "},
    }
    assert {name: code(may_sign(**good | said)) for name, said in wrong.items()} == {name: name for name in wrong}  # type: ignore[arg-type]


def test_sessions_lie_ahead_and_who_came_is_known_from_the_day_on() -> None:
    assert code(may_plan(TODAY - DAY, today=TODAY)) == "training_session_past"
    assert code(may_plan(TODAY + 731 * DAY, today=TODAY)) == "training_session_too_far"
    assert may_plan(TODAY, today=TODAY) is None
    assert code(may_note_past(TODAY + DAY, today=TODAY, provider="A")) == "training_in_the_future"
    assert code(may_note_past(date(1970, 1, 1), today=TODAY, provider="A")) == "training_too_long_ago"
    assert code(may_note_past(TODAY, today=TODAY, provider=" ")) == "training_without_provider"
    assert code(may_call_off(is_off=False, attended=1)) == "training_session_held"
    came = {"before": Presence.EXPECTED, "held_on": TODAY + DAY, "today": TODAY, "is_off": False}
    assert code(may_note(Presence.ATTENDED, **came)) == "training_session_not_yet"  # type: ignore[arg-type]
    assert may_note(Presence.TAKEN_OFF, **came) is None  # type: ignore[arg-type]
    assert code(may_note(Presence.TAKEN_OFF, **came | {"is_off": True})) == "training_session_off"  # type: ignore[arg-type]


COUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 40), max_size=6)


def shows_nothing_small(at_work: dict[str, int], births: dict[str, int]) -> None:
    rows = beside(at_work, births, smallest_shown=8)
    for column in ("at_work", "births"):
        shown = [getattr(row, column) for row in rows]
        assert not [count for count in shown if count is not None and 0 < count < 8]
        # One hidden number alone would follow from the total, unless there is nothing else to hide it with.
        assert shown.count(None) != 1 or not any(shown), shown


def test_no_small_number_is_shown_and_none_follows_from_the_total() -> None:
    shows_nothing_small({"a": 100, "b": 3, "c": 20}, {"a": 50, "b": 30, "d": 2})


@pytest.mark.thorough
@given(COUNTS, COUNTS)
@settings(max_examples=60, deadline=None)
def test_no_small_number_is_shown_of_any_counts(at_work: dict[str, int], births: dict[str, int]) -> None:
    shows_nothing_small(at_work, births)


def test_counts_are_whole_and_statements_are_used_by_a_role() -> None:
    whole = dict.fromkeys(Community, 3)
    assert may_count(whole) is None
    assert code(may_count({Community.WHITE: 3})) == "workforce_incomplete"
    assert code(may_count(whole | {Community.ASIAN: -1})) == "workforce_impossible"
    assert code(may_use([])) == "statement_without_roles"


def test_the_national_form_hears_whether_a_training_goes_on() -> None:
    first = date(2026, 1, 1)
    assert still_offered([date(2026, 2, 1)], first=first, is_planned=False) is StillOffered.NEW
    assert still_offered([date(2025, 2, 1), date(2026, 2, 1)], first=first, is_planned=False) is StillOffered.SAME
    assert still_offered([date(2025, 2, 1)], first=first, is_planned=True) is StillOffered.SAME
    assert still_offered([date(2025, 2, 1)], first=first, is_planned=False) is StillOffered.NO
