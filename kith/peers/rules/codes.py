"""How supporters, checks and matches stand, and the names of their ids. Pure."""

from enum import StrEnum
from typing import NewType

from kith.kernel.steps import StatusMachine

SupporterId = NewType("SupporterId", int)
PeerCourseId = NewType("PeerCourseId", int)
MeetingId = NewType("MeetingId", int)
CheckId = NewType("CheckId", int)
WishId = NewType("WishId", int)
MatchId = NewType("MatchId", int)

WEEKS = range(1, 7)
"""The weeks of the course."""


class SupporterState(StrEnum):
    """How far a supporter has come."""

    INTERESTED = "interested"
    APPLIED = "applied"
    INTERVIEWED = "interviewed"
    ON_COURSE = "on_course"
    INDUCTION = "induction"
    ACTIVE = "active"
    PAUSED = "paused"
    LEFT = "left"
    CLOSED = "closed"


class PeerSkill(StrEnum):
    """What a trainer sees a supporter do before the course is whole."""

    LISTENS = "listens"
    FEEDING = "feeding"
    BOUNDARIES = "boundaries"
    SAFEGUARDING = "safeguarding"
    SIGNPOSTS = "signposts"


class ChildWork(StrEnum):
    """What a supporter does with children."""

    TALKS = "talks"
    GROUPS = "groups"
    MINDS = "minds"


class CheckLevel(StrEnum):
    """How much is asked of the record of offences."""

    NONE = "none"
    BASIC = "basic"
    ENHANCED = "enhanced"
    BARRED_LIST = "barred_list"


class CheckState(StrEnum):
    """What a check has come to."""

    NOT_NEEDED = "not_needed"
    ASKED = "asked"
    CLEAR = "clear"
    NOT_CLEAR = "not_clear"
    BARRED = "barred"


class Gender(StrEnum):
    """What a supporter says of themselves."""

    WOMAN = "woman"
    MAN = "man"


class Lived(StrEnum):
    """What a supporter has lived through, and a mother may wish to share."""

    TWINS = "twins"
    NEONATAL = "neonatal"
    YOUNG = "young"
    NEWCOMER = "newcomer"
    MIXED = "mixed"


class Times(StrEnum):
    """When a supporter can be there."""

    DAYTIME = "daytime"
    EVENING = "evening"
    WEEKEND = "weekend"


class WishState(StrEnum):
    """How a mother's wish for a supporter stands."""

    OPEN = "open"
    MATCHED = "matched"
    ENDED = "ended"


class MatchState(StrEnum):
    """How a mother and her supporter stand."""

    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class WhyChanged(StrEnum):
    """Why a match is paused or over."""

    CHANGED = "changed"
    CHECK = "check"
    LEFT = "left"
    NOT_WANTED = "not_wanted"
    CONSENT = "consent"
    BEREAVED = "bereaved"


S = SupporterState
PATH: StatusMachine[SupporterState] = StatusMachine(
    {
        S.INTERESTED: {S.APPLIED, S.CLOSED},
        S.APPLIED: {S.INTERVIEWED, S.CLOSED},
        S.INTERVIEWED: {S.ON_COURSE, S.CLOSED},
        S.ON_COURSE: {S.INDUCTION, S.CLOSED},
        S.INDUCTION: {S.ACTIVE, S.CLOSED},
        S.ACTIVE: {S.PAUSED, S.LEFT},
        S.PAUSED: {S.ACTIVE, S.LEFT},
        S.LEFT: set(),
        S.CLOSED: set(),
    }
)
MATCHES: StatusMachine[MatchState] = StatusMachine(
    {
        MatchState.ACTIVE: {MatchState.PAUSED, MatchState.ENDED},
        MatchState.PAUSED: {MatchState.ACTIVE, MatchState.ENDED},
        MatchState.ENDED: set(),
    }
)
