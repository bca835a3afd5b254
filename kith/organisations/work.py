"""What somebody who leaves would leave behind: each room registers what of it lies with one person."""

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
    """Have a room's work find new owners; registering it twice changes nothing."""
    _of_rooms[work.kind] = work


def work_of_rooms() -> tuple[Work, ...]:
    """What rooms have registered."""
    return tuple(_of_rooms.values())
