"""Which actions come next for a referral: one or two as large buttons, the others behind "something else"."""

from collections.abc import Mapping
from dataclasses import dataclass

from kith.referrals.queries.referrals import ReferralPage
from kith.referrals.rules.referrals import REFERRAL_REASONS, ReferralState

_S = ReferralState
_FIRST: Mapping[ReferralState, tuple[ReferralState, ...]] = {
    _S.DRAFT: (_S.SENT,),
    _S.SENT: (_S.ACCEPTED, _S.DECLINED),
    _S.RECEIVED: (_S.ACCEPTED, _S.DECLINED),
    _S.MORE_NEEDED: (_S.RECEIVED,),
    _S.ACCEPTED: (_S.IN_PROGRESS, _S.TRIED),
    _S.WAITING: (_S.IN_PROGRESS, _S.TRIED),
    _S.TRIED: (_S.IN_PROGRESS, _S.NO_CONTACT, _S.TRIED),
    _S.NO_CONTACT: (_S.SENT, _S.DONE),
    _S.IN_PROGRESS: (_S.DONE,),
}
# These take a note or a choice before they can be done; the others are one tap.
_WITH_WORDS = frozenset(REFERRAL_REASONS) | {_S.TRANSFERRED, _S.SENT}


@dataclass(frozen=True)
class NextAction:
    """Something that can be done next."""

    to: ReferralState
    needs_words: bool


@dataclass(frozen=True)
class NextActions:
    """The likeliest, and the rarer ones."""

    first: tuple[NextAction, ...]
    others: tuple[NextAction, ...]


def needs_words(to: ReferralState | None, state: ReferralState | None = None) -> bool:
    """Whether the move asks something first."""
    return to in _WITH_WORDS or (to is _S.RECEIVED and state is _S.MORE_NEEDED)


def actions_for(page: ReferralPage) -> NextActions:
    """What this viewer may do with the referral now, the likeliest first."""
    possible = page.moves - ({_S.NO_CONTACT} if page.tries_left else set())
    first = [to for to in _FIRST.get(page.row.state, ()) if to in possible][:2]
    others = [to for to in ReferralState if to in possible and to not in first]
    sides = (tuple(NextAction(to, needs_words(to, page.row.state)) for to in some) for some in (first, others))
    return NextActions(*sides)


ONE_TAP = frozenset(to for to in ReferralState if not needs_words(to, _S.MORE_NEEDED))
"""The moves that ask nothing first, wherever the referral stands."""
