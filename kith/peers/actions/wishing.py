"""What a mother asks for, and her no: to one supporter, to the one she has, or to all."""

from kith.families.actions.locking import lock_family
from kith.families.queries.bereavement import is_bereaved
from kith.families.queries.cards import contact_of
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.kernel.refusal import Refusal
from kith.peers.actions.moving import bring_match
from kith.peers.actions.pausing import reopen
from kith.peers.actions.telling import TELLER, tell_desk
from kith.peers.models.matching import PeerMatch, PeerVeto, PeerWish
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.codes import MatchState, SupporterId, WhyChanged, WishId, WishState
from kith.peers.rules.matching import Wish, may_ask
from kith.peers.rules.notices import NoticeKind
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def ask_for_peer(*, by: Actor, family_id: FamilyId, wish: Wish) -> WishId:
    """Take down what a mother wishes in a supporter; asked again, the newest words count and her place stays."""
    access.require(by, Permission.SEE_OWN_RECORD, family_id=family_id)
    lock_family(family_id)
    if is_bereaved(family_id):
        raise Refusal("peer_wish_rests")
    if refusal := may_ask(wish):
        raise refusal
    contact = contact_of(TELLER, family_id)
    row = PeerWish.objects.of_family(family_id).exclude(state=WishState.ENDED).first()
    is_new, now = row is None, clock.now()
    row = row or PeerWish(family_id=family_id, asked_at=now)
    row.language = contact.speaks if contact else "en"
    row.must, row.must_not, row.wishes = sorted(wish.must), sorted(wish.must_not), sorted(wish.wishes)
    row.changed_at = now
    row.save()
    audit.record(by, "peers.wish_told", row, family_id=family_id)
    if is_new:
        tell_desk(NoticeKind.PEER_WISHED, f"{row.pk}", wish_id=row.pk)
    return WishId(row.pk)


@action
def say_no_to_peer(*, by: Actor, family_id: FamilyId, supporter_id: SupporterId) -> None:
    """Never propose this supporter to the mother again; a match with them ends at once, without a reason."""
    _own(by, family_id)
    if not PeerSupporter.objects.filter(pk=supporter_id).exists():
        raise NotFound("supporter")
    row, is_new = PeerVeto.objects.get_or_create(
        family_id=family_id, supporter_id=supporter_id, defaults={"said_at": clock.now()}
    )
    if is_new:
        audit.record(by, "peers.said_no", row, family_id=family_id)
    for match in PeerMatch.objects.open().filter(family_id=family_id, supporter_id=supporter_id):
        _end(by, match)


@action
def change_peer(*, by: Actor, family_id: FamilyId) -> None:
    """End the match that the mother has, at once and without a reason; others are proposed. Safe to send twice."""
    _own(by, family_id)
    for match in PeerMatch.objects.open().filter(family_id=family_id):
        _end(by, match)


@action
def end_peer_wish(*, by: Actor, family_id: FamilyId) -> None:
    """Let the mother be without a supporter: her wish and her match are over. Safe to send twice."""
    _own(by, family_id)
    for match in PeerMatch.objects.open().filter(family_id=family_id):
        bring_match(by, match, MatchState.ENDED, WhyChanged.NOT_WANTED)
    for row in PeerWish.objects.of_family(family_id).exclude(state=WishState.ENDED):
        row.state = WishState.ENDED
        row.save(update_fields=["state"])
        audit.record(by, "peers.wish_ended", row, family_id=family_id)


def _own(by: Actor, family_id: FamilyId) -> None:
    access.require(by, Permission.SEE_OWN_RECORD, family_id=family_id)
    lock_family(family_id)


def _end(by: Actor, match: PeerMatch) -> None:
    bring_match(by, match, MatchState.ENDED, WhyChanged.CHANGED)
    reopen(match.wish)
