"""What others may hear of cafés."""

from dataclasses import dataclass

from kith.platform.outbox import Event


@dataclass(frozen=True)
class TurnBooked(Event):
    """A family has booked a one-to-one time."""

    turn_id: int
