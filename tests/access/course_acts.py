"""Every action of courses, done once."""

from collections.abc import Callable
from datetime import timedelta

from kith.courses.actions import following, giving_up, holding, inviting, leaving, planning, telling, waiting
from kith.courses.actions.booking import book_course
from kith.courses.events import CourseAwaited, CourseBooked, CourseGivenUp, CourseHeld, CourseInvited
from kith.courses.models.courses import CourseDate
from kith.courses.models.following import FollowUp
from kith.courses.models.places import CourseHold, CoursePlace
from kith.courses.rules.codes import FollowUpEnd, HowInvited, InvitationAnswer
from kith.courses.tests.world import a_course, book, code_sent, dates, family_of, hold, sessions_of
from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.groups.actions.interpreters import ask_for_interpreters
from kith.groups.events import DatesBooked
from kith.groups.models.bookings import Booking
from kith.groups.tests.world import an_order
from kith.kernel import clock
from kith.kernel.ids import (
    BereavementId,
    BookingId,
    CourseHoldId,
    CourseId,
    CourseInvitationId,
    CoursePlaceId,
    FollowUpId,
    new_uuid,
)
from kith.platform.access.viewer import ANONYMOUS, system_actor
from kith.tasks.actions.next_steps import add_next_step
from testing.rows import Session
from tests.access.consent import take_all_back
from tests.access.contact_acts import at_work, member
from tests.access.world import World

BY = system_actor("tests")
Act = Callable[[], object]
Prepare = Callable[[World], Act]


def _booked(_world: World) -> Act:
    course_id = a_course()
    return lambda: book(course_id)


def _booked_by_family(world: World) -> Act:
    course_id = a_course()
    order, family_id = an_order(sessions_of(course_id)[0]), world.families["own"].id
    return lambda: book_course(by=BY, family_id=family_id, course_id=course_id, order=order)


def _interpreters(_world: World) -> Act:
    course_id = a_course()
    book(course_id, interpreter_need="yes", interpreter_language="ro")
    ids = tuple(
        BookingId(each) for each in Booking.objects.filter(interpreter_language="ro").values_list("pk", flat=True)
    )
    return lambda: ask_for_interpreters(DatesBooked(ids))


def _planned(_world: World) -> Act:
    new = planning.NewCourse(dates(number=2), new_uuid())
    return lambda: planning.plan_course(by=BY, course=new)


def _changed(_world: World) -> Act:
    course_id = a_course()
    return lambda: planning.change_course(by=BY, course_id=course_id, slides={})


def _given_up(_world: World) -> Act:
    receipt = book(a_course())
    return lambda: giving_up.give_up_course(by=ANONYMOUS, token=receipt.token)


def _again(_world: World) -> Act:
    receipt = book(a_course())
    giving_up.give_up_course(by=ANONYMOUS, token=receipt.token)
    return lambda: giving_up.book_course_again(by=ANONYMOUS, token=receipt.token)


def _bereaved(_world: World) -> Act:
    family_id = family_of(book(a_course()))
    event = FamilyBereaved(family_id, BereavementId(1), member("midwife"), clock.today())
    return lambda: giving_up.end_courses_for_bereavement(event)


def _filled(_world: World) -> Act:
    course_id = a_course(capacity=1)
    first = book(course_id)
    book(course_id, may_wait=True)
    giving_up.give_up_course(by=ANONYMOUS, token=first.token)
    return lambda: waiting.fill_courses(by=BY)


def _held(_world: World) -> Act:
    course_id = a_course()
    return lambda: hold(course_id)


def _by_code(_world: World) -> Act:
    row = hold(a_course())
    course_id, code = CourseId(row.course_id), code_sent(row)
    return lambda: holding.confirm_course_by_code(by=ANONYMOUS, course_id=course_id, token=row.token, code=code)


def _by_link(_world: World) -> Act:
    row = hold(a_course())
    course_id = CourseId(row.course_id)
    return lambda: holding.confirm_course_by_link(by=ANONYMOUS, course_id=course_id, link=row.link)


def _let_go(_world: World) -> Act:
    row = hold(a_course())
    course_id = CourseId(row.course_id)
    return lambda: holding.give_up_course_hold(by=ANONYMOUS, course_id=course_id, secret=row.link)


def _forgotten(_world: World) -> Act:
    CourseHold.objects.filter(pk=hold(a_course()).pk).update(words_until=clock.now())
    return lambda: holding.forget_course_holds(by=BY)


