"""How meetings stand, where points of an agenda come from, and who came. Pure."""

from enum import StrEnum
from typing import NewType

MeetingId = NewType("MeetingId", int)
AgendaItemId = NewType("AgendaItemId", int)
AgreedActionId = NewType("AgreedActionId", int)


class MeetingState(StrEnum):
    """How far a meeting has come."""

    PLANNED = "planned"
    FROZEN = "frozen"
    HELD = "held"
    APPROVED = "approved"
    CALLED_OFF = "called_off"


class AgendaKind(StrEnum):
    """Where a point of an agenda comes from. Indicators and gaps are brought by rooms to come."""

    THEME = "theme"
    LATE_ACTION = "late_action"
    UNKEPT_PROMISE = "unkept_promise"
    INDICATOR = "indicator"
    GAP = "gap"
    OWN = "own"


class Presence(StrEnum):
    """Whether a member came to a meeting."""

    PRESENT = "present"
    APOLOGIES = "apologies"
