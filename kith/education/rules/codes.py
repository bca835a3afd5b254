"""How sessions, attendance and checks stand, and the names of their ids. Pure."""

from enum import StrEnum
from typing import NewType

from kith.kernel.steps import StatusMachine

RequirementId = NewType("RequirementId", int)
TrainingSessionId = NewType("TrainingSessionId", int)
AttendanceId = NewType("AttendanceId", int)
CompetenceId = NewType("CompetenceId", int)
QualificationId = NewType("QualificationId", int)
LibraryNewsId = NewType("LibraryNewsId", int)


class Presence(StrEnum):
    """How a person stands to a training session."""

    EXPECTED = "expected"
    ATTENDED = "attended"
    DID_NOT_COME = "did_not_come"
    TAKEN_OFF = "taken_off"


class Found(StrEnum):
    """What an assessor found in watching a person at work."""

    COMPETENT = "competent"
    NOT_YET = "not_yet"


class TakenBack(StrEnum):
    """Why a qualification counts no more before its day."""

    MISTAKE = "mistake"
    """It was noted by mistake and never counted."""
    CONCERN = "concern"
    """Something happened: it counts until the day before."""


class NewsKind(StrEnum):
    """What became of a statement of the library."""

    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


PRESENCE: StatusMachine[Presence] = StatusMachine(
    {
        Presence.EXPECTED: {Presence.ATTENDED, Presence.DID_NOT_COME, Presence.TAKEN_OFF},
        Presence.ATTENDED: {Presence.EXPECTED, Presence.DID_NOT_COME, Presence.TAKEN_OFF},
        Presence.DID_NOT_COME: {Presence.EXPECTED, Presence.ATTENDED, Presence.TAKEN_OFF},
        Presence.TAKEN_OFF: {Presence.EXPECTED, Presence.ATTENDED, Presence.DID_NOT_COME},
    }
)
