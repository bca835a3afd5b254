"""What a worker who leaves would leave behind: each room registers what of it lies with one person."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from kith.kernel.ids import FamilyId
from kith.organisations.events import MembershipEnded


@dataclass(frozen=True)
class Work:
    """What a room holds that lies with one person: its open rows, and the column of their owner.

    Who leaves leaves it family by family (``leave`` is given the succession and the family), or all at once.
    """

    kind: str
    rows: Callable[[], QuerySet[Any]]
    owner: str
    leave: Callable[[Any, FamilyId], None] | None = None
    release: Callable[[MembershipEnded], None] | None = None


_of_rooms: dict[str, Work] = {}


def register_work(work: Work) -> None:
    """Have a room's work find new owners; a kind of another room is refused, twice the same is not."""
    if _of_rooms.setdefault(work.kind, work) != work:
        raise ValueError(f"two rooms register work of the kind {work.kind}: give one of them another name")


def work_of_rooms() -> tuple[Work, ...]:
    """List what the rooms have registered."""
    return tuple(_of_rooms.values())
