"""Giving places back, and taking them again. Those who hold the booking's private link may do both."""

from kith.families.events import FamilyBereaved
from kith.groups import events
from kith.groups.actions.locking import locked_booking
from kith.groups.actions.offering import change_state, move_up
from kith.groups.models.bookings import Booking
from kith.groups.rules import places as places_rules
from kith.groups.rules.codes import BookingState
from kith.groups.rules.nights import evening_before
from kith.groups.rules.places import PlaceWish, may_book, may_cancel
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, SessionId
from kith.platform import access, audit, freshness, outbox
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.whats_on.actions.places import locked_sessions


@action
def cancel_booking(*, by: Actor, token: str) -> BookingId:
    """Give the places back; they are offered to who waits. Cancelled twice it is cancelled once."""
    access.require(by, Permission.CANCEL_BOOKING)
    row, session = locked_booking(token)
    if row.state is BookingState.CANCELLED:
        return BookingId(row.pk)
    now, facts = clock.now(), session.facts
    if refusal := may_cancel(row.facts, facts, now=now):
        raise refusal
    row.cancelled_late = row.state is BookingState.BOOKED and now >= evening_before(facts.starts_at)
    change_state(row, BookingState.CANCELLED)
    audit.record(by, "groups.booking_cancelled", row, family_id=FamilyId(row.family_id))
    outbox.append(events.BookingCancelled(BookingId(row.pk), row.revision))
    move_up(by, session)
    freshness.invalidate(Topic.LISTINGS)
    return BookingId(row.pk)


@action
def book_again(*, by: Actor, token: str, may_wait: bool = False) -> BookingId:
    """Undo a cancellation while places are open; else, where the family may wait, it joins those who wait.

    Raises Refusal where the places are gone and it may not wait.
    """
    access.require(by, Permission.BOOK_PLACE)
    row, session = locked_booking(token)
    if row.state is not BookingState.CANCELLED:
        return BookingId(row.pk)
    now, facts = clock.now(), session.facts
    has_live = Booking.objects.live().filter(session_id=session.id, family_id=row.family_id).exists()
    wish = PlaceWish(row.places, has_live)
    refusal = may_book(facts, wish, now=now)
    if refusal and not (may_wait and places_rules.may_wait(facts, wish, now=now) is None):
        raise refusal
    row.cancelled_late = False
    row.creche_waits = not refusal and not facts.creche_fits(row.needs.children_in_creche)
    change_state(row, BookingState.WAITING if refusal else BookingState.BOOKED)
    audit.record(by, _CAME_BACK[row.state], row, family_id=FamilyId(row.family_id), again=True)
    told = events.WaitingListJoined if refusal else events.PlaceBooked
    outbox.append(told(BookingId(row.pk), row.revision))
    move_up(by, session)
    freshness.invalidate(Topic.LISTINGS)
    return BookingId(row.pk)


_CAME_BACK = {BookingState.BOOKED: "groups.place_booked", BookingState.WAITING: "groups.waiting_list_joined"}


@action
def give_up_for_bereavement(event: FamilyBereaved) -> None:
    """Give back the family's places and turns on what is still to come, without a word to it; safe to run twice."""
    give_up_places(event.family_id)


def give_up_places(family_id: FamilyId) -> None:
    """Give back all that is still to come, in the caller's transaction."""
    by = system_actor("groups")
    wanted = Booking.objects.live().filter(family_id=family_id, session__starts_at__gt=clock.now())
    for session_id, session in locked_sessions(map(SessionId, wanted.values_list("session_id", flat=True))).items():
        row = Booking.objects.live().filter(session_id=session_id, family_id=family_id).first()
        if row is None:
            continue
        change_state(row, BookingState.CANCELLED)
        audit.record(by, "groups.booking_given_up", row, family_id=family_id, why="bereaved")
        move_up(by, session)
        freshness.invalidate(Topic.LISTINGS)
