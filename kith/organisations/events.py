"""What the organisations' room announces."""

from dataclasses import dataclass
from datetime import date

from kith.kernel.ids import MembershipId
from kith.platform.outbox import Event


@dataclass(frozen=True)
class MembershipEnded(Event):
    """A worker's last day is here or past, or they are kept out: what they own needs another owner."""

    membership_id: MembershipId


@dataclass(frozen=True)
class MembershipMoved(Event):
    """A worker is in another team, or works for other wards, than before."""

    membership_id: MembershipId


@dataclass(frozen=True)
class IndicatorMoved(Event):
    """A published number of the place moved for good: what the alliance is to speak of, in English words.

    Announced by the room that knows the number; ``key`` names this one move, so that it is brought once.
    """

    key: str
    title: str
    paper: str
    moved_on: date


@dataclass(frozen=True)
class StandardGap(Event):
    """A standard that the place wants to meet has a gap; ``key`` names this one gap."""

    key: str
    title: str
    paper: str
    found_on: date


@dataclass(frozen=True)
class AuditBroken(Event):
    """The audit is not as it was written and sealed; found on this day."""

    found_on: date
    fault_count: int
