"""How a recall finds what it is about: each room that has things with families says by which marks it knows them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from kith.kernel.ids import FamilyId, OrganisationId
from kith.stores.rules.codes import RecallBy, RecallId


@dataclass(frozen=True)
class Called:
    """What is called back: by which mark, in which organisation, and by which recall."""

    recall_id: RecallId
    by: RecallBy
    what: str
    organisation_id: OrganisationId


@dataclass(frozen=True)
class Holder:
    """A family that has such a thing, or had it until a day."""

    family_id: FamilyId
    held: str
    held_from: date
    held_until: date | None = None


@dataclass(frozen=True)
class Recalling:
    """What a room does when something of its own is called back.

    ``block`` lets nothing of it be given any more and says how many that is; ``holders`` names every family.
    """

    block: Callable[[Called], int]
    holders: Callable[[Called], Iterable[Holder]]


_rooms: dict[RecallBy, Recalling] = {}


def register_recalling(by: RecallBy, room: Recalling) -> None:
    """Have this room answer for this mark."""
    if _rooms.setdefault(by, room) != room:
        raise ValueError(f"two rooms answer for recalls by {by}")


def recalling_by(by: RecallBy) -> Recalling:
    """The room that answers for this mark."""
    return _rooms[by]
