"""The short code lists of a café, and its ids."""

from enum import StrEnum
from typing import NewType

TurnId = NewType("TurnId", int)


class TurnState(StrEnum):
    """How far a turn on the one-to-one list has come."""

    BOOKED = "booked"
    """She has a time, and is not here yet."""
    WAITING = "waiting"
    CALLED = "called"
    BEING_SEEN = "being_seen"
    SEEN = "seen"
    LEFT = "left"
    """She went before her turn came."""
    GIVEN_BACK = "given_back"
    """Her time is free for another family."""


OPEN_STATES = (TurnState.BOOKED, TurnState.WAITING, TurnState.CALLED, TurnState.BEING_SEEN)
CLOSED_STATES = (TurnState.SEEN, TurnState.LEFT, TurnState.GIVEN_BACK)
HERE_STATES = (TurnState.WAITING, TurnState.CALLED, TurnState.BEING_SEEN)
"""While it stands so, she is in the room."""
GONE_STATES = (TurnState.LEFT, TurnState.GIVEN_BACK)
"""Her time is open to another family."""


class Share(StrEnum):
    """Which of the times can be booked; the others are for those who walk in."""

    NONE = "none"
    EVERY_OTHER = "every_other"
    EVERY = "every"
