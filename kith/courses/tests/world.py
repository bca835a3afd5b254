"""A small course for tests: six Saturdays of one series, and families who book it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count

from kith.courses.actions.booking import CourseReceipt, book_course_for_person
from kith.courses.actions.holding import CourseHoldReceipt, code_of, hold_course
from kith.courses.actions.planning import NewCourse, plan_course
from kith.courses.models.courses import CourseDate
from kith.courses.models.places import CourseHold, CoursePlace
from kith.courses.rules.inviting import FirstInvited
from kith.groups.queries.several import bookings_on
from kith.groups.rules.places import BookingWish
from kith.groups.tests.world import an_order
from kith.kernel import clock
from kith.kernel.ids import BookingId, CourseId, FamilyId, OrganisationId, SessionId, new_uuid
from kith.platform.access.viewer import ANONYMOUS, system_actor
from kith.whats_on.tests.world import a_series, a_service, a_session, a_venue, an_organisation

BUILDER = system_actor("tests")
_numbers = count(1)


def dates(
    *, number: int = 6, capacity: int = 5, at: OrganisationId | None = None, first: datetime | None = None
) -> list[SessionId]:
    """So many Saturdays of one series, the first in a week."""
    organisation_id = at or an_organisation(f"Courses {next(_numbers)}")
    venue_id = a_venue(organisation_id, f"Course hub {next(_numbers)}")
    series_id = a_series(a_service(organisation_id, venue_id))
    starts_at = first or clock.now() + timedelta(days=7)
    return [
        a_session(
            capacity=capacity, series_id=series_id, venue_id=venue_id, starts_at=starts_at + timedelta(weeks=week)
        )
        for week in range(number)
    ]


def a_course(session_ids: Sequence[SessionId] | None = None, **changes: object) -> CourseId:
    """A course of these dates, or of six Saturdays in a world of its own."""
    first = changes.pop("first_invited", FirstInvited())
    wanted = list(session_ids) if session_ids is not None else dates(**changes)  # type: ignore[arg-type]
    return plan_course(by=BUILDER, course=NewCourse(wanted, new_uuid(), first))  # type: ignore[arg-type]


def sessions_of(course_id: CourseId) -> list[SessionId]:
    """The sessions of the course, in order."""
    rows = CourseDate.objects.filter(course_id=course_id).order_by("number")
    return [SessionId(each) for each in rows.values_list("session_id", flat=True)]


def wish(course_id: CourseId, **changes: object) -> BookingWish:
    """What a person asks for; the session of the order is the course's first."""
    about = {name: changes.pop(name) for name in ("due_on", "born_on", "agrees") if name in changes}
    return BookingWish(an_order(sessions_of(course_id)[0], **changes), **about)  # type: ignore[arg-type]


def book(course_id: CourseId, **changes: object) -> CourseReceipt:
    """Book the course for a person whose contact is proved."""
    return book_course_for_person(by=BUILDER, course_id=course_id, wish=wish(course_id, **changes))


def hold(course_id: CourseId, **changes: object) -> CourseHold:
    """Ask for the course as a visitor does who has not shown who she is."""
    receipt: CourseHoldReceipt = hold_course(by=ANONYMOUS, course_id=course_id, wish=wish(course_id, **changes))
    return CourseHold.objects.get(token=receipt.token)


def code_sent(row: CourseHold) -> str:
    """The code of this wish, as if the worker had just sent it."""
    CourseHold.objects.filter(pk=row.pk).update(sent_at=clock.now())
    return code_of(row)


def family_of(receipt: CourseReceipt) -> FamilyId:
    """The family that has the place."""
    return FamilyId(CoursePlace.objects.get(pk=receipt.place_id).family_id)


def bookings_of(receipt: CourseReceipt) -> dict[SessionId, BookingId]:
    """The family's bookings on the dates of the course, by session."""
    family_id = family_of(receipt)
    course_id = CourseId(CoursePlace.objects.get(pk=receipt.place_id).course_id)
    found = bookings_on(BUILDER, sessions_of(course_id), [family_id])
    return {session_id: each.id for (_, session_id), each in found.items()}
