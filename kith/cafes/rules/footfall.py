"""Who came through the door: how many at a tap, and on which day it may be counted. Pure."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from kith.kernel.refusal import Refusal

MOST_AT_ONCE = 20
"""More at one tap is a slip of the thumb."""
COUNTED_WITHIN = timedelta(days=7)
"""So long after the day a paper tally, or a telephone that had no signal, may still be counted."""
CLOCKS_APART = timedelta(minutes=10)
"""So much may the clock of a telephone be ahead."""


@dataclass(frozen=True)
class People:
    """How many came in, by who they are: the roles are kept apart even where no name is known."""

    adults: int = 0
    co_parents: int = 0
    babies: int = 0
    siblings: int = 0

    @property
    def count(self) -> int:
        """All of them."""
        return self.adults + self.co_parents + self.babies + self.siblings


KINDS = tuple(each.name for each in fields(People))


def may_count(people: People, *, is_called_off: bool) -> Refusal | None:
    """Say why these people cannot be counted, or None if they can."""
    if is_called_off:
        return Refusal("count_called_off")
    if any(not 0 <= getattr(people, kind) <= MOST_AT_ONCE for kind in KINDS):
        return Refusal("count_too_many", most=MOST_AT_ONCE)
    return None if people.count else Refusal("count_nobody")


def may_change_count(starts_at: datetime, *, now: datetime) -> Refusal | None:
    """Say why the count of this session stands as it is, or None; instants as clocks in the place show them."""
    if now.date() < starts_at.date():
        return Refusal("count_before_the_day")
    return Refusal("count_too_late") if now.date() > starts_at.date() + COUNTED_WITHIN else None


def counted_at(starts_at: datetime, ends_at: datetime, said: datetime | None, *, now: datetime) -> datetime:
    """When they came: as was said, else now, or by the end where the day is over; Refusal for another day.

    Instants as clocks in the place show them.
    """
    if refusal := may_change_count(starts_at, now=now):
        raise refusal
    if said is None:
        return now if now.date() == starts_at.date() else ends_at
    if said.date() != starts_at.date() or said > now + CLOCKS_APART:
        raise Refusal("count_of_another_day")
    return min(said, now)


def told(code: str, known: Collection[str]) -> str:
    """What she chose to tell, if it is a word we know; a telephone of last year may send another one."""
    return code if code in known else ""
