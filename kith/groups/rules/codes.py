"""The short code lists of bookings."""

from enum import StrEnum

CODE = "groups.held_booking.code"
"""What the code that a visitor is sent opens."""
MOST_PLACES = 2
"""A parent or carer, and a partner or helper; more is arranged by phone."""
MOST_BABIES = 4
MOST_OLDER_CHILDREN = 4


class BookingState(StrEnum):
    """Whether a family has its places; offered, they are kept for it until it says yes or no, or the time is over."""

    BOOKED = "booked"
    WAITING = "waiting"
    OFFERED = "offered"
    CANCELLED = "cancelled"


LIVE_STATES = (BookingState.BOOKED, BookingState.WAITING, BookingState.OFFERED)
HAS_PLACES = (BookingState.BOOKED, BookingState.OFFERED)
"""Whose places are taken: nobody else can have them."""


class HeldState(StrEnum):
    """How far a visitor's wish has come that waits for her to show that the e-mail or phone is hers."""

    HELD = "held"
    FREED = "freed"
    BOOKED = "booked"
    OVER = "over"


WAITS_FOR_PROOF = (HeldState.HELD, HeldState.FREED)
"""While it stands so, what she typed is kept; freed, her places are open to others, and she can still have them."""


class Attendance(StrEnum):
    """What became of a booking on the day."""

    EXPECTED = "expected"
    ARRIVED = "arrived"
    LEFT_EARLY = "left_early"
    DID_NOT_COME = "did_not_come"
