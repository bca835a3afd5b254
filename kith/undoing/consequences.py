"""What an act does in other rooms, said before it is done: each room says its own part."""

from collections.abc import Callable, Iterable
from typing import Any

from kith.platform.access.viewer import Viewer
from kith.platform.outbox import Event

Told = Callable[..., Iterable[str]]
_rooms: dict[type[Event], tuple[Told, ...]] = {}


def register_consequences(event: type[Event], *rooms: Told) -> None:
    """Say which rooms know what follows from this event, in the order in which it is read; safe to run twice."""
    _rooms[event] = rooms


def consequences(event: type[Event], viewer: Viewer, **about: Any) -> tuple[str, ...]:
    """What will end, and whose work it was, in sentences; as far as the viewer may know it."""
    return tuple(line for told in _rooms.get(event, ()) for line in told(viewer, **about))
