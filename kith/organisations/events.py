"""What the organisations' room announces."""

from dataclasses import dataclass

from kith.kernel.ids import MembershipId
from kith.platform.outbox import Event


@dataclass(frozen=True)
class MembershipEnded(Event):
    """A worker's last day is here or past: what they own needs another owner."""

    membership_id: MembershipId


@dataclass(frozen=True)
class MembershipMoved(Event):
    """A worker is in another team, or works for other wards, than before."""

    membership_id: MembershipId
