"""What others may hear of bookings."""

from dataclasses import dataclass

from kith.kernel.ids import BookingId, FamilyId, HeldBookingId, SessionId
from kith.platform.outbox import Event


@dataclass(frozen=True)
class PlaceBooked(Event):
    """A family has its places; ``revision`` tells a later booking-again from the first."""

    booking_id: BookingId
    revision: int
    from_waiting_list: bool = False


@dataclass(frozen=True)
class DatesBooked(Event):
    """A family has its places on several dates at once; the room that booked them as one tells the family."""

    booking_ids: tuple[BookingId, ...]


@dataclass(frozen=True)
class WaitingListJoined(Event):
    """A family waits for places."""

    booking_id: BookingId
    revision: int


@dataclass(frozen=True)
class PlaceOffered(Event):
    """Places are kept for a family that waited, until it answers or the time is over."""

    booking_id: BookingId
    revision: int


@dataclass(frozen=True)
class CrechePlaceGiven(Event):
    """A family that comes and waited for a place in the crèche has it."""

    booking_id: BookingId
    revision: int


@dataclass(frozen=True)
class BookingCancelled(Event):
    """A family has given its places, or its turn, back; ``is_moved``: for places on another date."""

    booking_id: BookingId
    revision: int
    is_moved: bool = False


@dataclass(frozen=True)
class CameToSession(Event):
    """A family came to what it had booked; announced once the session is over and the note has stood a while."""

    booking_id: BookingId
    family_id: FamilyId
    session_id: SessionId


@dataclass(frozen=True)
class MissedSession(Event):
    """A family did not come to what it had booked; announced as the other, so that an undo in time silences it.

    Noted otherwise later, the other is announced after all: the last one counts.
    """

    booking_id: BookingId
    family_id: FamilyId
    session_id: SessionId


@dataclass(frozen=True)
class PlacesHeld(Event):
    """A visitor has asked for places; whether the e-mail or phone is hers is not shown yet."""

    held_id: HeldBookingId


@dataclass(frozen=True)
class PlacesFreed(Event):
    """The time for which a visitor's places were kept is over."""

    held_id: HeldBookingId
