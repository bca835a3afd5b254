"""Telling a family what became of its place on a course: one message for all dates. Listeners; safe to run twice.

A place that has changed since the event is told by the later event.
"""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from kith.courses.actions.holding import code_of
from kith.courses.calendar import calendar_of_course
from kith.courses.dates import DateOfCourse, dates_of
from kith.courses.events import CourseAwaited, CourseBooked, CourseGivenUp, CourseHeld, CourseInvited
from kith.courses.models.courses import Course
from kith.courses.models.following import CourseInvitation
from kith.courses.models.places import CourseHold, CoursePlace
from kith.courses.rules.codes import InvitationAnswer
from kith.directory.queries.venues import venues_by_id
from kith.families.queries.cards import contact_of
from kith.families.rules.codes import Purpose
from kith.groups.rules.codes import HeldState
from kith.groups.rules.places import MOST_LETTERS
from kith.kernel import clock
from kith.kernel.ids import CourseId, CoursePlaceId, FamilyId, MembershipId
from kith.kernel.languages import interface_language
from kith.messages.actions.queueing import queue_message
from kith.messages.rules import Word
from kith.organisations.queries.people import membership_card
from kith.platform import audit
from kith.platform.access.viewer import system_actor
from kith.platform.action import action_in_parts
from kith.platform.private_links import address

TELLER = system_actor("courses.telling")


@action_in_parts
def tell_course_booked(event: CourseBooked) -> None:
    """Confirm the places on every date."""
    kind = "course_from_waiting_list" if event.from_waiting_list else "course_booked"
    _tell(event.place_id, event.revision, kind)


@action_in_parts
def tell_course_awaited(event: CourseAwaited) -> None:
    """Confirm the wait."""
    _tell(event.place_id, event.revision, "course_awaited")


@action_in_parts
def tell_course_given_up(event: CourseGivenUp) -> None:
    """Confirm that the rest is given up; or say that the course has begun without a place for her."""
    _tell(event.place_id, event.revision, "course_begun_full" if event.has_begun else "course_given_up")


@action_in_parts
def tell_course_held(event: CourseHeld) -> None:
    """Send the link and the code by which the visitor shows that the e-mail or phone is hers."""
    row = CourseHold.objects.select_related("course").filter(pk=event.hold_id, state=HeldState.HELD).first()
    if row is None:
        return
    since = row.asked_at - timedelta(days=1)
    before = CourseHold.objects.filter(contact_digest=row.contact_digest, asked_at__gt=since, asked_at__lt=row.asked_at)
    if before.count() >= MOST_LETTERS:
        audit.record(TELLER, "courses.proof_not_sent", row, why="asked_too_often")
        return
    row.sent_at = row.sent_at or clock.now()
    row.save(update_fields=["sent_at"])
    contact = row.wish.order.contact
    queue_message(
        by=TELLER,
        kind="course_to_confirm",
        to_email=contact.email or None,
        to_phone=contact.phone or None,
        language=row.language,
        facts={
            **_what(row.course, row.language),
            "is_kept": bool(row.kept),
            "held_until_at": row.held_until.isoformat(),
            "code": code_of(row),
            "link": address("confirm-course", row.link, row.language, row.course_id),
        },
        dedupe_key=f"course_to_confirm:{row.pk}",
    )


@action_in_parts
def tell_course_invited(event: CourseInvited) -> None:
    """Send a woman who was invited by name where she reads about the course and books it, by her family's word."""
    row = CourseInvitation.objects.select_related("course").get(pk=event.invitation_id)
    by, contact = membership_card(MembershipId(row.membership_id)), contact_of(TELLER, FamilyId(row.family_id))
    if row.answer is not InvitationAnswer.WAITS or by is None or contact is None:
        return
    if not (contact.email or contact.phone):
        audit.record(TELLER, "courses.invitation_not_sent", row, family_id=FamilyId(row.family_id), why="no_safe_way")
        return
    queue_message(
        by=TELLER,
        kind="course_invited",
        family_id=FamilyId(row.family_id),
        to_email=contact.email or None,
        to_phone=contact.phone or None,
        language=contact.reads,
        facts={**_what(row.course, contact.reads), "by": by.name, "link": _page(row.course, contact.reads)},
        dedupe_key=f"course_invited:{row.pk}",
        word=Word(by.organisation.id, Purpose.CARE),
    )


def _tell(place_id: CoursePlaceId, revision: int, kind: str) -> None:
    row = CoursePlace.objects.select_related("course").get(pk=place_id)
    if row.revision != revision:
        return
    queue_message(
        by=TELLER,
        kind=kind,
        family_id=FamilyId(row.family_id),
        to_email=row.contact_email or None,
        to_phone=row.contact_phone or None,
        language=row.language,
        facts={
            **_what(row.course, row.language),
            "places": row.places,
            "interpreter": row.interpreter_need == "yes",
            "link": address("course-place", row.token, row.language),
        },
        calendar=calendar_of_course(TELLER, row, lang=row.language),
        dedupe_key=f"{kind}:{row.pk}:{revision}",
    )


def _what(course: Course, language: str) -> dict[str, object]:
    dates = dates_of(TELLER, [CourseId(course.pk)], lang=language)[CourseId(course.pk)]
    taking_place = [each for each in dates if not each.session.is_cancelled] or list(dates)
    return {
        "title": taking_place[0].session.title.text,
        "starts_at": taking_place[0].session.starts_at.isoformat(),
        "count": len(taking_place),
        "dates": [
            {"starts_at": each.session.starts_at.isoformat(), "ends_at": each.session.ends_at.isoformat()}
            for each in taking_place
        ],
        "where": _where(taking_place, language),
    }


def _where(dates: list[DateOfCourse], language: str) -> str:
    """Where it is, if all dates are at one place."""
    venues = {each.session.venue_id for each in dates}
    venue_id = next(iter(venues)) if len(venues) == 1 else None
    if venue_id is None:
        return ""
    venue = venues_by_id(TELLER, [venue_id], lang=language)[venue_id]
    return f"{venue.name}, {venue.address}, {venue.postcode}"


def _page(course: Course, language: str) -> str:
    with translation.override(interface_language(language).code):
        return f"{settings.KITH.site_url}{reverse('course', args=[course.pk])}"
