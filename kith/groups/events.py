"""What others may hear of bookings."""

from dataclasses import dataclass

from kith.kernel.ids import BookingId
from kith.platform.outbox import Event


@dataclass(frozen=True)
class PlaceBooked(Event):
    """A family has its places; ``revision`` tells a later booking-again from the first."""

    booking_id: BookingId
    revision: int
    from_waiting_list: bool = False


@dataclass(frozen=True)
class WaitingListJoined(Event):
    """A family waits for places."""

    booking_id: BookingId
    revision: int


@dataclass(frozen=True)
class BookingCancelled(Event):
    """A family has given its places, or its turn, back."""

    booking_id: BookingId
    revision: int
