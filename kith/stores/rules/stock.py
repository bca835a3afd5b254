"""What may be done with the pieces of a batch, and on which days a store is open. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kith.kernel.refusal import Refusal
from kith.stores.rules.codes import COMES_IN, BatchId, MoveKind

MOST = 10_000
LONGEST_SEARCH = 60


@dataclass(frozen=True)
class Shelf:
    """The pieces of one batch in one store."""

    batch_id: BatchId
    number: str
    on_hand: int
    lost: int = 0
    expires_on: date | None = None
    is_recalled: bool = False

    def is_good(self, today: date) -> bool:
        """Whether a family may be given of it."""
        return not self.is_recalled and (self.expires_on is None or self.expires_on >= today)


def may_move(shelf: Shelf, kind: MoveKind, count: int, *, today: date) -> Refusal | None:
    """Say why these pieces cannot go this way, or None if they can: nothing is below none, or made from nothing."""
    if not 1 <= count <= MOST:
        return Refusal("stock_count", most=MOST)
    if kind in COMES_IN:
        return Refusal("batch_recalled", number=shelf.number) if shelf.is_recalled else None
    if kind is MoveKind.FOUND:
        return None if count <= shelf.lost else Refusal("stock_never_lost", count=shelf.lost)
    if kind in (MoveKind.GIVEN, MoveKind.MOVED):
        if shelf.is_recalled:
            return Refusal("batch_recalled", number=shelf.number)
        if kind is MoveKind.GIVEN and not shelf.is_good(today):
            return Refusal("batch_expired", number=shelf.number)
    return Refusal("stock_too_few", count=shelf.on_hand) if count > shelf.on_hand else None


def first_to_expire(shelves: Iterable[Shelf], *, today: date) -> Shelf | None:
    """The good batch that a family is given of: the one that expires first; None where none is left."""
    good = [each for each in shelves if each.on_hand > 0 and each.is_good(today)]
    return min(good, key=lambda each: (each.expires_on or date.max, each.batch_id), default=None)


def open_on_or_after(day: date, open_days: Collection[int], closed_on: Collection[date]) -> date:
    """The first day from this one on that the store is open; the day itself where it never is."""
    for more in range(LONGEST_SEARCH):
        found = day + timedelta(days=more)
        if found.weekday() in open_days and found not in closed_on:
            return found
    return day
