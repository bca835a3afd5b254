"""A visitor's wish for a course waits, with her places on every date, until it is shown that the contact is hers.

One proof for all dates. Nothing typed goes further than one row: no family, list, search or consent knows of it, and
nothing here looks up who is known already (kith.groups.actions.holding, for a single date, says why).
"""

from dataclasses import dataclass

from django.db.models import Q

from kith.courses import events
from kith.courses.actions.booking import CourseReceipt, decide, place_proved
from kith.courses.actions.locking import LockedCourse, lock_course
from kith.courses.models.places import CourseHold, CoursePlace
from kith.courses.rules.codes import CODE
from kith.courses.rules.courses import may_book
from kith.families.rules.checks import check_family
from kith.families.rules.entries import family_of_booking
from kith.groups.actions.holding import contact_digest, forget_wishes, try_proof, wish_to_book
from kith.groups.actions.several import keep_dates, let_go_dates, still_kept
from kith.groups.rules.codes import HeldState
from kith.groups.rules.places import HELD_FOR, WORDS_LAST, BookingWish
from kith.kernel import clock
from kith.kernel.ids import CourseHoldId, CourseId, HeldBookingId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit, outbox, rows
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.private_links import code_from


@dataclass(frozen=True)
class CourseHoldReceipt:
    """Where the visitor is led: the page that waits for her proof."""

    course_id: CourseId
    token: str


@action
def hold_course(*, by: Actor, course_id: CourseId, wish: BookingWish, keeps_places: bool = True) -> CourseHoldReceipt:
    """Keep what the visitor asks for, and places on every date where it can be, until her proof; twice is once."""
    access.require(by, Permission.BOOK_PLACE)
    order, now = wish.order, clock.now()
    course = lock_course(course_id)
    if earlier := CourseHold.objects.filter(request_key=order.request_key, course=course.row).first():
        return CourseHoldReceipt(course_id, earlier.token)
    family = family_of_booking(wish.parent, due_on=wish.due_on, born_on=wish.born_on)
    if refusal := check_family(family, today=clock.today()) or decide(course, order):
        raise refusal
    begins_at = course.facts.taking_place[0].starts_at
    held_until = min(now + HELD_FOR, begins_at)
    fits = may_book(course.facts, places=order.places, is_on_it=False, now=now) is None
    dates = course.to_come(now) if keeps_places and fits else []
    kept = keep_dates(by, dates, order.places, language=order.language, until=held_until) if dates else []
    row = CourseHold(
        course=course.row,
        language=order.language,
        said=wish.as_said(),
        contact_digest=contact_digest(order.contact),
        kept=kept,
        request_key=order.request_key,
        asked_at=now,
        held_until=held_until,
        words_until=min(now + WORDS_LAST, begins_at),
    )
    rows.add(row)
    audit.record(by, "courses.course_held", row, count=len(kept))
    outbox.append(events.CourseHeld(CourseHoldId(row.pk)))
    return CourseHoldReceipt(course_id, row.token)


@action
def confirm_course_by_code(
    *, by: Actor, course_id: CourseId, token: str, code: str, may_wait: bool = False
) -> CourseReceipt | Refusal:
    """Book what was held, where the code is the one that was sent. A wrong code is counted, so it is not raised."""
    access.require(by, Permission.BOOK_PLACE)
    course = lock_course(course_id)
    row = _held(course, token=token)
    if refusal := try_proof(by, row, code, of=CODE, entry="courses.proof_refused"):
        return refusal
    return _book(by, course, row, may_wait=may_wait)


@action
def confirm_course_by_link(*, by: Actor, course_id: CourseId, link: str, may_wait: bool = False) -> CourseReceipt:
    """Book what was held, for who reads the link; tapped twice it is booked once."""
    access.require(by, Permission.BOOK_PLACE)
    course = lock_course(course_id)
    return _book(by, course, _held(course, link=link), may_wait=may_wait)


@action
def give_up_course_hold(*, by: Actor, course_id: CourseId, secret: str) -> None:
    """Let the places go, for who asked for them or who reads the link; what was booked meanwhile stays booked."""
    access.require(by, Permission.CANCEL_BOOKING)
    course = lock_course(course_id)
    row = CourseHold.objects.filter(Q(token=secret) | Q(link=secret), course=course.row).first()
    if row is None:
        raise NotFound("held course")
    if row.state is HeldState.HELD:
        let_go_dates(by, _kept(row))
        _settle(row, HeldState.OVER)
        audit.record(by, "courses.course_hold_given_up", row)


@action
def forget_course_holds(*, by: Actor) -> int:
    """Erase what visitors typed and did not prove in time, and at last the bare rows; says of how many."""
    access.require(by, Permission.MANAGE_SESSIONS)
    letters, entry = ("course_to_confirm",), "courses.course_hold_erased"
    return forget_wishes(by, CourseHold.objects.all(), letters=letters, settle=_settle, entry=entry)


def code_of(row: CourseHold) -> str:
    """The digits that are sent beside the link."""
    return code_from(row.link, CODE)


def _held(course: LockedCourse, **secret: str) -> CourseHold:
    row: CourseHold | None = CourseHold.objects.to_book().filter(course=course.row, **secret).first()
    if row is None:
        raise NotFound("held course")
    return row


def _book(by: Actor, course: LockedCourse, row: CourseHold, *, may_wait: bool) -> CourseReceipt:
    """Turn the wish into a booking behind the course's lock: on the places kept, or on others that are still free."""
    if row.became:
        return CourseReceipt.of(CoursePlace.objects.get(pk=row.became))
    wish, kept = wish_to_book(row, may_wait=may_wait), still_kept(_kept(row))
    receipt, is_new = place_proved(by, course, wish, row.health_visiting, kept=kept)
    if not is_new:
        let_go_dates(by, kept)
    row.became = receipt.place_id
    _settle(row, HeldState.BOOKED)
    audit.record(by, "courses.course_hold_confirmed", row, place_id=receipt.place_id)
    return receipt


def _kept(row: CourseHold) -> list[HeldBookingId]:
    return [HeldBookingId(each) for each in row.kept]


def _settle(row: CourseHold, state: HeldState) -> None:
    """Take the row where it stands from now on; its words go with it."""
    row.state, row.said, row.kept = state, {}, []
    row.save(update_fields=["state", "said", "kept", "became"])
