"""What the addresses of peers name: a supporter whose course is whole, their course, and a mother's wish."""

from collections.abc import Mapping
from typing import Any

from kith.families.rules.entries import NewFamily
from kith.kernel import clock
from kith.kernel.ids import MembershipId, OrganisationId, new_uuid
from kith.peers.actions.matching import choose_peer
from kith.peers.actions.supporting import claim_cost
from kith.peers.actions.wishing import ask_for_peer
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.matching import Wish
from kith.peers.rules.supporting import NewCost, PeerCost
from kith.peers.tests.world import Peers
from kith.platform.access.viewer import system_actor

BY = system_actor("tests")
WISH = Wish(must=frozenset({"language:ro"}), wishes=frozenset({"lived:twins"}))


def peer_ids(ours: OrganisationId, member: MembershipId, families: Mapping[str, NewFamily]) -> dict[str, Any]:
    """A supporter in induction, the course they were on, an interested person's link, and a wish.

    The peer supporter of the world supports two families; the others who agreed to the organisation are not theirs.
    """
    peers = Peers(at=ours)
    supporter_id, supporting = peers.ready(), peers.active(at_work=member)
    family, shared = families["own"], families["shared"]
    wish_id = ask_for_peer(by=BY, family_id=family.id, wish=WISH)
    ask_for_peer(by=BY, family_id=shared.id, wish=WISH)
    choose_peer(by=BY, family_id=shared.id, supporter_id=supporting)
    cost = NewCost(PeerCost.OTHER, clock.today(), pence=450)
    return {
        "supporter_id": supporter_id,
        "peer_course_id": PeerSupporter.objects.get(pk=supporter_id).course_id,
        "peer_token": peers.interested("Ana").token,
        "match_id": choose_peer(by=BY, family_id=family.id, supporter_id=supporting),
        "peer_expense_id": claim_cost(by=peers.viewer(supporting), cost=cost, request_key=new_uuid()),
        "wish_id": wish_id,
    }
