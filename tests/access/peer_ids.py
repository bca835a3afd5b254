"""What the addresses of peers name: a supporter whose course is whole, their course, and a mother's wish."""

from typing import Any

from kith.families.rules.entries import NewFamily
from kith.kernel.ids import OrganisationId
from kith.peers.actions.wishing import ask_for_peer
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.matching import Wish
from kith.peers.tests.world import Peers
from kith.platform.access.viewer import system_actor

BY = system_actor("tests")
WISH = Wish(must=frozenset({"language:ro"}), wishes=frozenset({"lived:twins"}))


def peer_ids(ours: OrganisationId, family: NewFamily) -> dict[str, Any]:
    """A supporter in induction, the course they were on, an interested person's link, and a wish."""
    peers = Peers(at=ours)
    supporter_id = peers.ready()
    return {
        "supporter_id": supporter_id,
        "peer_course_id": PeerSupporter.objects.get(pk=supporter_id).course_id,
        "peer_token": peers.interested("Ana").token,
        "wish_id": ask_for_peer(by=BY, family_id=family.id, wish=WISH),
    }
