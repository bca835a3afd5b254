"""What may be a course, who gets a place, how far a family has come, who follows up: pure."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kith.courses.rules.codes import DateState, InvitationAnswer
from kith.courses.rules.courses import (
    ChosenDate,
    CourseDay,
    CourseFacts,
    Progress,
    may_be_course,
    may_book,
    may_wait,
    state_of_date,
)
from kith.courses.rules.following import FRIDAY, cut, follow_up_due, follower
from kith.courses.rules.inviting import FirstInvited, Invited, counted, may_answer, may_invite, suits
from kith.groups.rules.codes import Attendance, BookingState
from kith.kernel.ids import MembershipId

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def days(
    *places_left: int, first: timedelta = timedelta(days=7), called_off: tuple[int, ...] = ()
) -> tuple[CourseDay, ...]:
    return tuple(
        CourseDay(
            NOW + first + timedelta(weeks=at), NOW + first + timedelta(weeks=at, hours=2), left, 10, at in called_off
        )
        for at, left in enumerate(places_left)
    )


def code(refusal: object) -> str:
    return getattr(refusal, "code", "")


def chosen(**changes: object) -> ChosenDate:
    said: dict[str, object] = {"series_id": 1, "is_open": True, "is_bookable": True, "is_in_a_course": False}
    return ChosenDate(**(said | changes))  # type: ignore[arg-type]


def test_a_course_needs_two_dates_of_one_series_that_are_to_come_and_in_no_other() -> None:
    assert may_be_course([chosen(), chosen()]) is None
    assert code(may_be_course([chosen()])) == "course_needs_dates"
    assert code(may_be_course([chosen()] * 21)) == "course_needs_dates"
    assert code(may_be_course([chosen(), chosen(series_id=2)])) == "course_of_one_series"
    assert code(may_be_course([chosen(), chosen(is_in_a_course=True)])) == "date_in_a_course"
    assert code(may_be_course([chosen(), chosen(is_bookable=False)])) == "course_dates_bookable"
    assert code(may_be_course([chosen(), chosen(is_open=False)])) == "course_date_over"


def test_the_fullest_date_decides_and_one_that_is_called_off_does_not() -> None:
    assert may_book(CourseFacts(days(5, 2, 5)), places=2, is_on_it=False, now=NOW) is None
    assert code(may_book(CourseFacts(days(5, 1, 5)), places=2, is_on_it=False, now=NOW)) == "course_full"
    assert may_book(CourseFacts(days(5, 0, 5, called_off=(1,))), places=2, is_on_it=False, now=NOW) is None


def test_while_families_wait_a_newcomer_waits_behind_them() -> None:
    facts = CourseFacts(days(5, 5), waiting_count=1)
    assert code(may_book(facts, places=1, is_on_it=False, now=NOW)) == "course_full"
    assert may_wait(facts, places=1, is_on_it=False, now=NOW) is None


def test_a_course_that_has_begun_or_is_called_off_takes_nobody() -> None:
    begun = CourseFacts(days(5, 5, first=-timedelta(hours=1)))
    assert code(may_wait(begun, places=1, is_on_it=False, now=NOW)) == "course_begun"
    off = CourseFacts(days(5, 5, called_off=(0, 1)))
    assert code(may_wait(off, places=1, is_on_it=False, now=NOW)) == "course_called_off"
    assert code(may_wait(CourseFacts(days(5)), places=3, is_on_it=False, now=NOW)) == "too_many_places"
    assert code(may_wait(CourseFacts(days(5)), places=1, is_on_it=True, now=NOW)) == "already_on_course"


@given(
    left=st.lists(st.integers(0, 10), min_size=1, max_size=8),
    places=st.integers(-1, 4),
    waiting=st.integers(0, 2),
    hours=st.integers(-100, 100),
)
def test_who_may_book_may_wait_and_never_takes_more_than_is_left_on_any_date(
    left: list[int], places: int, waiting: int, hours: int
) -> None:
    facts = CourseFacts(days(*left, first=timedelta(hours=hours)), waiting)
    if may_book(facts, places=places, is_on_it=False, now=NOW) is None:
        assert may_wait(facts, places=places, is_on_it=False, now=NOW) is None
        assert 1 <= places <= min(left)
        assert not waiting
        assert hours > 0


@given(st.booleans(), st.booleans(), st.sampled_from([None, *BookingState]), st.sampled_from(list(Attendance)))
def test_every_date_of_a_place_has_one_state(
    is_past: bool, is_off: bool, booking: BookingState | None, attendance: Attendance
) -> None:
    starts_at = NOW - timedelta(days=1) if is_past else NOW + timedelta(days=1)
    state = state_of_date(starts_at=starts_at, is_called_off=is_off, booking=booking, attendance=attendance, now=NOW)
    if is_off:
        assert state is DateState.CALLED_OFF
    elif booking is not BookingState.BOOKED:
        assert state is DateState.GIVEN_BACK
    else:
        assert state not in (DateState.CALLED_OFF, DateState.GIVEN_BACK)


def test_two_of_six_are_missed_and_what_is_called_off_is_no_date() -> None:
    states = [*[DateState.CAME] * 3, *[DateState.MISSED] * 2, DateState.TO_COME, DateState.CALLED_OFF]
    assert Progress.over(states) == Progress(came=3, missed=2, to_come=1, of=6)


@given(st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.integers(1, 60), st.integers(0, 90))
def test_a_follow_up_is_due_on_a_working_day_and_never_in_the_past(ended_on: date, later: int, passed: int) -> None:
    today = ended_on + timedelta(days=passed)
    due_on = follow_up_due(ended_on, days=later, today=today)
    assert due_on >= today
    assert due_on.weekday() <= FRIDAY
    assert due_on <= max(ended_on + timedelta(days=later), today) + timedelta(days=2)


def test_who_stands_beside_her_follows_up_else_whoever_runs_the_course() -> None:
    lead, deputy, coordinator = (MembershipId(number) for number in (1, 2, 3))
    found = follower([lead, deputy], [coordinator])
    assert found is not None
    assert (found.membership_id, found.opens_record) == (lead, True)
    found = follower([], [coordinator])
    assert found is not None
    assert (found.membership_id, found.opens_record) == (coordinator, False)
    assert follower([], []) is None


@given(st.text(alphabet=st.sampled_from("ab "), max_size=400))
def test_a_step_never_holds_more_words_than_it_may(words: str) -> None:
    assert len(cut(words)) <= 200


def test_she_is_invited_once_before_the_course_and_never_after_a_death() -> None:
    usual = {"has_begun": False, "is_bereaved": False, "was_invited": False, "is_on_it": False}
    assert may_invite(**usual) is None
    wanted = {
        "has_begun": "course_begun",
        "is_bereaved": "nobody_is_invited",
        "was_invited": "course_invited_already",
        "is_on_it": "already_on_course",
    }
    assert {name: code(may_invite(**usual | {name: True})) for name in wanted} == wanted
    assert code(may_answer(InvitationAnswer.DECLINED, is_on_it=True)) == "invited_is_on_it"
    assert may_answer(InvitationAnswer.ACCEPTED, is_on_it=True) is None


def test_a_course_suits_who_is_due_after_it_has_begun_and_reaches_its_areas_and_languages_first() -> None:
    assert suits(date(2026, 4, 1), begins_on=date(2026, 3, 1))
    assert not suits(date(2026, 3, 3), begins_on=date(2026, 3, 1))
    assert not suits(None, begins_on=date(2026, 3, 1))
    first = FirstInvited(("E05001",), ("pa",))
    assert first.include(ward="E05001", speaks="en")
    assert first.include(ward="", speaks="pa-Guru")
    assert not first.include(ward="", speaks="en")


@given(st.lists(st.tuples(st.sampled_from("abc"), st.booleans(), st.booleans())))
def test_nobody_came_who_was_not_offered_a_place_and_had_not_accepted(rows: list[tuple[str, bool, bool]]) -> None:
    counts = counted((Invited(*row) for row in rows), ["a"])
    assert sum(offered for offered, _, _ in counts.values()) == len(rows)
    assert all(offered >= accepted >= came for offered, accepted, came in counts.values())
