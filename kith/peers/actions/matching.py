"""A mother and a supporter are matched: by her choice, or by a person's hand; the rules hold for both alike."""

from collections.abc import Mapping

from kith.families.actions.consenting import give_consent
from kith.families.actions.locking import lock_family
from kith.families.queries.bereavement import is_bereaved
from kith.families.rules.codes import Purpose
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId
from kith.kernel.refusal import Refusal
from kith.methods import matching as method
from kith.organisations.queries.people import membership_card
from kith.peers.actions.moving import begin_match, bring_match, person
from kith.peers.actions.telling import TELLER, tell_family
from kith.peers.models.companions import askings, companions, weights
from kith.peers.models.matching import MatchWeight, PeerMatch, PeerWish
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.codes import MatchId, MatchState, SupporterId, WhyChanged, WishId, WishState
from kith.peers.rules.matching import may_match, may_weigh
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def choose_peer(*, by: Actor, family_id: FamilyId, supporter_id: SupporterId) -> MatchId:
    """Match the mother with the supporter that she chose; she lets their organisation see how to reach her."""
    access.require(by, Permission.SEE_OWN_RECORD, family_id=family_id)
    lock_family(family_id)
    wish = PeerWish.objects.of_family(family_id).exclude(state=WishState.ENDED).first()
    if wish is None:
        raise NotFound("wish")
    return _match(by, wish, supporter_id, arranged_by=None)


@action
def match_by_hand(*, by: Actor, wish_id: WishId, supporter_id: SupporterId) -> MatchId:
    """Match a mother who said which supporter she would like; refused with the rule where one would be broken."""
    access.require(by, Permission.MANAGE_PEERS)
    wish = PeerWish.objects.filter(pk=wish_id).first()
    if wish is None or wish.state == WishState.ENDED:
        raise NotFound("wish")
    lock_family(FamilyId(wish.family_id))
    return _match(by, wish, supporter_id, arranged_by=person(by))


@action
def set_match_weights(*, by: Actor, given: Mapping[str, int]) -> None:
    """Say how much each kind of wish weighs; the weights before stay on record."""
    access.require(by, Permission.MANAGE_PEERS)
    if refusal := may_weigh(given):
        raise refusal
    now = weights()
    for kind, weight in sorted(given.items()):
        if now[kind] != weight:
            row = MatchWeight(kind=kind, weight=weight, set_by_id=by.membership_id, set_at=clock.now())
            row.replace(row.before())
            audit.record(by, "peers.weight_set", row, kind=kind, weight=weight)


@action
def write_to_waiting(*, by: Actor) -> int:
    """Write to each mother the plan of the week gives a supporter, so that she looks and chooses; say how many.

    Nothing is decided for her. She is written to once about each supporter.
    """
    access.require(by, Permission.MANAGE_PEERS)
    wishes = {str(row.pk): row for row in PeerWish.objects.open()}
    found = method.plan(askings(wishes.values()), companions(), weights())
    for pair in found.pairs:
        family_id = FamilyId(wishes[pair.asking].family_id)
        tell_family(family_id, "peer_proposed", f"{pair.asking}-{pair.companion}")
    audit.record(by, "peers.waiting_written_to", PeerWish(), count=len(found.pairs))
    return len(found.pairs)


def _match(by: Actor, wish: PeerWish, supporter_id: SupporterId, *, arranged_by: MembershipId | None) -> MatchId:
    if is_bereaved(FamilyId(wish.family_id)):
        raise Refusal("peer_wish_rests")
    row = PeerSupporter.objects.locked(supporter_id)
    companion = next((each for each in companions() if each.key == str(supporter_id)), None)
    if row is None or companion is None or row.membership_id is None:
        raise Refusal("peer_not_free")
    (asking,) = askings([wish])
    before = PeerMatch.objects.open().filter(wish=wish).first()
    if before and (before.supporter_id, before.state) == (row.pk, MatchState.ACTIVE):
        return MatchId(before.pk)
    if refusal := may_match(asking, companion):
        raise refusal
    if before:
        bring_match(by, before, MatchState.ENDED, WhyChanged.CHANGED)
    pair = method.proposal(asking, companion, weights())
    match = PeerMatch.objects.create(
        wish=wish,
        family_id=wish.family_id,
        supporter=row,
        membership_id=row.membership_id,
        state=MatchState.ACTIVE,
        met=list(pair.met),
        unmet=list(pair.unmet),
        arranged_by_id=arranged_by,
        begun_at=clock.now(),
    )
    wish.state = WishState.MATCHED
    wish.save(update_fields=["state"])
    begin_match(by, match)
    _let_in(by, match)
    return MatchId(match.pk)


def _let_in(by: Actor, match: PeerMatch) -> None:
    """Her choice lets the supporter's organisation see how to reach her, until she takes it back."""
    card = membership_card(MembershipId(match.membership_id))
    if card is None:
        raise Refusal("peer_not_free")
    give_consent(
        by=by if by.is_parent else TELLER,
        family_id=FamilyId(match.family_id),
        organisation_id=card.organisation.id,
        purpose=Purpose.PEER_SUPPORT,
        language=match.wish.language,
    )
    tell_family(FamilyId(match.family_id), "peer_matched", f"{match.pk}", who=match.supporter.name)
