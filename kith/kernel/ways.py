"""A way: the phone or the mailbox to which secrets are sent, and what a change of one goes through. Pure.

A secret is what opens something to its reader: a private link, a code, the word that a page is there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from kith.kernel.refusal import Refusal
from kith.kernel.steps import StatusMachine

LASTS = timedelta(days=7)
"""What is not confirmed by then is over: an old answer says nothing of today."""
MOST_CODES = 4
"""With five tries each, a reader who guesses has tried twenty of a million codes."""
FEWEST_LETTERS = 10
"""Of a reason: "lost" alone says neither what was lost nor how that is known."""


class Way(StrEnum):
    """How a secret reaches a person."""

    PHONE = "phone"
    EMAIL = "email"


class ProposalState(StrEnum):
    """What becomes of a proposed change."""

    WAITING = "waiting"
    CHANGED = "changed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    OVERTAKEN = "overtaken"


class Proof(StrEnum):
    """By whose word a change took effect."""

    OLD_WAY = "old_way"
    SECOND_PERSON = "second_person"


PROPOSAL: StatusMachine[ProposalState] = StatusMachine(
    {
        state: set(ProposalState) - {ProposalState.WAITING} if state is ProposalState.WAITING else set()
        for state in ProposalState
    }
)


@dataclass(frozen=True)
class Ways:
    """The ways that stand for one person or service; empty where there is none. No secret goes by an unsafe one."""

    phone: str = ""
    email: str = ""
    unsafe: frozenset[Way] = frozenset()

    def of(self, way: Way) -> str:
        """What stands for this way."""
        return self.phone if way is Way.PHONE else self.email

    def with_way(self, way: Way, to: str) -> "Ways":
        """The ways once this one is changed."""
        return replace(self, phone=to) if way is Way.PHONE else replace(self, email=to)

    @property
    def is_empty(self) -> bool:
        """Whether there is no way at all, safe or not."""
        return not (self.phone or self.email)

    def safe(self) -> Iterator[tuple[Way, str]]:
        """Each way that may be written to."""
        return ((way, at) for way in Way if (at := self.of(way)) and way not in self.unsafe)


@dataclass(frozen=True)
class WayChange:
    """One way that is to be another; empty where it is to go, or was not there."""

    way: Way
    old: str
    new: str


@dataclass(frozen=True)
class ProposalFacts:
    """What decides whether a proposed change may take effect."""

    state: ProposalState
    proposed_at: datetime
    proposed_by: int | None

    def has_lapsed(self, now: datetime) -> bool:
        """Whether it is too old to count."""
        return now >= self.proposed_at + LASTS

    def is_open(self, now: datetime) -> bool:
        """Whether it can still be answered."""
        return self.state is ProposalState.WAITING and not self.has_lapsed(now)


def changes(before: Ways, *, phone: str, email: str) -> list[WayChange]:
    """Which ways would be others."""
    wanted = {Way.PHONE: phone, Way.EMAIL: email}
    return [WayChange(way, before.of(way), new) for way, new in wanted.items() if new != before.of(way)]


def has_other_ways(before: Ways, other: Ways) -> bool:
    """Whether the other ways hold one that stands not among the ways before, where any stand."""
    return not before.is_empty and any(other.of(way) not in ("", before.of(way)) for way in Way)


def who_confirms(before: Ways, way: Way) -> tuple[Way, str] | None:
    """The old way that is asked: the one that changes, else the other; None where neither is there and safe."""
    there = dict(before.safe())
    return next(((each, there[each]) for each in (way, *Way) if each in there), None)


def may_be_second(proposal: ProposalFacts, *, membership_id: int | None, reason: str) -> Refusal | None:
    """Say why this person cannot stand in for the old way, or None if they can."""
    if membership_id is None or membership_id == proposal.proposed_by:
        return Refusal("way_needs_another_person")
    if len(reason.strip()) < FEWEST_LETTERS:
        return Refusal("way_reason_missing")
    return None


def mostly_hidden(contact: str) -> str:
    """Enough of a number or an address for its owner to know it by."""
    if "@" in contact:
        name, _, host = contact.partition("@")
        return f"{name[:1]}…@{host}"
    return f"…{contact[-3:]}" if contact else ""
