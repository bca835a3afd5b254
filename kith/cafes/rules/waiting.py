"""When somebody's turn will come: "about 20 minutes". Pure.

Who is here and has a time is seen at her time. Between the times whoever has waited longest is seen, unless the talk
would still be going on when somebody with a time, here or expected, is due.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from kith.cafes.rules.codes import TurnId, TurnState

LATE = timedelta(minutes=10)
"""So long a time is kept for somebody who is not here yet."""
STEP = 5
NOTHING = timedelta(0)


@dataclass(frozen=True)
class InLine:
    """A turn as far as the line asks: how it stands, when she came, when her time is, since when she is seen."""

    id: TurnId
    state: TurnState
    arrived_at: datetime | None = None
    slot_at: datetime | None = None
    began_at: datetime | None = None


def expected(line: Sequence[InLine], *, begins_at: datetime, each: timedelta, now: datetime) -> dict[TurnId, datetime]:
    """When each of those who are called or wait is likely to be seen, in the order in which they will be."""
    free_at = max([begins_at, now, *(_ends(one, each) for one in line if one.state is TurnState.BEING_SEEN)])
    found: dict[TurnId, datetime] = {}
    for one in sorted((one for one in line if one.state is TurnState.CALLED), key=_came):
        found[one.id] = free_at
        free_at += each
    here = sorted((one for one in line if one.state is TurnState.WAITING), key=_came)
    to_come = [one.slot_at for one in line if one.state is TurnState.BOOKED and one.slot_at]
    kept = sorted(at for at in to_come if at + LATE > now)
    while here:
        following = _next(here, kept, free_at, each)
        if following is None:  # the time of somebody who is still expected
            free_at = max(kept.pop(0), free_at)
        else:
            here.remove(following)
            found[following.id] = free_at
        free_at += each
    return found


def usual_length(planned: timedelta, lengths: Sequence[timedelta]) -> timedelta:
    """How long a talk takes today: as planned at first, and more and more as the talks so far have taken."""
    usual = (2 * planned + sum(lengths, NOTHING)) / (2 + len(lengths))
    return min(max(usual, planned / 2), 2 * planned)


def about_minutes(at: datetime, *, now: datetime) -> int:
    """The wait in whole steps of five minutes, rather too long than too short; 0: she is next."""
    minutes = (at - now) / timedelta(minutes=1)
    return STEP * ceil(minutes / STEP) if minutes > 1 else 0


def _ends(one: InLine, each: timedelta) -> datetime:
    """When the talk under way should be over."""
    if one.began_at is None:
        raise ValueError(f"turn {one.id} is under way and has not begun")
    return one.began_at + each


def _came(one: InLine) -> tuple[datetime, int]:
    if one.arrived_at is None:
        raise ValueError(f"turn {one.id} is here and has not come")
    return one.arrived_at, one.id


def _next(here: Sequence[InLine], kept: Sequence[datetime], free_at: datetime, each: timedelta) -> InLine | None:
    """Who is seen when the specialist is free then; None keeps the time for somebody who is expected."""
    timed = sorted((one for one in here if one.slot_at), key=lambda one: (one.slot_at, one.id))
    first = timed[0] if timed else None
    if first and first.slot_at and first.slot_at <= free_at:
        return first
    half = free_at + each / 2
    if kept and kept[0] < half and not (first and first.slot_at and first.slot_at < kept[0]):
        return None
    if first and first.slot_at and first.slot_at < half:
        return first
    return next((one for one in here if one.slot_at is None), first)
