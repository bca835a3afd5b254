"""Pure decisions about messages: by which way they go, and whether they still wait to be sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kith.families.rules.codes import Purpose
from kith.kernel.ids import OrganisationId
from kith.kernel.refusal import Refusal
from kith.kernel.steps import StatusMachine


class Channel(StrEnum):
    """How a message goes."""

    EMAIL = "email"
    TEXT = "text"


class SendingState(StrEnum):
    """How far a message has come; each step is a new row."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    STOPPED = "stopped"


SENDING = StatusMachine(
    {
        SendingState.QUEUED: {SendingState.SENDING, SendingState.STOPPED},
        SendingState.SENDING: {SendingState.SENDING, SendingState.SENT, SendingState.FAILED, SendingState.STOPPED},
        SendingState.SENT: set(),
        SendingState.FAILED: set(),
        SendingState.STOPPED: set(),
    }
)


@dataclass(frozen=True)
class Word:
    """The consent by which a message goes out, where it goes by one: to which organisation, for what."""

    organisation_id: OrganisationId
    purpose: Purpose


MOST_TRIES = 12
"""The first and eleven more, over about nine days (kith.platform.jobs.PATIENT)."""
BEREAVED = "bereaved"
"""Why a message was stopped: one of the family has died."""
NOT_AGREED = "not_agreed"
"""Why a message was stopped: it went out by the family's word, which was taken back or has run out."""
OVER = "over"
"""Why a message was stopped: what it was about is over."""
ERASED = "-"
"""What stands in place of an address that is not kept any longer."""
SECRETS = frozenset({"code", "link"})
"""What opens something to any reader: kept only until the message is settled."""


def is_settled(states: Iterable[SendingState]) -> bool:
    """Whether nothing more is to be done for the message."""
    return any(state in SENDING.settled for state in states)


def without_secrets(facts: Mapping[str, object]) -> dict[str, object]:
    """What may be kept of a message that is settled."""
    return {name: value for name, value in facts.items() if name not in SECRETS}


def is_over(facts: Mapping[str, object], *, now: datetime) -> bool:
    """Whether the message comes too late to be of use, where it says until when it is: ``until_at`` among its facts."""
    until = facts.get("until_at")
    return isinstance(until, str) and now >= datetime.fromisoformat(until)


def outcome_is_unknown(states: Iterable[SendingState]) -> bool:
    """Whether sending began before and how it ended was never written down: ask the provider before sending again."""
    return SendingState.SENDING in set(states)


def is_last_try(states: Iterable[SendingState]) -> bool:
    """Whether sending has been tried as often as it will be: a message that fails now has failed."""
    return sum(state is SendingState.SENDING for state in states) >= MOST_TRIES


def channel_for(to_email: str | None, to_phone: str | None) -> Channel | Refusal:
    """By e-mail where there is an address (a calendar file goes with it), else by text."""
    if to_email:
        return Channel.EMAIL
    if to_phone:
        return Channel.TEXT
    return Refusal("message_without_address")
