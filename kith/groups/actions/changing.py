"""Changing a booking: who comes, what they need, which date. A family keeps what it has until the new is hers."""

from kith.groups import events
from kith.groups.actions.booking import BookingReceipt, take
from kith.groups.actions.offering import change_state, move_up
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import HAS_PLACES, BookingState
from kith.groups.rules.places import BookingContact, Needs, PlaceOrder, may_cancel, may_change_places, may_have_creche
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
from kith.whats_on.rules.places import SessionFacts


@action
def change_needs(*, by: Actor, token: str, needs: Needs, may_wait_for_creche: bool = False) -> BookingReceipt:
    """Let the booking be for these people, with what they need; raises Refusal where there is no room, and nothing
    changes.
    """
    access.require(by, Permission.CANCEL_BOOKING)
    session, _ = _locked(token, None)
    row = Booking.objects.get(token=token)
    had = row.needs
    if had == needs and row.state is not BookingState.CANCELLED:
        return BookingReceipt.of(row)
    facts = session.facts
    if refusal := may_change_places(facts, row.facts, wanted=needs.places, now=clock.now()):
        raise refusal
    if row.state in HAS_PLACES:
        row.creche_waits = _waits_for_creche(row, facts, needs, may_wait=may_wait_for_creche)
    changed = [name for name, value in vars(needs).items() if value != getattr(had, name)]
    for name in changed:
        setattr(row, name, getattr(needs, name))
    row.creche_waits = row.creche_waits and needs.wants_creche
    row.revision += 1
    # The turn on a waiting list stays: it is reckoned from ``changed_at``.
    row.save(update_fields=[*changed, "creche_waits", "revision"])
    audit.record(by, "groups.booking_changed", row, family_id=FamilyId(row.family_id), changed=changed)
    if row.state is BookingState.BOOKED:
        outbox.append(events.PlaceBooked(BookingId(row.pk), row.revision))
    move_up(by, session)
    freshness.invalidate(Topic.LISTINGS)
    return BookingReceipt.of(row)


def _waits_for_creche(row: Booking, facts: SessionFacts, needs: Needs, *, may_wait: bool) -> bool:
    """Whether the family waits for the crèche from now on. What it has there it keeps: more is had, or refused."""
    has = 0 if row.creche_waits else row.needs.children_in_creche
    more = needs.children_in_creche - has
    may_wait = not has and (may_wait or row.creche_waits)
    if refusal := may_have_creche(facts, max(0, more), may_wait=may_wait):
        raise refusal
    return not facts.creche_fits(max(0, more))


@action
def change_date(
    *,
    by: Actor,
    token: str,
    session_id: SessionId,
    needs: Needs,
    may_wait: bool,
    request_key: str,
    may_wait_for_creche: bool = False,
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
    order = PlaceOrder(
        session_id=other.id,
        request_key=request_key,
        contact=BookingContact(old.contact_name, old.contact_email, old.contact_phone),
        language=old.language,
        may_wait=may_wait,
        may_wait_for_creche=may_wait_for_creche,
        **vars(needs),
    )
    has_live = Booking.objects.live().filter(session_id=other.id, family_id=old.family_id).exists()
    receipt = take(by, other, FamilyId(old.family_id), order, has_live_booking=has_live)
    if receipt.state is BookingState.BOOKED:
        _given_back(by, old, session)
    return receipt


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