def _told_held(_world: World) -> Act:
    row = hold(a_course())
    return lambda: telling.tell_course_held(CourseHeld(CourseHoldId(row.pk)))


def _told_booked(_world: World) -> Act:
    receipt = book(a_course())
    return lambda: telling.tell_course_booked(CourseBooked(receipt.place_id, 1))


def _told_awaited(_world: World) -> Act:
    course_id = a_course(capacity=1)
    book(course_id)
    receipt = book(course_id, may_wait=True)
    return lambda: telling.tell_course_awaited(CourseAwaited(receipt.place_id, 1))


def _told_given_up(_world: World) -> Act:
    receipt = book(a_course())
    giving_up.give_up_course(by=ANONYMOUS, token=receipt.token)
    revision = CoursePlace.objects.get(pk=receipt.place_id).revision
    return lambda: telling.tell_course_given_up(CourseGivenUp(CoursePlaceId(receipt.place_id), revision))


def _invite(world: World, how: HowInvited = HowInvited.PHONE) -> CourseInvitationId:
    return inviting.invite_to_course(
        by=at_work("midwife"), course_id=a_course(), family_id=world.families["own"].id, how=how, language="ro"
    )


def _answered(world: World) -> Act:
    invitation_id = _invite(world)
    return lambda: inviting.answer_invitation(
        by=at_work("midwife"), invitation_id=invitation_id, answer=InvitationAnswer.DECLINED
    )


def _told_invited(world: World) -> Act:
    invitation_id = _invite(world, HowInvited.MESSAGE)
    return lambda: telling.tell_course_invited(CourseInvited(invitation_id))


def _over(_world: World) -> Act:
    receipt = book(a_course())
    row = CoursePlace.objects.get(pk=receipt.place_id)
    for at, each in enumerate(CourseDate.objects.filter(course_id=row.course_id)):
        then = clock.now() - timedelta(days=30 - at)
        Session.objects.filter(pk=each.session_id).update(starts_at=then, ends_at=then + timedelta(hours=2))
    return lambda: following.follow_up_courses(by=BY)


def _follow_up(world: World, **changes: object) -> FollowUp:
    FollowUp.objects.filter(pk=world.courses["own"]["follow_up_id"]).update(**changes)
    return FollowUp.objects.get(pk=world.courses["own"]["follow_up_id"])


def _finished(world: World) -> Act:
    row = _follow_up(world)
    return lambda: following.finish_follow_up(
        by=at_work("coordinator"), follow_up_id=FollowUpId(row.pk), how=FollowUpEnd.SPOKE
    )


def _handed_on(world: World) -> Act:
    row = _follow_up(world, owner_id=member("midwife"))
    return lambda: following.hand_on_follow_up(
        by=at_work("coordinator"), follow_up_id=FollowUpId(row.pk), to=member("coordinator")
    )


def _without_consent(world: World) -> Act:
    family, midwife = world.families["own"], member("midwife")
    step_id = add_next_step(by=BY, family_id=family.id, what="Call", due_on=clock.today(), owner=midwife)
    _follow_up(world, family_id=family.id, owner_id=midwife, step_id=step_id)
    consent = family.consents[0]
    take_all_back(family)
    event = ConsentWithdrawn(family.id, consent.organisation_id, "care", consent.id)
    return lambda: leaving.end_follow_ups_without_consent(event)


COURSE_ACTS: dict[str, Prepare] = {
    "courses.book_course_for_person": _booked,
    "courses.book_course": _booked_by_family,
    "groups.ask_for_interpreters": _interpreters,
    "courses.plan_course": _planned,
    "courses.change_course": _changed,
    "courses.give_up_course": _given_up,
    "courses.book_course_again": _again,
    "courses.end_courses_for_bereavement": _bereaved,
    "courses.fill_courses": _filled,
    "courses.hold_course": _held,
    "courses.confirm_course_by_code": _by_code,
    "courses.confirm_course_by_link": _by_link,
    "courses.give_up_course_hold": _let_go,
    "courses.forget_course_holds": _forgotten,
    "courses.tell_course_held": _told_held,
    "courses.tell_course_booked": _told_booked,
    "courses.tell_course_awaited": _told_awaited,
    "courses.tell_course_given_up": _told_given_up,
    "courses.invite_to_course": lambda world: lambda: _invite(world),
    "courses.answer_invitation": _answered,
    "courses.tell_course_invited": _told_invited,
    "courses.follow_up_courses": _over,
    "courses.finish_follow_up": _finished,
    "courses.hand_on_follow_up": _handed_on,
    "courses.end_follow_ups_without_consent": _without_consent,
}
