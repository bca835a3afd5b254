"""A safeguarding concern: who it is about, and its states. Pure."""

from enum import StrEnum

from kith.kernel.refusal import Refusal
from kith.kernel.steps import StatusMachine

LONGEST_CONCERN = 5000


class About(StrEnum):
    """Who the worker is concerned about."""

    BABY = "baby"
    UNBORN = "unborn"
    OTHER_CHILD = "other_child"
    PARENT = "parent"
    OTHER_ADULT = "other_adult"


class ConcernState(StrEnum):
    """How far a concern has come; each is a row with its time and person."""

    RAISED = "raised"
    RECEIVED = "received"
    REFERRED = "referred"
    CLOSED = "closed"


class ClosingReason(StrEnum):
    """Why nothing more is to be done here."""

    WITH_CHILDRENS_SERVICES = "with_childrens_services"
    SUPPORT_IN_PLACE = "support_in_place"
    NO_FURTHER_ACTION = "no_further_action"
    RAISED_IN_ERROR = "raised_in_error"


CONCERN = StatusMachine(
    {
        ConcernState.RAISED: {ConcernState.RECEIVED},
        ConcernState.RECEIVED: {ConcernState.REFERRED, ConcernState.CLOSED},
        ConcernState.REFERRED: {ConcernState.CLOSED},
        ConcernState.CLOSED: set(),
    }
)


def may_raise(words: str, about: frozenset[About]) -> Refusal | None:
    """Say what a concern lacks, or None if it can be raised."""
    if not about:
        return Refusal("about_nobody")
    if not words.strip():
        return Refusal("concern_says_nothing")
    return Refusal("concern_too_long", most=LONGEST_CONCERN) if len(words) > LONGEST_CONCERN else None


def may_move_concern(now: ConcernState, to: ConcernState, reason: ClosingReason | None) -> Refusal | None:
    """Say why the concern cannot go on to this state, or None if it can; only closing has a reason, and always."""
    if not CONCERN.allows(to, after=now):
        return Refusal("concern_not_there", state=now.value)
    if (to is ConcernState.CLOSED) is (reason is None):
        return Refusal("closing_reason_missing" if reason is None else "closing_reason_too_early")
    return None
