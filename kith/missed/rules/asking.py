"""Whether and when a family is asked why it could not come. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from kith.groups.rules.nights import is_awake
from kith.kernel.barriers import Barrier

MissedId = NewType("MissedId", int)
LATEST = timedelta(days=4)
"""Later than that the question would only be in the way."""
LINK_GOOD_FOR = timedelta(days=60)
REST_DAYS = 30
"""Not twice a month about one series: whoever is asked each week feels reproached."""


class Reason(StrEnum):
    """Why she could not come, in one tap: those of the common list that fit a date she had booked."""

    TIME = Barrier.TIME
    TRANSPORT = Barrier.TRANSPORT
    LANGUAGE = Barrier.LANGUAGE
    PARTNER = Barrier.PARTNER
    NOT_READY = Barrier.NOT_READY
    BABY_UNWELL = Barrier.BABY_UNWELL
    UNWELCOME = Barrier.UNWELCOME
    OTHER = Barrier.OTHER


class Asking(StrEnum):
    """What is done about a missed date now."""

    ASK = "ask"
    WAIT = "wait"
    NEVER = "never"


@dataclass(frozen=True)
class AskFacts:
    """What decides: when it took place, and what is known of the family and its booking now."""

    ended_at: datetime
    did_not_come: bool
    is_called_off: bool
    is_bereaved: bool
    has_contact: bool
    was_asked_lately: bool


def may_ask(facts: AskFacts, *, now: datetime) -> Asking:
    """Whether she is asked now, later, or never: never in bereavement, nor about what she is known to have come to."""
    if facts.is_bereaved or facts.is_called_off or facts.was_asked_lately:
        return Asking.NEVER
    if not facts.did_not_come or not facts.has_contact or now - facts.ended_at > LATEST:
        return Asking.NEVER
    return Asking.ASK if is_awake(now) and now >= facts.ended_at else Asking.WAIT


def is_open(told_at: datetime | None, *, is_closed: bool, now: datetime) -> bool:
    """Whether the private link still opens the page: two months from the message."""
    return told_at is not None and not is_closed and now - told_at <= LINK_GOOD_FOR
