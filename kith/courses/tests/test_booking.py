"""A course is booked as one: every date or none, with a list in order, and one proof for all dates."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from kith.courses.actions import giving_up, holding
from kith.courses.actions.booking import book_course
from kith.courses.actions.planning import NewCourse, change_course, plan_course
from kith.courses.actions.waiting import fill_courses
from kith.courses.models.courses import CourseDate
from kith.courses.models.places import CourseHold, CoursePlace
from kith.courses.rules.codes import PlaceState
from kith.courses.tests.world import (
    BUILDER,
    a_course,
    book,
    bookings_of,
    code_sent,
    dates,
    family_of,
    hold,
    sessions_of,
)
from kith.families.events import FamilyBereaved
from kith.groups.actions.booking import book_place
from kith.groups.actions.holding import free_held_places
from kith.groups.actions.several import book_dates
from kith.groups.queries.several import bookings_on
from kith.groups.rules.codes import HeldState
from kith.groups.rules.places import HELD_FOR, TRACE_LASTS, WORDS_LAST
from kith.groups.tests.world import an_order
from kith.groups.tests.world import book as book_one
from kith.kernel import clock as kernel_clock
from kith.kernel.ids import BereavementId, MembershipId, new_uuid
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import ANONYMOUS
from kith.platform.audit.models import AuditEntry
from kith.whats_on.actions.planning import cancel_session
from kith.whats_on.queries.dates import dates_by_id
from kith.whats_on.tests.world import a_session
from testing.people import a_family

pytestmark = pytest.mark.django_db
RunJobs = Callable[[], int]


def taken(course_id: int) -> list[int]:
    """How many places are taken on each date."""
    return [each.session.places_taken for each in dates_by_id(BUILDER, sessions_of(course_id), lang="en")]


def queued() -> list[str]:
    """The kinds of the messages that have been queued."""
    entries = AuditEntry.objects.filter(action="messages.message_queued").order_by("pk")
    return [entry.facts["kind"] for entry in entries]


def test_all_six_dates_are_taken_and_the_family_hears_of_them_once(run_jobs: RunJobs) -> None:
    course_id = a_course()
    receipt = book(course_id, places=2, co_parent=True)
    assert (receipt.state, taken(course_id)) == (PlaceState.BOOKED, [2] * 6)
    assert len(bookings_of(receipt)) == 6
    run_jobs()
    assert queued() == ["course_booked"]


def test_where_one_date_is_full_none_is_taken_and_who_may_waits() -> None:
    course_id = a_course(capacity=2)
    book_one(an_order(sessions_of(course_id)[3], places=2))
    with pytest.raises(Refusal, match="course_full"):
        book(course_id)
    assert taken(course_id) == [0, 0, 0, 2, 0, 0]
    assert book(course_id, may_wait=True).state is PlaceState.WAITING
    assert taken(course_id) == [0, 0, 0, 2, 0, 0]


def test_sent_twice_it_is_booked_once_and_a_family_has_one_place() -> None:
    course_id = a_course()
    family_id, order = a_family(), an_order(sessions_of(course_id)[0])
    first, second = (book_course(by=BUILDER, family_id=family_id, course_id=course_id, order=order) for _ in range(2))
    assert first == second
    with pytest.raises(Refusal, match="already_on_course"):
        book_course(by=BUILDER, family_id=family_id, course_id=course_id, order=an_order(sessions_of(course_id)[0]))
    assert taken(course_id) == [1] * 6


def test_a_date_that_she_has_already_stays_hers() -> None:
    course_id = a_course()
    family_id, second = a_family(), sessions_of(course_id)[1]
    book_place(by=BUILDER, family_id=family_id, order=an_order(second))
    book_course(by=BUILDER, family_id=family_id, course_id=course_id, order=an_order(second))
    assert taken(course_id) == [1] * 6


def test_the_rest_is_given_up_and_taken_again(run_jobs: RunJobs, clock) -> None:
    course_id = a_course()
    receipt = book(course_id)
    clock.advance(hours=8 * 24)
    giving_up.give_up_course(by=ANONYMOUS, token=receipt.token)
    assert taken(course_id) == [1, 0, 0, 0, 0, 0]
    with pytest.raises(Refusal, match="course_begun"):
        giving_up.book_course_again(by=ANONYMOUS, token=receipt.token)
    other = book(a_course())
    giving_up.give_up_course(by=ANONYMOUS, token=other.token)
    giving_up.book_course_again(by=ANONYMOUS, token=other.token)
    assert CoursePlace.objects.get(pk=other.place_id).state is PlaceState.BOOKED
    run_jobs()
    assert "course_given_up" in queued()


def test_who_waits_longest_gets_the_place_by_day_and_a_newcomer_waits_behind(clock, run_jobs: RunJobs) -> None:
    course_id = a_course(capacity=1)
    first, second = book(course_id), book(course_id, may_wait=True)
    clock.advance(minutes=1)
    third = book(course_id, may_wait=True)
    giving_up.give_up_course(by=ANONYMOUS, token=first.token)
    with pytest.raises(Refusal, match="course_full"):
        book(course_id)
    assert (fill_courses(by=BUILDER), fill_courses(by=BUILDER)) == (1, 0)
    states = {each.pk: each.state for each in CoursePlace.objects.all()}
    assert (states[second.place_id], states[third.place_id]) == (PlaceState.BOOKED, PlaceState.WAITING)
    run_jobs()
    assert "course_from_waiting_list" in queued()
    clock.advance(hours=9 * 24)
    fill_courses(by=BUILDER)
    assert CoursePlace.objects.get(pk=third.place_id).state is PlaceState.GIVEN_UP
    run_jobs()
    assert queued()[-1] == "course_begun_full"


def test_at_night_nobody_moves_up(clock) -> None:
    course_id = a_course(capacity=1, first=kernel_clock.now() + timedelta(days=20))
    first = book(course_id)
    book(course_id, may_wait=True)
    giving_up.give_up_course(by=ANONYMOUS, token=first.token)
    while 8 <= kernel_clock.local(kernel_clock.now()).hour < 23:
        clock.advance(hours=1)
    assert fill_courses(by=BUILDER) == 0


def test_a_visitors_places_are_kept_on_every_date_until_one_proof(run_jobs: RunJobs) -> None:
    course_id = a_course(capacity=4)
    row = hold(course_id, places=2)
    assert (taken(course_id), CoursePlace.objects.count(), len(row.kept)) == ([2] * 6, 0, 6)
    run_jobs()
    assert queued() == ["course_to_confirm"]
    receipt = holding.confirm_course_by_code(by=ANONYMOUS, course_id=course_id, token=row.token, code=code_sent(row))
    assert not isinstance(receipt, Refusal)
    assert (taken(course_id), len(bookings_of(receipt))) == ([2] * 6, 6)
    assert holding.confirm_course_by_link(by=ANONYMOUS, course_id=course_id, link=row.link) == receipt
    row.refresh_from_db()
    assert (row.state, row.said) == (HeldState.BOOKED, {})


def test_unproved_the_places_come_free_and_the_words_are_forgotten(clock, run_jobs: RunJobs) -> None:
    course_id = a_course(first=kernel_clock.now() + timedelta(days=30))
    row = hold(course_id)
    wrong = "000000" if holding.code_of(row) != "000000" else "000001"
    tried = holding.confirm_course_by_code(by=ANONYMOUS, course_id=course_id, token=row.token, code=wrong)
    assert tried == Refusal("code_wrong")
    clock.advance(hours=HELD_FOR.total_seconds() / 3600)
    free_held_places(by=BUILDER)
    run_jobs()
    assert taken(course_id) == [0] * 6
    assert "held_place_freed" not in queued()
    assert holding.confirm_course_by_link(by=ANONYMOUS, course_id=course_id, link=row.link).state is PlaceState.BOOKED
    other = hold(course_id)
    clock.advance(hours=WORDS_LAST.total_seconds() / 3600)
    holding.forget_course_holds(by=BUILDER)
    other.refresh_from_db()
    assert (other.state, other.said, other.contact_digest) == (HeldState.OVER, {}, "")
    clock.advance(hours=TRACE_LASTS.total_seconds() / 3600)
    holding.forget_course_holds(by=BUILDER)
    assert not CourseHold.objects.exists()


def test_until_they_are_opened_to_others_places_kept_too_long_are_still_hers(clock) -> None:
    course_id = a_course(capacity=2)
    row = hold(course_id)
    book(course_id)
    clock.advance(hours=HELD_FOR.total_seconds() / 3600)
    assert holding.confirm_course_by_link(by=ANONYMOUS, course_id=course_id, link=row.link).state is PlaceState.BOOKED
    assert taken(course_id) == [2] * 6


def test_let_go_the_places_are_free_at_once() -> None:
    course_id = a_course()
    row = hold(course_id)
    holding.give_up_course_hold(by=ANONYMOUS, course_id=course_id, secret=row.token)
    assert taken(course_id) == [0] * 6
    with pytest.raises(Refusal, match="held_over"):
        holding.confirm_course_by_link(by=ANONYMOUS, course_id=course_id, link=row.link)


def test_after_a_death_every_place_is_given_up_without_a_word(run_jobs: RunJobs) -> None:
    course_id = a_course()
    receipt = book(course_id)
    run_jobs()
    before = queued()
    event = FamilyBereaved(family_of(receipt), BereavementId(1), MembershipId(1), kernel_clock.today())
    giving_up.end_courses_for_bereavement(event)
    giving_up.end_courses_for_bereavement(event)
    run_jobs()
    assert (taken(course_id), queued()) == ([0] * 6, before)


def test_several_dates_are_booked_or_none_and_cost_little_more_than_one() -> None:
    family_id, sessions = a_family(), dates()
    past = a_session(starts_at=kernel_clock.now() - timedelta(days=1))
    refused = book_dates(by=BUILDER, family_id=family_id, orders=[an_order(each) for each in (*sessions, past)])
    assert isinstance(refused, Refusal)
    assert refused.code == "session_over"
    assert not bookings_on(BUILDER, sessions, [family_id])
    course_id, order = a_course(sessions), an_order(sessions[0])
    with CaptureQueriesContext(connection) as six:
        book_course(by=BUILDER, family_id=family_id, course_id=course_id, order=order)
    with CaptureQueriesContext(connection) as one:
        book_place(by=BUILDER, family_id=a_family(), order=an_order(sessions[0]))
    assert len(six) <= 2 * len(one)


def test_the_database_knows_no_date_of_another_series_and_no_session_in_two_courses() -> None:
    course_id, other = a_course(), dates(number=2)
    for session_id in (other[0], sessions_of(course_id)[0]):
        with pytest.raises(IntegrityError), transaction.atomic():
            CourseDate.objects.create(course_id=course_id, session_id=session_id, number=9)
    with pytest.raises(Refusal, match="date_in_a_course"):
        a_course(sessions_of(course_id))


def test_a_course_is_planned_once_and_says_what_each_date_is_about() -> None:
    new = NewCourse(dates(), new_uuid())
    course_id = plan_course(by=BUILDER, course=new)
    assert plan_course(by=BUILDER, course=new) == course_id
    change_course(by=BUILDER, course_id=course_id, slides={sessions_of(course_id)[0]: "course-first-feeds"})
    assert CourseDate.objects.filter(slides="course-first-feeds").count() == 1


def test_a_date_that_is_called_off_leaves_a_course_of_five() -> None:
    course_id = a_course()
    cancel_session(by=BUILDER, session_id=sessions_of(course_id)[2])
    receipt = book(course_id)
    assert (receipt.state, len(bookings_of(receipt))) == (PlaceState.BOOKED, 5)
