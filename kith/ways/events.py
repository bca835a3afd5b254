"""Events of a proposed change of a way: ids and codes, never an address."""

from dataclasses import dataclass

from kith.kernel.ids import FamilyId, MembershipId, OrganisationId, WayProposalId
from kith.kernel.ways import ProposalState
from kith.platform.access.permissions import Permission
from kith.platform.outbox import Event


@dataclass(frozen=True)
class WayProposalMoved(Event):
    """A change is proposed, or is settled. Workers who hold a permission of ``told`` hear of it."""

    proposal_id: WayProposalId
    kind: str
    state: ProposalState
    told: tuple[Permission, ...]
    organisation_id: OrganisationId | None
    proposed_by: MembershipId | None
    settled_by: MembershipId | None
    family_id: FamilyId | None
