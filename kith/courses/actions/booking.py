"""Taking places on every date of a course, or waiting for them."""

from collections.abc import Collection
from dataclasses import dataclass

from kith.courses import events
from kith.courses.actions.locking import LockedCourse, lock_course
from kith.courses.models.following import CourseInvitation
from kith.courses.models.places import ASKED_ONCE, CoursePlace
from kith.courses.rules.codes import InvitationAnswer, PlaceState
from kith.courses.rules.courses import may_book, may_wait
from kith.families.actions.registering import family_for_booking
from kith.groups.actions.several import book_dates
from kith.groups.rules.places import BookingWish, PlaceOrder
from kith.kernel import clock
from kith.kernel.ids import CourseId, CoursePlaceId, FamilyId, HeldBookingId, OrganisationId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import organisation_of_kind
from kith.organisations.rules import OrganisationKind
from kith.platform import access, audit, outbox, rows
from kith.platform.access import Forbidden
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, ViewerKind
from kith.platform.action import action
from kith.platform.prepared import Given, Prepared


@dataclass(frozen=True)
class CourseReceipt:
    """What a booking of a course became, with the token of its page."""

    place_id: CoursePlaceId
    token: str
    state: PlaceState

    @classmethod
    def of(cls, row: CoursePlace) -> "CourseReceipt":
        """The receipt of a place that is there."""
        return cls(CoursePlaceId(row.pk), row.token, row.state)


@action
def book_course(*, by: Actor, family_id: FamilyId, course_id: CourseId, order: PlaceOrder) -> CourseReceipt:
    """Take the places on every date for this family, or wait for them where it said that it may."""
    access.require(by, Permission.BOOK_PLACE, family_id=family_id)
    course = lock_course(course_id, family_id=family_id, request_key=order.request_key)
    if earlier := course.asked_before(order.request_key):
        return CourseReceipt.of(earlier)
    if course.live_place(family_id):
        raise Refusal("already_on_course")
    return place_for(by, course, family_id, order)


@action
def book_course_for_person(*, by: Actor, course_id: CourseId, wish: BookingWish) -> CourseReceipt:
    """Let a worker book for the person they speak with, whose family is written down where it is not known yet."""
    access.require(by, Permission.BOOK_PLACE)
    if not by.is_staff and by.kind is not ViewerKind.SYSTEM:
        raise Forbidden(Permission.BOOK_PLACE.value)
    course = lock_course(course_id, request_key=wish.order.request_key)
    if earlier := course.asked_before(wish.order.request_key):
        return CourseReceipt.of(earlier)
    health_visiting = organisation_of_kind(OrganisationKind.HEALTH_VISITING) if wish.agrees else None
    receipt, is_new = place_proved(by, course, wish, health_visiting.id if health_visiting else None)
    if not is_new:
        raise Refusal("already_on_course")
    return receipt


def place_proved(
    by: Actor,
    course: LockedCourse,
    wish: BookingWish,
    health_visiting: OrganisationId | None,
    *,
    kept: Collection[HeldBookingId] = (),
) -> tuple[CourseReceipt, bool]:
    """Take the places, behind the course's lock, for the family that is proved to be meant; the flag: it is new.

    A family that is on the course keeps what it has. ``kept``: places that were kept for it on the dates until now.
    """
    # Asked before the family is written down, so that a full course turns people away quickly.
    if refusal := decide(course, wish.order, has_kept=bool(kept)):
        raise refusal
    consents = wish.consents(health_visiting)
    family = family_for_booking(by=by, parent=wish.parent, due_on=wish.due_on, born_on=wish.born_on, consents=consents)
    live = None if family.is_new else CoursePlace.objects.live().filter(course=course.row, family_id=family.id).first()
    if live:
        return CourseReceipt.of(live), False
    return place_for(by, course, family.id, wish.order, kept=kept), True


def place_for(
    by: Actor, course: LockedCourse, family_id: FamilyId, order: PlaceOrder, *, kept: Collection[HeldBookingId] = ()
) -> CourseReceipt:
    """Write the place on the course down behind its lock: on every date, or on the waiting list."""
    now = clock.now()
    why_not = decide(course, order, has_kept=bool(kept))
    if why_not:
        raise why_not
    row = _new(course, family_id, order)
    if not kept:
        why_not = may_book(course.facts, places=order.places, is_on_it=False, now=now)
    why_not = why_not or take_all(by, course, row, kept=kept)
    if why_not and not order.may_wait:
        raise Refusal("course_full", offer="waiting_list")
    if why_not:
        rows.add(row)
        audit.record(by, "courses.course_awaited", row, family_id=family_id, places=order.places)
        outbox.append(events.CourseAwaited(CoursePlaceId(row.pk), row.revision))
    _accept_invitation(by, course, family_id)
    return CourseReceipt.of(row)


def take_all(
    by: Actor,
    course: LockedCourse,
    row: CoursePlace,
    *,
    kept: Collection[HeldBookingId] = (),
    from_waiting_list: bool = False,
) -> Refusal | None:
    """Take the places on every date that is to come, for a row that is new, waits, or was given up; or say why not."""
    family_id = FamilyId(row.family_id)
    orders = [row.order_for(session_id) for session_id in course.to_come(clock.now())]
    taken = book_dates(by=by, family_id=family_id, orders=orders, kept=kept)
    if isinstance(taken, Refusal):
        return Refusal("course_full", offer="waiting_list") if taken.code == "session_full" else taken
    row.state, row.changed_at = PlaceState.BOOKED, clock.now()
    if row._state.adding:
        rows.add(row)
    else:
        row.save(update_fields=["state", "revision", "changed_at"])
    audit.record(by, "courses.course_booked", row, family_id=family_id, places=row.places, count=len(taken))
    outbox.append(events.CourseBooked(CoursePlaceId(row.pk), row.revision, from_waiting_list))
    return None


def decide(course: LockedCourse, order: PlaceOrder, *, has_kept: bool = False) -> Refusal | None:
    """Say why the places cannot be had, nor waited for where the family said that it may wait; None if they can."""
    ask = may_wait if order.may_wait or has_kept else may_book
    why_not = ask(course.facts, places=order.places, is_on_it=False, now=clock.now())
    if why_not or order.may_wait_for_creche or course.facts.creche_fits(order.needs.children_in_creche):
        return why_not
    return Refusal("creche_full", offer="without_creche")


def _new(course: LockedCourse, family_id: FamilyId, order: PlaceOrder) -> CoursePlace:
    now = clock.now()
    return CoursePlace(
        course=course.row,
        family_id=family_id,
        state=PlaceState.WAITING,
        language=order.language,
        contact_name=order.contact.name,
        contact_email=order.contact.email,
        contact_phone=order.contact.phone,
        request_key=order.request_key,
        booked_at=now,
        changed_at=now,
        **{name: getattr(order, name) for name in ASKED_ONCE},
    )


def _accept_invitation(by: Actor, course: LockedCourse, family_id: FamilyId) -> None:
    """Who books has accepted, whatever was noted before."""
    for row in _INVITED(course=course.id, family=family_id):
        row.answer, row.answered_at = InvitationAnswer.ACCEPTED, clock.now()
        row.save(update_fields=["answer", "answered_at"])
        audit.record(by, "courses.invitation_answered", row, family_id=family_id, answer=row.answer)


_INVITED = Prepared(
    lambda: CourseInvitation.objects.filter(course_id=Given("course"), family_id=Given("family")).exclude(
        answer=InvitationAnswer.ACCEPTED
    )
)
