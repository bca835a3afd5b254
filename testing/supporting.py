"""A peer supporter chosen by a family, as the rows that tests of other rooms need."""

from kith.kernel import clock
from kith.kernel.ids import FamilyId, OrganisationId, new_uuid
from kith.organisations.rules import Role
from kith.peers.models.matching import PeerMatch, PeerWish
from kith.peers.models.proofs import PeerCheck
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.codes import CheckLevel, CheckState, ChildWork, MatchState, SupporterState, WishState
from kith.platform.access.viewer import Viewer
from testing.people import worker


def supporter_of(family_id: FamilyId, *, at: OrganisationId) -> Viewer:
    """A supporter of this organisation, active and checked, and chosen by the family."""
    viewer, now = worker(Role.PEER_SUPPORTER, at=at), clock.now()
    member = viewer.membership_id or 0
    row = PeerSupporter.objects.create(
        name=viewer.name,
        email=f"{new_uuid()}@example.invalid",
        language="en",
        languages=["ro"],
        state=SupporterState.ACTIVE,
        membership_id=viewer.membership_id,
        created_at=now,
        request_key=new_uuid(),
    )
    PeerCheck.objects.create(
        supporter=row,
        work=ChildWork.TALKS,
        level=CheckLevel.NONE,
        reason="Talks alone",
        state=CheckState.NOT_NEEDED,
        decided_by_id=member,
        decided_on=clock.today(),
        request_key=new_uuid(),
    )
    wish = PeerWish.objects.create(
        family_id=family_id, state=WishState.MATCHED, language="en", asked_at=now, changed_at=now
    )
    PeerMatch.objects.create(
        wish=wish,
        family_id=family_id,
        supporter=row,
        membership_id=member,
        state=MatchState.ACTIVE,
        begun_at=now,
    )
    return viewer
