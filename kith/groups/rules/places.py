"""Who gets a place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kith.groups.rules.codes import MOST_PLACES, BookingState, Joining
from kith.kernel.ids import BookingId
from kith.kernel.refusal import Refusal

FEW_PLACES = 6


@dataclass(frozen=True)
class SessionFacts:
    """What decides whether a place can be had."""

    joining: Joining
    starts_at: datetime
    capacity: int
    places_taken: int
    is_cancelled: bool = False

    @property
    def places_left(self) -> int:
        """How many places are still free."""
        return max(0, self.capacity - self.places_taken)


@dataclass(frozen=True)
class PlaceWish:
    """What a family asks for, and what it has on this session already."""

    places: int
    has_live_booking: bool = False


@dataclass(frozen=True)
class Waiting:
    """A family on the waiting list."""

    booking_id: BookingId
    places: int
    since: datetime


def places_shown(left: int) -> str:
    """How many places are left, as the public sees it: exactly while they are few, else that there are enough.

    So a booking changes what the pages say, and has them made anew, only where a visitor would choose differently.
    """
    return str(left) if left < FEW_PLACES else f"{FEW_PLACES}+"


def may_book(session: SessionFacts, wish: PlaceWish, *, now: datetime) -> Refusal | None:
    """Say why this family cannot have its places, or None if it can."""
    if refusal := may_wait(session, wish, now=now):
        return refusal
    if session.places_left < wish.places:
        return Refusal("session_full", offer="waiting_list", places_left=session.places_left)
    return None


def may_wait(session: SessionFacts, wish: PlaceWish, *, now: datetime) -> Refusal | None:
    """Say why this family cannot even wait for places, or None if it can."""
    if refusal := _is_closed(session, now):
        return refusal
    if not 1 <= wish.places <= MOST_PLACES:
        return Refusal("too_many_places", offer="phone", most=MOST_PLACES)
    if wish.places > session.capacity:
        return Refusal("session_too_small", offer="other_sessions", capacity=session.capacity)
    if wish.has_live_booking:
        return Refusal("already_booked", offer="own_booking")
    return None


def _is_closed(session: SessionFacts, now: datetime) -> Refusal | None:
    if session.is_cancelled:
        return Refusal("session_cancelled", offer="other_sessions")
    if session.starts_at <= now:
        return Refusal("session_over", offer="other_sessions")
    if session.joining is Joining.WALK_IN:
        return Refusal("just_come")
    return None


def may_cancel(state: BookingState, session: SessionFacts, *, now: datetime) -> Refusal | None:
    """Say why the booking cannot be cancelled, or None if it can (also when it has been already)."""
    if state is not BookingState.CANCELLED and session.starts_at <= now:
        return Refusal("session_over")
    return None


def who_moves_up(places_left: int, waiting: Iterable[Waiting]) -> list[BookingId]:
    """Who gets the free places: in the order of waiting, every family whose wish still fits."""
    chosen = []
    for each in sorted(waiting, key=lambda family: (family.since, family.booking_id)):
        if each.places <= places_left:
            chosen.append(each.booking_id)
            places_left -= each.places
    return chosen
