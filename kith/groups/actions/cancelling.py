"""Giving places back, and taking them again. Those who hold the booking's private link may do both."""

from kith.families.events import FamilyBereaved
from kith.groups import events
from kith.groups.models import Booking, Session
from kith.groups.rules.codes import BookingState
from kith.groups.rules.places import PlaceWish, Waiting, may_book, may_cancel, who_moves_up
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, SessionId
from kith.platform import access, audit, freshness, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.platform.freshness import Topic


@action
def cancel_booking(*, by: Actor, token: str) -> BookingId:
    """Give the places back; the longest-waiting family that fits moves up. Cancelled twice it is cancelled once."""
    access.require(by, Permission.CANCEL_BOOKING)
    row, session = _locked(token)
    if row.state == BookingState.CANCELLED:
        return BookingId(row.pk)
    if refusal := may_cancel(row.state, session.facts, now=clock.now()):
        raise refusal
    _change(row, BookingState.CANCELLED)
    audit.record(by, "groups.booking_cancelled", row, family_id=FamilyId(row.family_id))
    outbox.append(events.BookingCancelled(BookingId(row.pk), row.revision))
    move_up(by, session)
    freshness.invalidate(Topic.LISTINGS)
    return BookingId(row.pk)


@action
def book_again(*, by: Actor, token: str) -> BookingId:
    """Undo a cancellation while places are left; raises Refusal where they are gone."""
    access.require(by, Permission.BOOK_PLACE)
    row, session = _locked(token)
    if row.state != BookingState.CANCELLED:
        return BookingId(row.pk)
    has_live = Booking.objects.live().filter(session=session, family_id=row.family_id).exists()
    if refusal := may_book(session.facts, PlaceWish(row.places, has_live), now=clock.now()):
        raise refusal
    _change(row, BookingState.BOOKED)
    audit.record(by, "groups.place_booked", row, family_id=FamilyId(row.family_id), again=True)
    outbox.append(events.PlaceBooked(BookingId(row.pk), row.revision))
    freshness.invalidate(Topic.LISTINGS)
    return BookingId(row.pk)


@action
def give_up_for_bereavement(event: FamilyBereaved) -> None:
    """Give back the family's places and turns on what is still to come, without a word to it; safe to run twice."""
    give_up_places(event.family_id)


def give_up_places(family_id: FamilyId) -> None:
    """Give back all that is still to come, in the caller's transaction."""
    by = system_actor("groups")
    wanted = Booking.objects.live().filter(family_id=family_id, session__starts_at__gt=clock.now())
    for session_id in wanted.order_by("session_id").values_list("session_id", flat=True):
        session = Session.objects.locked(SessionId(session_id))
        row = Booking.objects.live().filter(session_id=session_id, family_id=family_id).first()
        if session is None or row is None:
            continue
        _change(row, BookingState.CANCELLED)
        audit.record(by, "groups.booking_given_up", row, family_id=family_id, why="bereaved")
        move_up(by, session)
        freshness.invalidate(Topic.LISTINGS)


def _locked(token: str) -> tuple[Booking, Session]:
    """The booking and its session, behind the same lock that booking takes: no two can wait for each other."""
    session_id = Booking.objects.filter(token=token).values_list("session_id", flat=True).first()
    session = Session.objects.locked(SessionId(session_id)) if session_id else None
    if session is None:
        raise NotFound("booking")
    return Booking.objects.get(token=token), session


def _change(row: Booking, state: BookingState) -> None:
    row.state = state
    row.revision += 1
    row.changed_at = clock.now()
    row.save(update_fields=["state", "revision", "changed_at"])


def move_up(by: Actor, session: Session) -> None:
    """Give free places to those who wait for them."""
    session.refresh_from_db(fields=["places_taken"])
    waiting = {BookingId(row.pk): row for row in Booking.objects.waiting().filter(session=session)}
    queue = [Waiting(booking_id, row.places, row.changed_at) for booking_id, row in waiting.items()]
    for booking_id in who_moves_up(session.facts.places_left, queue):
        row = waiting[booking_id]
        _change(row, BookingState.BOOKED)
        audit.record(by, "groups.place_from_waiting_list", row, family_id=FamilyId(row.family_id))
        outbox.append(events.PlaceBooked(booking_id, row.revision, from_waiting_list=True))
