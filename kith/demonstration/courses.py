"""Two courses to come that are booked as one, women invited by name, and one course that is over, with follow-ups."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from kith.courses.actions.booking import book_course
from kith.courses.actions.following import follow_up_courses
from kith.courses.actions.inviting import answer_invitation, invite_to_course
from kith.courses.actions.planning import NewCourse, change_course, plan_course
from kith.courses.rules.codes import HowInvited, InvitationAnswer
from kith.courses.rules.inviting import FirstInvited
from kith.demonstration.people import Staff
from kith.families.rules.entries import NewFamily
from kith.groups.actions.attendance import mark_attendance
from kith.groups.events import MissedSession
from kith.groups.queries.several import DateBooking, bookings_on
from kith.groups.rules.codes import Attendance
from kith.groups.rules.places import BookingContact, PlaceOrder
from kith.kernel import clock, ids
from kith.kernel.clock import LONDON, FixedClock
from kith.kernel.ids import CourseId, FamilyId, ServiceId, SessionId, VenueId
from kith.kernel.languages import ENGLISH, interface_language
from kith.missed.actions.asking import ask_families, note_missed
from kith.organisations.rules import Role
from kith.places.queries import ward_names
from kith.platform.access.viewer import Actor
from kith.whats_on.actions.planning import NewSeries, NewSession, add_series, plan_sessions
from kith.whats_on.queries.dates import dates_to_plan
from kith.whats_on.rules.codes import Audience, Joining

SERVICE, CODES = "before-birth", ("saturday-course", "evening-course")
SLIDES = ("course-first-feeds", "course-bottle-feeding")
PAST_CODE = "course-last-season"
PAST_TITLE = {
    "en": "Evening course before the birth",
    "ro": "Curs de seară înainte de naștere",
    "ar": "دورة مسائية قبل الولادة",
}
PAST_DATES, BEGAN = 4, timedelta(days=32)
MORNING_AFTER = timedelta(hours=16)
FEWEST, BOOKED, INVITED = 2, 1, 14
CAME, MISSED = Attendance.ARRIVED, Attendance.DID_NOT_COME
THEN = ((CAME, CAME, MISSED, CAME), (CAME, MISSED, MISSED, CAME), (CAME, CAME, CAME, CAME), (MISSED, CAME, CAME, CAME))
"""What became of the four dates for each family of the course that is over."""


def arrange(
    services: Mapping[str, tuple[ServiceId, VenueId | None]],
    staff: Staff,
    expecting: Sequence[NewFamily],
    with_baby: Sequence[NewFamily],
    *,
    by: Actor,
) -> str:
    """Plan, book and invite; and say how much."""
    made = [_to_come(code, by=by) for code in CODES]
    courses = [course_id for course_id in made if course_id]
    # One place alone: a visitor who looks at a single date still finds two.
    booked = sum(_booked(each, family, by=by, places=1) for each in courses for family in expecting[:BOOKED])
    invited = _invited(courses[0], staff, expecting, by=by) if courses else 0
    followed = _over(services[SERVICE], with_baby[: len(THEN)], by=by)
    return f"{len(courses)} courses, {booked} places on them, {invited} women invited, {followed} followed up"


def _to_come(code: str, *, by: Actor) -> CourseId | None:
    """A course of the dates of this series, with slides on the first of them."""
    dates = [each.session.id for each in dates_to_plan(by, lang=ENGLISH.code) if each.session.code == code][:6]
    if len(dates) < FEWEST:
        return None
    first = FirstInvited(tuple(ward_names())[:2], ("ro", "ar", "so"))
    course_id = plan_course(by=by, course=NewCourse(dates, ids.new_uuid(), first))
    change_course(by=by, course_id=course_id, slides=dict(zip(dates, SLIDES, strict=False)))
    return course_id


def _booked(course_id: CourseId, family: NewFamily, *, by: Actor, places: int = 2) -> bool:
    parent = family.parents[0]
    if not (parent.email or parent.phone):
        return False
    order = PlaceOrder(
        session_id=SessionId(0),
        request_key=f"demonstration-course-{course_id}-{family.id.hex}",
        contact=BookingContact(f"{parent.given_name} {parent.family_name}", parent.email, parent.phone),
        language=interface_language(parent.reads).code,
        places=places,
        co_parent=places > 1,
        may_wait=True,
    )
    book_course(by=by, family_id=family.id, course_id=course_id, order=order)
    return True


def _invited(course_id: CourseId, staff: Staff, families: Sequence[NewFamily], *, by: Actor) -> int:
    """Invite by name women who have no place yet; some say yes, some not this time."""
    visitor = replace(by, membership_id=staff.by_role[Role.HEALTH_VISITOR])
    wanted = families[BOOKED : BOOKED + INVITED]
    for at, family in enumerate(wanted):
        speaks = family.parents[0].speaks
        how = (HowInvited.PHONE, HowInvited.IN_PERSON)[at % 2]
        invitation_id = invite_to_course(by=visitor, course_id=course_id, family_id=family.id, how=how, language=speaks)
        answer = (InvitationAnswer.ACCEPTED, InvitationAnswer.DECLINED, InvitationAnswer.WAITS)[at % 3]
        if answer is not InvitationAnswer.WAITS:
            answer_invitation(by=visitor, invitation_id=invitation_id, answer=answer)
    return len(wanted)


def _over(at: tuple[ServiceId, VenueId | None], families: Sequence[NewFamily], *, by: Actor) -> int:
    """A course of the last weeks: who came and who missed which date, and who follows each mother up."""
    service_id, venue_id = at
    began = datetime.combine(clock.today() - BEGAN, time(18, 30), LONDON)
    starts = [began + timedelta(weeks=week) for week in range(PAST_DATES)]
    with clock.use(FixedClock(began - timedelta(days=10))):
        series = NewSeries(service_id=service_id, code=PAST_CODE, title=PAST_TITLE, audience=Audience.EXPECTING)
        series_id = add_series(by=by, series=series)
        new = [
            NewSession(
                starts_at=each,
                ends_at=each + timedelta(hours=2),
                capacity=14,
                joining=Joining.BOOKABLE,
                venue_id=venue_id,
                interpreter_possible=True,
            )
            for each in starts
        ]
        sessions = plan_sessions(by=by, series_id=series_id, sessions=new)
        course_id = plan_course(by=by, course=NewCourse(sessions, ids.new_uuid()))
        for family in families:
            _booked(course_id, family, by=by)
    bookings = bookings_on(by, sessions, [family.id for family in families])
    for session_id, starts_at, of_date in zip(sessions, starts, zip(*THEN, strict=True), strict=True):
        with clock.use(FixedClock(starts_at + timedelta(hours=1))):
            for family, attendance in zip(families, of_date, strict=False):
                if booking := bookings.get((family.id, session_id)):
                    mark_attendance(by=by, session_id=session_id, booking_id=booking.id, attendance=attendance)
    _asked_why(families[0].id, sessions, bookings, starts, by=by)
    return follow_up_courses(by=by)


def _asked_why(
    family_id: FamilyId,
    sessions: Sequence[SessionId],
    bookings: Mapping[tuple[FamilyId, SessionId], DateBooking],
    starts: Sequence[datetime],
    *,
    by: Actor,
) -> None:
    """Ask the first family on the morning after why it missed a date of the course; it has not said it yet."""
    at = THEN[0].index(MISSED)
    if booking := bookings.get((family_id, sessions[at])):
        with clock.use(FixedClock(starts[at] + MORNING_AFTER)):
            note_missed(MissedSession(booking.id, family_id, sessions[at]))
            ask_families(by=by)
