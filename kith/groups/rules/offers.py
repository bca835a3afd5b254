"""Which family is offered places that came free, and for how long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.groups.rules.nights import after_waking, is_awake, last_awake, next_awake
from kith.kernel.ids import BookingId

ANSWER_WITHIN = timedelta(hours=6)
"""How long an offer stands, the night not counted; a place may choose otherwise."""
SHORTEST = timedelta(hours=1)
"""In less time nobody can be asked and another after her: then the next family simply has the places."""
ENDS_BEFORE = timedelta(hours=3)
"""So long before a session no offer runs any more."""


@dataclass(frozen=True)
class Waiting:
    """A family on the waiting list."""

    booking_id: BookingId
    places: int
    since: datetime


@dataclass(frozen=True)
class Turn:
    """How places that came free reach the next family: offered until then, or, without an end, simply booked."""

    until: datetime | None


def turn_of(*, now: datetime, starts_at: datetime, answer_within: timedelta = ANSWER_WITHIN) -> Turn | None:
    """What the next family in turn gets now; None while it is night, and there is a morning before the session.

    An offer begins and runs out by day only. Where the session is too near for an answer, the places are simply booked:
    she can cancel in one tap, and an empty chair helps no family.
    """
    if not is_awake(now):
        return None if next_awake(now) < starts_at else Turn(None)
    until = min(after_waking(now, answer_within), last_awake(starts_at - ENDS_BEFORE))
    return Turn(until) if until - now >= SHORTEST else Turn(None)


def who_moves_up(places_left: int, waiting: Iterable[Waiting]) -> list[BookingId]:
    """Who gets the free places: in the order of waiting, every family whose wish still fits."""
    chosen = []
    for each in sorted(waiting, key=lambda family: (family.since, family.booking_id)):
        if each.places <= places_left:
            chosen.append(each.booking_id)
            places_left -= each.places
    return chosen
