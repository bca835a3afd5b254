"""What the organisations' room announces."""

from dataclasses import dataclass

from kith.kernel.ids import MembershipId
from kith.platform.outbox import Event


@dataclass(frozen=True)
class MembershipEnded(Event):
    """Somebody's last day of work is here or past: what she holds needs another owner."""

    membership_id: MembershipId


@dataclass(frozen=True)
class MembershipMoved(Event):
    """Somebody works in another team, or for other wards, than before."""

    membership_id: MembershipId
