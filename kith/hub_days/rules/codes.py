"""The short code lists of hub days, and the names of devices and entries."""

from enum import StrEnum
from typing import NewType
from uuid import UUID

DeviceId = NewType("DeviceId", UUID)
DayEntryId = NewType("DayEntryId", int)


class EntryKind(StrEnum):
    """What was tapped on the device."""

    ATTENDANCE = "attendance"
    ARRIVALS = "arrivals"
    ARRIVALS_BACK = "arrivals_back"
    HAND_OUT = "hand_out"
    HAND_OUT_BACK = "hand_out_back"
    TURN = "turn"


class Became(StrEnum):
    """What became of an entry when it arrived."""

    APPLIED = "applied"
    SAME = "same"
    CONFLICT = "conflict"
    SET_ASIDE = "set_aside"


class Settled(StrEnum):
    """How a person decided about an entry that did not go through by itself; taken back, a later tap overtook it."""

    TAKEN = "taken"
    LEFT = "left"
    OVERTAKEN = "overtaken"


class WhyAside(StrEnum):
    """Why an entry waits for a person; other reasons are the codes of refusals."""

    MARKED_OTHERWISE = "marked_otherwise"
    WITHDRAWN = "withdrawn"
    LATE = "late"
    NOT_BOOKED = "not_booked"
    NO_SESSION = "no_session"
    NOTHING_THERE = "nothing_there"
    NO_TURN = "no_turn"


REFUSED = "refused"
"""What a device is told of an entry that its key has not signed: it is not kept."""
