"""What ends wishes and matches from outside: a death, a consent taken back, a supporter who leaves work."""

from kith.families.actions.locking import lock_family
from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.families.queries.reach import may_organisation_open
from kith.families.rules.codes import Purpose
from kith.kernel import clock
from kith.kernel.ids import MembershipId, OrganisationId
from kith.organisations.events import MembershipEnded
from kith.organisations.queries.people import membership_card
from kith.peers.actions.moving import bring_match, come_to
from kith.peers.actions.pausing import end_matches, reopen
from kith.peers.actions.telling import TELLER
from kith.peers.models.matching import PeerMatch, PeerWish
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.codes import MatchState, SupporterState, WhyChanged, WishState
from kith.platform import audit
from kith.platform.action import action


@action
def rest_for_death(event: FamilyBereaved) -> None:
    """End the family's wish and match without a word to it; the person who calls says so. Safe to run twice."""
    lock_family(event.family_id)
    for match in PeerMatch.objects.open().filter(family_id=event.family_id):
        bring_match(TELLER, match, MatchState.ENDED, WhyChanged.BEREAVED)
    for row in PeerWish.objects.of_family(event.family_id).exclude(state=WishState.ENDED):
        row.state = WishState.ENDED
        row.save(update_fields=["state"])
        audit.record(TELLER, "peers.wish_ended", row, family_id=event.family_id)


@action
def end_matches_without_consent(event: ConsentWithdrawn) -> None:
    """End a match with a supporter of an organisation that the family lets in no longer; her wish waits again.

    Taken back for peer support it ends the match, though the same organisation may go on with her care.
    """
    is_let_in = may_organisation_open(event.organisation_id, event.family_id)
    if is_let_in and event.purpose != Purpose.PEER_SUPPORT:
        return
    lock_family(event.family_id)
    for match in PeerMatch.objects.open().filter(family_id=event.family_id):
        card = membership_card(MembershipId(match.membership_id))
        if card and OrganisationId(card.organisation.id) == event.organisation_id:
            bring_match(TELLER, match, MatchState.ENDED, WhyChanged.CONSENT)
            reopen(match.wish)


@action
def end_leavers_matches(event: MembershipEnded) -> None:
    """Let a supporter whose work ends have left, with thanks; each mother chooses another. Safe to run twice."""
    card = membership_card(event.membership_id)
    if card is None or card.left_on(clock.today()) is None:
        return
    for row in PeerSupporter.objects.open().filter(membership_id=event.membership_id).select_for_update(of=("self",)):
        if row.state in (SupporterState.ACTIVE, SupporterState.PAUSED):
            come_to(TELLER, row, SupporterState.LEFT)
            end_matches(TELLER, row, WhyChanged.LEFT)
