"""Changing a booking: how many places, and on which date. What a family has it keeps until the new is hers."""

from kith.groups import events
from kith.groups.actions.booking import BookingReceipt, take
from kith.groups.actions.offering import change_state, move_up
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import BookingState
from kith.groups.rules.places import BookingContact, PlaceOrder, may_cancel, may_change_places
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, SessionId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit, freshness, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.whats_on.actions.places import LockedSession, locked_sessions


@action
def change_places(*, by: Actor, token: str, places: int) -> BookingReceipt:
    """Let the booking have this many places; raises Refusal where there are not so many more, and nothing changes."""
    access.require(by, Permission.CANCEL_BOOKING)
    session, _ = _locked(token, None)
    row = Booking.objects.get(token=token)
    if row.places == places and row.state is not BookingState.CANCELLED:
        return BookingReceipt.of(row)
    facts = session.facts
    if refusal := may_change_places(facts, row.facts, wanted=places, now=clock.now()):
        raise refusal
    before, row.places = row.places, places
    row.revision += 1
    # The turn on a waiting list stays: it is reckoned from ``changed_at``.
    row.save(update_fields=["places", "revision"])
    audit.record(by, "groups.places_changed", row, family_id=FamilyId(row.family_id), before=before, places=places)
    if row.state is BookingState.BOOKED:
        outbox.append(events.PlaceBooked(BookingId(row.pk), row.revision))
    move_up(by, session)
    freshness.invalidate(Topic.LISTINGS)
    return BookingReceipt.of(row)


@action
def change_date(
    *, by: Actor, token: str, session_id: SessionId, places: int, may_wait: bool, request_key: str
) -> BookingReceipt:
    """Take places on another date of the same series, and only then give the old ones back.

    Where the other date is full, the family keeps what it has; it may wait for the other date beside it.
    """
    access.require(by, Permission.CANCEL_BOOKING)
    if before := Booking.objects.filter(request_key=request_key).first():
        return BookingReceipt.of(before)
    session, other = _locked(token, session_id)
    old = Booking.objects.get(token=token)
    if other is None or other.series_id != session.series_id:
        raise NotFound("session")
    if old.state is BookingState.CANCELLED:
        raise Refusal("booking_is_cancelled")
    if refusal := may_cancel(old.facts, session.facts, now=clock.now()):
        raise refusal
    receipt = _taken(by, old, other, places, may_wait=may_wait, request_key=request_key)
    if receipt.state is BookingState.BOOKED:
        _given_back(by, old, session)
    return receipt


def _taken(
    by: Actor, old: Booking, other: LockedSession, places: int, *, may_wait: bool, request_key: str
) -> BookingReceipt:
    order = PlaceOrder(
        session_id=other.id,
        request_key=request_key,
        contact=BookingContact(old.contact_name, old.contact_email, old.contact_phone),
        language=old.language,
        places=places,
        interpreter_need=old.interpreter_need,
        interpreter_language=old.interpreter_language,
        access_needs=old.access_needs,
        babies=old.babies,
        older_children=old.older_children,
        wants_creche=old.wants_creche,
        co_parent=old.co_parent,
        reminders=old.reminders,
        may_wait=may_wait,
    )
    has_live = Booking.objects.live().filter(session_id=other.id, family_id=old.family_id).exists()
    return take(by, other, FamilyId(old.family_id), order, has_live_booking=has_live)


def _given_back(by: Actor, old: Booking, session: LockedSession) -> None:
    change_state(old, BookingState.CANCELLED)
    audit.record(by, "groups.booking_moved", old, family_id=FamilyId(old.family_id))
    outbox.append(events.BookingCancelled(BookingId(old.pk), old.revision, is_moved=True))
    move_up(by, session)
    freshness.invalidate(Topic.LISTINGS)


def _locked(token: str, other_id: SessionId | None) -> tuple[LockedSession, LockedSession | None]:
    """The booking's session and the other one."""
    own_id = Booking.objects.filter(token=token).values_list("session_id", flat=True).first()
    if own_id is None:
        raise NotFound("booking")
    own = SessionId(own_id)
    locked = locked_sessions({own, other_id or own})
    return locked[own], locked[other_id] if other_id and other_id != own else None
