"""Women are invited by name and counted; after the course no mother is dropped."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from kith.caseloads.actions.leading import take_lead
from kith.caseloads.actions.leaving import reassign_leavers_work
from kith.courses.actions import following, giving_up, inviting
from kith.courses.actions.booking import book_course
from kith.courses.actions.leaving import WORK
from kith.courses.models.following import CourseInvitation, FollowUp
from kith.courses.queries.counting import reach_of_invitations
from kith.courses.queries.inviting import invite_page
from kith.courses.queries.places import course_place_page
from kith.courses.rules.codes import FollowUpEnd, HowInvited, InvitationAnswer
from kith.courses.rules.inviting import FirstInvited
from kith.courses.tests.world import BUILDER, a_course, book, bookings_of, dates, family_of, sessions_of
from kith.families.actions.consenting import withdraw_consent
from kith.families.actions.registering import register_family
from kith.families.queries.reach import consent_held
from kith.families.rules.codes import Purpose
from kith.families.rules.entries import NewConsent, NewFamily, NewParent, NewPregnancy
from kith.groups.actions.attendance import mark_attendance
from kith.groups.rules.codes import Attendance
from kith.groups.tests.world import an_order
from kith.kernel import clock as kernel_clock
from kith.kernel.ids import FamilyId, FollowUpId, MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from kith.organisations.rules import OrganisationKind, Role
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked
from kith.tasks.queries.next_steps import steps_of
from testing.people import KITH, organisation, worker

pytestmark = pytest.mark.django_db
RunJobs = Callable[[], int]


@pytest.fixture
def coordinator() -> Viewer:
    return worker(Role.COORDINATOR, at=organisation(OrganisationKind.CHARITY), name="Carla Diaz")


@pytest.fixture
def visitor() -> Viewer:
    return worker(name="Grace Obi")


def expecting(*letting_in: int, speaks: str = "en", name: str = "Ana Pop", weeks: int = 12) -> FamilyId:
    """A family whose baby is due in so many weeks."""
    given, _, last = name.partition(" ")
    parent = NewParent(given, last, phone=f"+4477009{abs(hash(name)) % 90000 + 10000}", speaks=speaks)
    due_on = kernel_clock.today() + timedelta(weeks=weeks)
    consents = tuple(NewConsent(each, Purpose.CARE, language="en") for each in letting_in)  # type: ignore[arg-type]
    new = NewFamily(parents=(parent,), pregnancies=(NewPregnancy(due_on=due_on),), consents=consents)
    return register_family(by=KITH, family=new)


def _id(viewer: Viewer) -> MembershipId:
    assert viewer.membership_id is not None
    return viewer.membership_id


def over(course_id: int, clock) -> None:
    """Let time pass until the course is over, and give each mother a follow-up."""
    clock.advance(hours=24 * 44)
    following.follow_up_courses(by=BUILDER)


def test_with_a_lead_the_follow_up_is_her_next_step_and_without_one_it_is_the_coordinators(
    coordinator: Viewer, visitor: Viewer, clock, run_jobs: RunJobs
) -> None:
    course_id = a_course(at=min(coordinator.organisation_ids))
    led = expecting(*visitor.organisation_ids)
    take_lead(by=visitor, family_id=led)
    book_course(by=KITH, family_id=led, course_id=course_id, order=an_order(sessions_of(course_id)[0]))
    unled = family_of(book(course_id))
    gone = book(course_id)
    giving_up.give_up_course(by=BUILDER, token=gone.token)
    over(course_id, clock)
    rows = {FamilyId(row.family_id): row for row in FollowUp.objects.all()}
    assert set(rows) == {led, unled}
    assert (rows[led].owner_id, rows[unled].owner_id) == (visitor.membership_id, coordinator.membership_id)
    assert rows[unled].step_id is None
    (step,) = steps_of(visitor, led)
    assert (step.owner.id, step.due_on) == (visitor.membership_id, rows[led].due_on)
    assert following.follow_up_courses(by=BUILDER) == 0
    assert FollowUp.objects.count() == 2


def test_a_follow_up_ends_with_what_happened_or_goes_to_a_colleague(coordinator: Viewer, clock) -> None:
    charity = min(coordinator.organisation_ids)
    course_id = a_course(at=charity)
    book(course_id)
    over(course_id, clock)
    row = FollowUp.objects.get()
    other = worker(Role.COORDINATOR, at=charity, name="Dina Lowe")
    stranger = worker()
    with pytest.raises(Refusal, match="follow_up_owner"):
        following.hand_on_follow_up(by=coordinator, follow_up_id=FollowUpId(row.pk), to=_id(stranger))
    following.hand_on_follow_up(by=coordinator, follow_up_id=FollowUpId(row.pk), to=_id(other))
    following.finish_follow_up(by=other, follow_up_id=FollowUpId(row.pk), how=FollowUpEnd.SPOKE)
    row.refresh_from_db()
    assert (row.owner_id, row.ended_as, row.ended_by_id) == (other.membership_id, "spoke", other.membership_id)


def test_a_leavers_follow_ups_find_another_owner(coordinator: Viewer, clock) -> None:
    charity = min(coordinator.organisation_ids)
    course_id = a_course(at=charity)
    book(course_id)
    over(course_id, clock)
    other = worker(Role.COORDINATOR, at=charity, name="Dina Lowe")
    end_membership(by=KITH, membership_id=_id(coordinator), until_on=kernel_clock.today())
    reassign_leavers_work(MembershipEnded(_id(coordinator)))
    assert FollowUp.objects.get().owner_id == other.membership_id
    assert not WORK.rows().filter(owner_id=coordinator.membership_id)


def test_consent_withdrawn_ends_the_follow_up_that_stood_on_it(
    coordinator: Viewer, visitor: Viewer, clock, run_jobs: RunJobs
) -> None:
    course_id, ours = a_course(at=min(coordinator.organisation_ids)), min(visitor.organisation_ids)
    led = expecting(ours)
    take_lead(by=visitor, family_id=led)
    book_course(by=KITH, family_id=led, course_id=course_id, order=an_order(sessions_of(course_id)[0]))
    over(course_id, clock)
    consent = consent_held(led, ours, Purpose.CARE)
    assert consent
    withdraw_consent(by=KITH, family_id=led, consent_id=consent)
    run_jobs()
    assert FollowUp.objects.get().ended_as == "consent_withdrawn"


def test_she_is_invited_by_name_once_and_who_books_has_accepted(visitor: Viewer, run_jobs: RunJobs) -> None:
    course_id = a_course(first_invited=FirstInvited(languages=("pa",)))
    (ours,) = visitor.organisation_ids
    later, first = expecting(ours), expecting(ours, speaks="pa", name="Simran Kaur")
    expecting(name="Far Away")
    page = invite_page(visitor, course_id, ListAsked(), lang="en")
    assert [(row.family.id, row.is_first) for row in page.to_invite.rows] == [(first, True), (later, False)]
    inviting.invite_to_course(by=visitor, course_id=course_id, family_id=first, how=HowInvited.MESSAGE, language="pa")
    with pytest.raises(Refusal, match="course_invited_already"):
        inviting.invite_to_course(by=visitor, course_id=course_id, family_id=first, how=HowInvited.PHONE, language="pa")
    row = CourseInvitation.objects.get()
    inviting.answer_invitation(by=visitor, invitation_id=row.pk, answer=InvitationAnswer.DECLINED)
    book_course(by=KITH, family_id=first, course_id=course_id, order=an_order(sessions_of(course_id)[0]))
    row.refresh_from_db()
    assert (row.answer, row.membership_id) == ("accepted", visitor.membership_id)
    with pytest.raises(Refusal, match="invited_is_on_it"):
        inviting.answer_invitation(by=visitor, invitation_id=row.pk, answer=InvitationAnswer.DECLINED)


def test_offered_accepted_and_came_are_counted_and_small_numbers_hidden(visitor: Viewer, clock) -> None:
    course_id = a_course(dates(capacity=40))
    families = [expecting(*visitor.organisation_ids, name=f"Mother {number}", speaks="ro") for number in range(20)]
    few = [expecting(*visitor.organisation_ids, name=f"Few {number}", speaks="so") for number in range(2)]
    for family_id in (*families, *few):
        inviting.invite_to_course(
            by=visitor, course_id=course_id, family_id=family_id, how=HowInvited.PHONE, language="ro"
        )
    session_id = sessions_of(course_id)[0]
    for family_id in (*families[:10], few[0]):
        receipt = book_course(by=KITH, family_id=family_id, course_id=course_id, order=an_order(session_id))
        mark_attendance(
            by=KITH,
            session_id=session_id,
            booking_id=bookings_of(receipt)[session_id],
            attendance=Attendance.ARRIVED,
        )
    reach = reach_of_invitations(visitor)
    by_language = {row.group: row for row in reach.by_language}
    assert by_language["so"].accepted.is_hidden
    assert by_language["so"].came.is_hidden
    assert not {3, 2, 1} & {by_language["so"].accepted.count, by_language["so"].accepted.total}


def test_a_date_missed_stands_on_her_progress(clock) -> None:
    course_id = a_course()
    receipt = book(course_id)
    first, second = list(bookings_of(receipt).items())[:2]
    clock.advance(hours=24 * 14 + 3)
    for (session_id, booking_id), attendance in zip(
        (first, second), (Attendance.ARRIVED, Attendance.DID_NOT_COME), strict=True
    ):
        mark_attendance(by=KITH, session_id=session_id, booking_id=booking_id, attendance=attendance)
    place = course_place_page(BUILDER, receipt.token, lang="en")
    assert place is not None
    assert (place.progress.came, place.progress.missed, place.progress.of) == (1, 1, 6)


def test_two_simulated_years_of_courses_leave_no_mother_without_an_owner(coordinator: Viewer, clock) -> None:
    charity = min(coordinator.organisation_ids)
    begins = kernel_clock.now() + timedelta(days=3)
    for _ in range(8):
        course_id = a_course(at=charity, number=2, first=begins)
        for _ in range(2):
            book(course_id)
        begins += timedelta(days=91)
    seen: set[date] = set()
    for _ in range(8):
        clock.advance(hours=24 * 91)
        following.follow_up_courses(by=BUILDER)
        seen |= set(FollowUp.objects.values_list("due_on", flat=True))
    assert FollowUp.objects.filter(owner__isnull=False).count() == 16
    assert all(day.weekday() < 5 for day in seen)
