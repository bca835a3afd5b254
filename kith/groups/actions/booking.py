"""Taking places on a session."""

from dataclasses import dataclass
from datetime import date

from kith.families.actions.registering import family_for_booking
from kith.families.rules.codes import InterpreterNeed
from kith.families.rules.entries import NewConsent, NewParent
from kith.groups import events
from kith.groups.models import Booking, Session
from kith.groups.rules import places as places_rules
from kith.groups.rules.codes import BookingState
from kith.groups.rules.places import PlaceWish, may_book, places_shown
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, SessionId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit, freshness, outbox, rows
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic


@dataclass(frozen=True)
class BookingContact:
    """Who booked, and where the confirmation goes."""

    name: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class PlaceOrder:
    """What a family asks for. The same ``request_key`` never takes places twice."""

    session_id: SessionId
    request_key: str
    contact: BookingContact
    language: str
    places: int = 1
    interpreter_need: InterpreterNeed = InterpreterNeed.NOT_ASKED
    interpreter_language: str = ""
    access_needs: str = ""
    may_wait: bool = False


@dataclass(frozen=True)
class BookingReceipt:
    """What a booking became, with the token of its page."""

    booking_id: BookingId
    token: str
    state: BookingState


@action
def book_place(*, by: Actor, family_id: FamilyId, order: PlaceOrder) -> BookingReceipt:
    """Take the places for this family, or put it on the waiting list where it said it may wait and none are left."""
    access.require(by, Permission.BOOK_PLACE, family_id=family_id)
    session = _locked(order.session_id)
    return _earlier(order) or _take(by, session, family_id, order)


@action
def book_place_as_visitor(
    *,
    by: Actor,
    order: PlaceOrder,
    parent: NewParent,
    due_on: date | None = None,
    born_on: date | None = None,
    consents: tuple[NewConsent, ...] = (),
) -> BookingReceipt:
    """The same for a visitor who has not signed in: their family is written down where it is not known yet."""
    access.require(by, Permission.BOOK_PLACE)
    session = _locked(order.session_id)
    if earlier := _earlier(order):
        return earlier
    # Asked before the family is written down, so that a full session turns people away quickly.
    if refusal := _decide(session, PlaceWish(order.places), order):
        raise refusal
    family = family_for_booking(by=by, parent=parent, due_on=due_on, born_on=born_on, consents=consents)
    return _take(by, session, family.id, order, is_new_family=family.is_new)


def _locked(session_id: SessionId) -> Session:
    session = Session.objects.locked(session_id)
    if session is None:
        raise NotFound("session")
    return session


def _earlier(order: PlaceOrder) -> BookingReceipt | None:
    row = Booking.objects.filter(request_key=order.request_key).first()
    if row and row.session_id != order.session_id:
        raise Refusal("request_key_used")
    return BookingReceipt(BookingId(row.pk), row.token, row.state) if row else None


def _decide(session: Session, wish: PlaceWish, order: PlaceOrder) -> Refusal | None:
    now = clock.now()
    refusal = may_book(session.facts, wish, now=now)
    if refusal and order.may_wait and refusal.offer == "waiting_list":
        return places_rules.may_wait(session.facts, wish, now=now)
    return refusal


def _take(
    by: Actor, session: Session, family_id: FamilyId, order: PlaceOrder, *, is_new_family: bool = False
) -> BookingReceipt:
    has_live = not is_new_family and Booking.objects.live().filter(session=session, family_id=family_id).exists()
    wish = PlaceWish(order.places, has_live_booking=has_live)
    if refusal := _decide(session, wish, order):
        raise refusal
    now = clock.now()
    must_wait = session.facts.places_left < order.places
    row = Booking(
        session=session,
        family_id=family_id,
        places=order.places,
        state=BookingState.WAITING if must_wait else BookingState.BOOKED,
        language=order.language,
        contact_name=order.contact.name,
        contact_email=order.contact.email,
        contact_phone=order.contact.phone,
        interpreter_need=order.interpreter_need,
        interpreter_language=order.interpreter_language,
        access_needs=order.access_needs,
        request_key=order.request_key,
        booked_at=now,
        changed_at=now,
    )
    rows.add(row)
    booking_id = BookingId(row.pk)
    if must_wait:
        audit.record(by, "groups.waiting_list_joined", row, family_id=family_id, places=order.places)
        outbox.append(events.WaitingListJoined(booking_id, row.revision))
    else:
        audit.record(by, "groups.place_booked", row, family_id=family_id, places=order.places)
        outbox.append(events.PlaceBooked(booking_id, row.revision))
        _invalidate_if_shown(session, order.places)
    return BookingReceipt(booking_id, row.token, row.state)


def _invalidate_if_shown(session: Session, places: int) -> None:
    """Have the public pages made anew where these places change what they say."""
    left = session.facts.places_left
    if places_shown(left) != places_shown(left - places):
        freshness.invalidate(Topic.LISTINGS)
