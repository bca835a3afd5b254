"""Events: what one room announces, in the same transaction as the action, and others answer later, surely and once."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, TypeVar

from pydantic import TypeAdapter

from kith.kernel import clock
from kith.platform.action import put_down
from kith.platform.jobs import enqueue_for_each

_types: dict[str, type["Event"]] = {}
_listeners: dict[type["Event"], list[Callable[[Any], None]]] = {}


@dataclass(frozen=True)
class Event:
    """A fact that others may listen to. Subclasses are frozen dataclasses of ids, codes and dates."""

    name: ClassVar[str]

    def __init_subclass__(cls) -> None:
        cls.name = f"{cls.__module__.split('.')[1]}.{cls.__name__}"
        _types[cls.name] = cls


AnyEvent = TypeVar("AnyEvent", bound=Event)


def append(event: Event) -> None:
    """Announce the event in the transaction under way; it is delivered to its listeners once that has committed."""
    put_down(_announce, event)


def _announce(events: list[Event]) -> None:
    """Write the events down and queue their delivery, in one statement."""
    now = clock.now()
    told = [(now, each.name, json.dumps(_payload(each))) for each in events]
    # The task stands in jobs' registry by name: the outbox announces before it knows who delivers.
    enqueue_for_each(
        "platform.deliver_event",
        "INSERT INTO platform_outboxevent (at, name, payload) VALUES "
        + ", ".join(["(%s, %s, %s)"] * len(told))
        + " RETURNING id AS event_id",
        [value for row in told for value in row],
    )


def _payload(event: Event) -> dict[str, Any]:
    payload: dict[str, Any] = _adapter(event.name).dump_python(event, mode="json")
    return payload


def listen(event_type: type[AnyEvent], listener: Callable[[AnyEvent], None]) -> None:
    """Have the listener answer every event of this type; registering it twice changes nothing."""
    known = _listeners.setdefault(event_type, [])
    if listener not in known:
        known.append(listener)


def listeners(event_type: type[Event]) -> tuple[Callable[[Any], None], ...]:
    """Who answers events of this type."""
    return tuple(_listeners.get(event_type, ()))


def restore(name: str, payload: dict[str, Any]) -> Event:
    """The event as it was announced."""
    event: Event = _adapter(name).validate_python(payload)
    return event


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    # Making one costs two milliseconds, a twentieth of a whole booking.
    return TypeAdapter(_types[name])
