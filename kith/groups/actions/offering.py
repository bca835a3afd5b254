"""Places that came free are offered to those who wait: by day, for a time, one family after the other."""

from datetime import datetime, timedelta

from django.db import transaction

from kith.groups import events
from kith.groups.actions.locking import locked_booking
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import BookingState
from kith.groups.rules.nights import is_awake
from kith.groups.rules.offers import Turn, Waiting, turn_of, who_moves_up
from kith.groups.rules.places import may_accept
from kith.groups.settings import OFFER_HOURS
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, SessionId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit, freshness, outbox
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action, action_in_parts
from kith.platform.freshness import Topic
from kith.whats_on.actions.places import LockedSession, locked_session
from kith.whats_on.rules.places import SessionFacts


@action
def accept_offer(*, by: Actor, token: str) -> BookingId:
    """Take the places that are offered; accepted twice they are booked once."""
    access.require(by, Permission.BOOK_PLACE)
    row, session = locked_booking(token)
    if refusal := may_accept(row.facts, session.facts, now=clock.now()):
        raise refusal
    if row.state is BookingState.OFFERED:
        change_state(row, BookingState.BOOKED)
        audit.record(by, "groups.offer_accepted", row, family_id=FamilyId(row.family_id))
        outbox.append(events.PlaceBooked(BookingId(row.pk), row.revision))
    return BookingId(row.pk)


@action
def decline_offer(*, by: Actor, token: str) -> BookingId:
    """Let the next family have the places that are offered; declined twice they are passed on once."""
    access.require(by, Permission.CANCEL_BOOKING)
    row, session = locked_booking(token)
    if row.state is BookingState.CANCELLED:
        return BookingId(row.pk)
    if row.state is not BookingState.OFFERED:
        raise Refusal("no_offer")
    _end(by, row, "groups.offer_declined")
    move_up(by, session)
    freshness.invalidate(Topic.LISTINGS)
    return BookingId(row.pk)


@action_in_parts
def pass_offers_on(*, by: Actor) -> int:
    """End the offers whose time is over, and offer what is free to those who wait; says on how many sessions.

    Safe to run twice. What came free by night is offered in the morning by this.
    """
    access.require(by, Permission.MANAGE_SESSIONS)
    now = clock.now()
    late = Booking.objects.filter(state=BookingState.OFFERED, offered_until__lte=now)
    sessions = {
        *late.values_list("session_id", flat=True),
        *Booking.objects.with_a_turn_due(now).values_list("session_id", flat=True),
    }
    return sum(_pass_on(by, SessionId(session_id)) for session_id in sorted(sessions))


def move_up(by: Actor, session: LockedSession) -> None:
    """Offer free places to those who wait, behind the session's lock; near its beginning they simply have them."""
    facts, now = session.recount(), clock.now()
    if facts.is_cancelled or facts.starts_at <= now:
        return
    if facts.families_waiting and facts.places_left:
        _offer_places(by, session, facts, now)
    if facts.creche_places and is_awake(now):
        _give_creche(by, session)


def _offer_places(by: Actor, session: LockedSession, facts: SessionFacts, now: datetime) -> None:
    turn = turn_of(now=now, starts_at=facts.starts_at, answer_within=timedelta(hours=OFFER_HOURS.now))
    if turn is None:
        return
    waiting = {BookingId(row.pk): row for row in Booking.objects.waiting().filter(session_id=session.id)}
    queue = [Waiting(booking_id, row.places, row.changed_at) for booking_id, row in waiting.items()]
    for booking_id in who_moves_up(facts.places_left, queue):
        _give_turn(by, session, waiting[booking_id], turn)


def _give_creche(by: Actor, session: LockedSession) -> None:
    """Give what is free in the crèche to those who come and wait for it, longest first; each is told."""
    waiting = Booking.objects.filter(session_id=session.id, state=BookingState.BOOKED, creche_waits=True)
    for row in waiting.order_by("booked_at", "pk"):
        if session.recount().creche_fits(row.needs.children_in_creche):
            row.creche_waits = False
            row.revision += 1
            row.save(update_fields=["creche_waits", "revision"])
            audit.record(by, "groups.creche_place_given", row, family_id=FamilyId(row.family_id))
            outbox.append(events.CrechePlaceGiven(BookingId(row.pk), row.revision))


def change_state(row: Booking, state: BookingState, *, at: datetime | None = None) -> None:
    """Take the booking where it stands from now on; a turn on the waiting list is reckoned from this moment."""
    row.state = state
    row.revision += 1
    row.changed_at = at or clock.now()
    row.save(update_fields=["state", "revision", "changed_at", "offered_until", "cancelled_late", "creche_waits"])


def _give_turn(by: Actor, session: LockedSession, row: Booking, turn: Turn) -> None:
    family_id, booking_id = FamilyId(row.family_id), BookingId(row.pk)
    row.creche_waits = row.wants_creche and not session.recount().creche_fits(row.needs.children_in_creche)
    if turn.until:
        row.offered_until = turn.until
        change_state(row, BookingState.OFFERED)
        audit.record(by, "groups.place_offered", row, family_id=family_id)
        outbox.append(events.PlaceOffered(booking_id, row.revision))
    else:
        change_state(row, BookingState.BOOKED)
        audit.record(by, "groups.place_from_waiting_list", row, family_id=family_id)
        outbox.append(events.PlaceBooked(booking_id, row.revision, from_waiting_list=True))


@transaction.atomic
def _pass_on(by: Actor, session_id: SessionId) -> bool:
    session, now = locked_session(session_id), clock.now()
    late = list(Booking.objects.filter(session_id=session_id, state=BookingState.OFFERED, offered_until__lte=now))
    for row in late:
        _end(by, row, "groups.offer_lapsed")
    before = session.recount()
    move_up(by, session)
    if is_passed := bool(late) or session.recount() != before:
        freshness.invalidate(Topic.LISTINGS)
    return is_passed


def _end(by: Actor, row: Booking, why: str) -> None:
    """The family has had its turn; it can come back to the waiting list, at the end of it."""
    change_state(row, BookingState.CANCELLED)
    audit.record(by, why, row, family_id=FamilyId(row.family_id))
