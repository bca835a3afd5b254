"""What becomes of a proposal: one step, the addresses forgotten, those concerned told."""

from kith.kernel.ids import FamilyId, MembershipId, OrganisationId, WayProposalId
from kith.kernel.ways import Proof, ProposalState
from kith.platform import outbox, steps
from kith.platform.access.viewer import Actor
from kith.ways.events import WayProposalMoved
from kith.ways.kinds import kind_of
from kith.ways.models import SECRETS, WayProposal, WayProposalStep


def settle(
    by: Actor,
    row: WayProposal,
    state: ProposalState,
    *,
    family_id: FamilyId | None,
    proof: Proof | str = "",
    reason: str = "",
) -> None:
    """Let the proposal end in this state. The caller holds its row; nothing of it says an address afterwards."""
    step = WayProposalStep(
        proposal=row, state=state, proof=proof, reason=reason.strip(), membership_id=by.membership_id
    )
    about = {"kind": row.kind, "key": row.subject_id, "way": row.way, "proof": proof}
    entry = f"ways.way_{state}"
    steps.move(by, row, step, after=ProposalState.WAITING, entry=entry, family_id=family_id, **about)
    row.state = state
    for name in SECRETS:
        setattr(row, name, "")
    row.save(update_fields=["state", *SECRETS])
    announce(by, row, family_id)


def announce(by: Actor, row: WayProposal, family_id: FamilyId | None) -> None:
    """Announce it to the workers of the one whose way it is."""
    outbox.append(
        WayProposalMoved(
            proposal_id=WayProposalId(row.pk),
            kind=row.kind,
            state=ProposalState(row.state),
            told=kind_of(row.kind).told,
            organisation_id=OrganisationId(row.organisation_id) if row.organisation_id else None,
            proposed_by=MembershipId(row.proposed_by_id) if row.proposed_by_id else None,
            settled_by=by.membership_id if row.state != ProposalState.WAITING else None,
            family_id=family_id,
        )
    )
