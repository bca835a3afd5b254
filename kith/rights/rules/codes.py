"""What is asked of the data held about a person, and how such a request stands. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from kith.kernel.ids import OrganisationId
from kith.kernel.refusal import Refusal
from kith.kernel.steps import StatusMachine

DataRequestId = NewType("DataRequestId", int)
LONGEST_WORDS = 4000
MOST_A_DAY = 200
"""The most complaints a day from visitors who have proved no name: more is a machine, and is asked to ring."""


class RequestKind(StrEnum):
    """What is asked for."""

    COPY = "copy"
    CORRECTION = "correction"
    ERASURE = "erasure"
    COMPLAINT = "complaint"


class RequestState(StrEnum):
    """How it stands."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    EXTENDED = "extended"
    DONE = "done"
    PARTLY = "partly"
    REFUSED = "refused"


_ANSWERS = frozenset({RequestState.DONE, RequestState.PARTLY, RequestState.REFUSED})
MACHINE = StatusMachine[RequestState](
    {
        RequestState.RECEIVED: _ANSWERS | {RequestState.ACKNOWLEDGED, RequestState.EXTENDED},
        RequestState.ACKNOWLEDGED: _ANSWERS | {RequestState.EXTENDED},
        RequestState.EXTENDED: _ANSWERS,
        RequestState.DONE: frozenset(),
        RequestState.PARTLY: frozenset(),
        RequestState.REFUSED: frozenset(),
    }
)


@dataclass(frozen=True)
class Asker:
    """Who complains, as they say it themselves, and where an answer may go; all of it may be empty."""

    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Complaint:
    """What a person complains of; ``organisation_id``: what it concerns, None where they do not know."""

    words: str
    language: str
    organisation_id: OrganisationId | None = None
    asker: Asker = Asker()


def may_move(state: RequestState, *, after: RequestState, words: str, kind: RequestKind) -> Refusal | None:
    """Say why the request cannot come to this state, or None if it can; an answer and a delay are given in words."""
    if not MACHINE.allows(state, after=after):
        return Refusal("data_request_is_over" if after in MACHINE.settled else "data_request_not_now")
    if kind is RequestKind.COMPLAINT and state is RequestState.EXTENDED:
        return Refusal("complaint_has_no_delay")
    if state is not RequestState.ACKNOWLEDGED and not words.strip():
        return Refusal("data_answer_missing")
    return None
