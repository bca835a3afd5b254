"""The codes that pumps, requests and loans are written in."""

from enum import StrEnum
from typing import NewType

PumpModelId = NewType("PumpModelId", int)
UnitId = NewType("UnitId", int)
UnitCheckId = NewType("UnitCheckId", int)
PumpRequestId = NewType("PumpRequestId", int)
LoanId = NewType("LoanId", int)


class UnitState(StrEnum):
    """Where a pump stands. That it is due, or overdue, follows from its loan and the day: no row says it."""

    RETURNED = "returned"
    CLEANING = "cleaning"
    CHECKED = "checked"
    AVAILABLE = "available"
    HELD = "held"
    ON_LOAN = "on_loan"
    REPAIR = "repair"
    LOST = "lost"
    RETIRED = "retired"


class CameBy(StrEnum):
    """How a pump came to its organisation."""

    BOUGHT = "bought"
    DONATED = "donated"


class Need(StrEnum):
    """Why a family needs a pump: the place's public rule knows these."""

    NEONATAL = "neonatal"
    SEPARATED = "separated"
    FEEDING_PLAN = "feeding_plan"
    CANNOT_AFFORD = "cannot_afford"


class AskedBy(StrEnum):
    """Who asked for it."""

    PARENT = "parent"
    PRACTITIONER = "practitioner"
    WARD = "ward"


class RequestState(StrEnum):
    """How a request stands. Handed over, not collected, and ended otherwise are three different ends."""

    WAITING = "waiting"
    HELD = "held"
    HANDED_OVER = "handed_over"
    NOT_COLLECTED = "not_collected"
    ENDED = "ended"


class WhyEnded(StrEnum):
    """Why a request ended without a pump."""

    NO_NEED_NAMED = "no_need_named"
    NOT_WANTED = "not_wanted"
    HELPED_OTHERWISE = "helped_otherwise"
    BEREAVED = "bereaved"
    CONSENT_WITHDRAWN = "consent_withdrawn"


BY_HAND = (WhyEnded.NOT_WANTED, WhyEnded.HELPED_OTHERWISE)


class LoanEnd(StrEnum):
    """How a loan, or a hand-over that was begun, ended."""

    RETURNED = "returned"
    LOST = "lost"
    DROPPED = "dropped"


class Condition(StrEnum):
    """In which condition a pump came back."""

    COMPLETE = "complete"
    DAMAGED = "damaged"
    MISSING = "missing"


class Helped(StrEnum):
    """What she says to: did it help you reach your goal?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_SAID = "not_said"


class Collection(StrEnum):
    """How a pump comes back."""

    BRINGS = "brings"
    FROM_HOME = "from_home"
    OTHER_PERSON = "other_person"


class Talked(StrEnum):
    """How the hand-over was talked through."""

    ENGLISH = "english"
    HER_LANGUAGE = "her_language"
    INTERPRETER = "interpreter"
    FAMILY_MEMBER = "family_member"
