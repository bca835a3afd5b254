"""Taking places on a session."""

from dataclasses import dataclass

from kith.families.actions.registering import family_for_booking
from kith.groups import events
from kith.groups.models.bookings import Booking
from kith.groups.rules import places as places_rules
from kith.groups.rules.codes import BookingState
from kith.groups.rules.places import BookingWish, PlaceOrder, PlaceWish, may_book, may_have_creche
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, OrganisationId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import organisation_of_kind
from kith.organisations.rules import OrganisationKind
from kith.platform import access, audit, freshness, outbox, rows
from kith.platform.access import Forbidden
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, ViewerKind
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.whats_on.actions.places import LockedSession, locked_session
from kith.whats_on.rules.places import places_shown


@dataclass(frozen=True)
class BookingReceipt:
    """What a booking became, with the token of its page."""

    booking_id: BookingId
    token: str
    state: BookingState

    @classmethod
    def of(cls, row: Booking) -> "BookingReceipt":
        """The receipt of a booking that is there."""
        return cls(BookingId(row.pk), row.token, row.state)


@action
def book_place(*, by: Actor, family_id: FamilyId, order: PlaceOrder) -> BookingReceipt:
    """Take the places for this family, or put it on the waiting list where it said it may wait and none are left."""
    access.require(by, Permission.BOOK_PLACE, family_id=family_id)
    session = locked_session(order.session_id)
    if earlier := _earlier(order):
        return earlier
    return take(by, session, family_id, order, has_live_booking=live_booking(session, family_id) is not None)


@action
def book_for_person(*, by: Actor, wish: BookingWish) -> BookingReceipt:
    """Let a worker book for the person they speak with, whose family is written down where it is not known yet.

    Forbidden for a visitor, whose words wait until the contact is proved (kith.groups.actions.holding).
    """
    access.require(by, Permission.BOOK_PLACE)
    if not by.is_staff and by.kind is not ViewerKind.SYSTEM:
        raise Forbidden(Permission.BOOK_PLACE.value)
    session = locked_session(wish.order.session_id)
    if earlier := _earlier(wish.order):
        return earlier
    health_visiting = organisation_of_kind(OrganisationKind.HEALTH_VISITING) if wish.agrees else None
    receipt, is_new = book_proved(by, session, wish, health_visiting.id if health_visiting else None)
    if not is_new:
        raise Refusal("already_booked", offer="own_booking")
    return receipt


def book_proved(
    by: Actor, session: LockedSession, wish: BookingWish, health_visiting: OrganisationId | None, *, kept: int = 0
) -> tuple[BookingReceipt, bool]:
    """Take the places, behind the session's lock, for the family that is proved to be meant; the flag: it is new.

    A family that has a live booking on this session keeps that one. ``kept``: so many places were kept until now.
    """
    # Asked before the family is written down, so that a full session turns people away quickly.
    if refusal := decide(session, PlaceWish(wish.order.places), wish.order, kept=kept):
        raise refusal
    consents = wish.consents(health_visiting)
    family = family_for_booking(by=by, parent=wish.parent, due_on=wish.due_on, born_on=wish.born_on, consents=consents)
    if not family.is_new and (live := live_booking(session, family.id)):
        return BookingReceipt.of(live), False
    return take(by, session, family.id, wish.order, kept=kept), True


def live_booking(session: LockedSession, family_id: FamilyId) -> Booking | None:
    """The booking by which the family has, or waits for, places on this session."""
    return Booking.objects.live().filter(session_id=session.id, family_id=family_id).first()


def decide(session: LockedSession, wish: PlaceWish, order: PlaceOrder, *, kept: int = 0) -> Refusal | None:
    """Say why the places cannot be had, nor waited for where the family said that it may wait; None if they can."""
    now, facts = clock.now(), session.facts.given_back(kept)
    refusal = may_book(facts, wish, now=now)
    if refusal and order.may_wait and refusal.offer == "waiting_list":
        return places_rules.may_wait(facts, wish, now=now)
    return refusal or may_have_creche(facts, order.needs.children_in_creche, may_wait=order.may_wait_for_creche)


def take(
    by: Actor,
    session: LockedSession,
    family_id: FamilyId,
    order: PlaceOrder,
    *,
    has_live_booking: bool = False,
    kept: int = 0,
    is_told_by_others: bool = False,
) -> BookingReceipt:
    """Write the booking down behind the session's lock; so many places were ``kept`` for it until now.

    ``is_told_by_others``: it is one of several, announced and told together. Where others wait it joins them, also
    while a place is free: that one is offered to it in its turn.
    """
    if refusal := decide(session, PlaceWish(order.places, has_live_booking), order, kept=kept):
        raise refusal
    left = session.facts.given_back(kept).places_open
    must_wait = left < order.places
    row = _new(session, family_id, order, BookingState.WAITING if must_wait else BookingState.BOOKED)
    row.creche_waits = not must_wait and not session.facts.creche_fits(order.needs.children_in_creche)
    rows.add(row)
    if must_wait:
        audit.record(by, "groups.waiting_list_joined", row, family_id=family_id, places=order.places)
        outbox.append(events.WaitingListJoined(BookingId(row.pk), row.revision))
        invalidate_if_shown(left, 0)
    else:
        audit.record(by, "groups.place_booked", row, family_id=family_id, places=order.places)
        if not is_told_by_others:
            outbox.append(events.PlaceBooked(BookingId(row.pk), row.revision))
        invalidate_if_shown(left - kept, left - order.places)
    return BookingReceipt.of(row)


def _new(session: LockedSession, family_id: FamilyId, order: PlaceOrder, state: BookingState) -> Booking:
    now = clock.now()
    return Booking(
        session_id=session.id,
        family_id=family_id,
        state=state,
        language=order.language,
        contact_name=order.contact.name,
        contact_email=order.contact.email,
        contact_phone=order.contact.phone,
        request_key=order.request_key,
        booked_at=now,
        changed_at=now,
        **vars(order.needs),
    )


def invalidate_if_shown(before: int, after: int) -> None:
    """Have the public pages made anew where open places, so many before and after, change what they say."""
    if places_shown(before) != places_shown(after):
        freshness.invalidate(Topic.LISTINGS)


def _earlier(order: PlaceOrder) -> BookingReceipt | None:
    row = Booking.objects.filter(request_key=order.request_key).first()
    if row and row.session_id != order.session_id:
        raise Refusal("request_key_used")
    return BookingReceipt.of(row) if row else None
