"""Matches that stop because a supporter may not go on: the mother is told kindly, and may choose another at once."""

from datetime import timedelta

from kith.families.actions.locking import lock_family
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.peers.actions.moving import bring_match, come_to
from kith.peers.actions.telling import tell_desk, tell_family
from kith.peers.models.companions import checks_of
from kith.peers.models.matching import PeerMatch, PeerWish
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.codes import CheckState, MatchState, SupporterState, WhyChanged, WishState
from kith.peers.rules.notices import NoticeKind
from kith.peers.settings import REMIND_DAYS
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def pause_unchecked(*, by: Actor) -> int:
    """Pause all active supporters whose check does not hold today, and their matches; say how many.

    Those whose check ends soon are named to the people who look after supporters, once. Safe to run twice.
    """
    today, paused = clock.today(), 0
    rows = list(PeerSupporter.objects.active().select_for_update(of=("self",)))
    checks = checks_of(row.pk for row in rows)
    for row in rows:
        facts = checks.get(row.pk)
        if facts is None or not facts.holds_on(today):
            pause_for_check(by, row)
            paused += 1
        elif facts.until_on and facts.until_on <= today + timedelta(days=REMIND_DAYS.now):
            key = f"{row.pk}-{facts.until_on}"
            tell_desk(NoticeKind.PEER_CHECK_ENDS, key, supporter_id=row.pk, ends_on=facts.until_on.isoformat())
    return paused


def pause_for_check(by: Actor, row: PeerSupporter) -> None:
    """Pause an active supporter, whose check does not hold, with all their matches; the desk gets a notice."""
    come_to(by, row, SupporterState.PAUSED)
    pause_matches(by, row, WhyChanged.CHECK)
    tell_desk(NoticeKind.PEER_PAUSED, f"{row.pk}-{clock.today()}", supporter_id=row.pk)


def pause_matches(by: Actor, row: PeerSupporter, why: WhyChanged) -> None:
    """Pause the supporter's matches; each mother's wish waits again, and she is told."""
    for match in PeerMatch.objects.active().filter(supporter=row).select_for_update(of=("self",)):
        bring_match(by, match, MatchState.PAUSED, why)
        reopen(match.wish)
        tell_family(FamilyId(match.family_id), "peer_paused", f"{match.pk}-{clock.today()}")


def end_matches(by: Actor, row: PeerSupporter, why: WhyChanged) -> None:
    """End all matches of a supporter; each mother's wish waits again, and she is told."""
    for match in PeerMatch.objects.open().filter(supporter=row).select_for_update(of=("self",)):
        was_active = match.state == MatchState.ACTIVE
        bring_match(by, match, MatchState.ENDED, why)
        if was_active:
            reopen(match.wish)
            tell_family(FamilyId(match.family_id), "peer_paused", f"{match.pk}-{clock.today()}")


def go_on(by: Actor, row: PeerSupporter) -> None:
    """Let the paused matches of a supporter who is active again go on, where the mother has chosen no other."""
    for match in PeerMatch.objects.open().filter(supporter=row, state=MatchState.PAUSED):
        lock_family(FamilyId(match.family_id))
        bring_match(by, match, MatchState.ACTIVE, WhyChanged.CHECK)
        match.wish.state = WishState.MATCHED
        match.wish.save(update_fields=["state"])
        tell_family(FamilyId(match.family_id), "peer_back", f"{match.pk}-{clock.today()}")


def reopen(wish: PeerWish) -> None:
    """Let a wish wait for a supporter again, from the day on which it was asked."""
    wish.state = WishState.OPEN
    wish.save(update_fields=["state"])


def is_shut(state: CheckState) -> bool:
    """Whether this answer keeps a supporter from families at once."""
    return state in (CheckState.BARRED, CheckState.NOT_CLEAR)
