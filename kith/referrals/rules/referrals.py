"""The life of a referral: its states, who may move it where, and whose it is meanwhile. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kith.kernel.ids import ReceiverId
from kith.kernel.refusal import Refusal

LONGEST_WAIT = timedelta(days=90)


class ReferralState(StrEnum):
    """Where a referral stands; each change is a new step."""

    DRAFT = "draft"
    SENT = "sent"
    RECEIVED = "received"
    MORE_NEEDED = "more_information_needed"
    ACCEPTED = "accepted"
    WAITING = "waiting"
    TRIED = "first_contact_tried"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    NO_CONTACT = "no_contact"
    TRANSFERRED = "transferred"
    EXPIRED = "expired"


class Party(StrEnum):
    """Who moves a referral."""

    REFERRER = "referrer"
    RECEIVER = "receiver"
    PARENT = "parent"
    SYSTEM = "system"


class ReferralReason(StrEnum):
    """Why a referral was moved; for one that is done, what came of it."""

    HOW_TO_REACH = "how_to_reach"
    WHAT_IS_WANTED = "what_is_wanted"
    WHICH_LANGUAGE = "which_language"
    ABOUT_THE_BABY = "about_the_baby"
    OUR_WAITING_LIST = "our_waiting_list"
    PARENT_ASKED = "parent_asked"
    HELPED = "helped"
    PARTLY_HELPED = "partly_helped"
    NO_LONGER_NEEDED = "no_longer_needed"
    MOVED_AWAY = "moved_away"
    FULL = "full"
    OUT_OF_AREA = "out_of_area"
    ANOTHER_FITS_BETTER = "another_fits_better"
    ALREADY_WITH_US = "already_with_us"
    NEEDS_MORE_THAN_WE_DO = "needs_more_than_we_do"
    PARENT_CHOSE = "parent_chose"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    BEREAVEMENT = "bereavement"
    PERSON_LEFT = "person_left"


_S, _R = ReferralState, ReferralReason
CLOSED = frozenset({_S.DONE, _S.DECLINED, _S.WITHDRAWN, _S.TRANSFERRED, _S.EXPIRED})
OPEN = frozenset(_S) - CLOSED
WITH_REFERRER = frozenset({_S.DRAFT, _S.MORE_NEEDED, _S.NO_CONTACT})
TO_ANSWER = frozenset({_S.SENT, _S.RECEIVED})

# The end it is with may always write down that the parent takes it back, so that is not repeated in every line.
MOVES: Mapping[Party, Mapping[ReferralState, frozenset[ReferralState]]] = {
    Party.REFERRER: {
        _S.DRAFT: frozenset({_S.SENT}),
        _S.SENT: frozenset({_S.TRANSFERRED}),
        _S.RECEIVED: frozenset({_S.TRANSFERRED}),
        _S.MORE_NEEDED: frozenset({_S.RECEIVED, _S.TRANSFERRED}),
        _S.WAITING: frozenset({_S.TRANSFERRED}),
        _S.NO_CONTACT: frozenset({_S.SENT, _S.DONE, _S.TRANSFERRED}),
    },
    Party.RECEIVER: {
        _S.SENT: frozenset({_S.RECEIVED, _S.MORE_NEEDED, _S.ACCEPTED, _S.DECLINED, _S.TRANSFERRED}),
        _S.RECEIVED: frozenset({_S.MORE_NEEDED, _S.ACCEPTED, _S.DECLINED, _S.TRANSFERRED}),
        _S.ACCEPTED: frozenset({_S.WAITING, _S.TRIED, _S.IN_PROGRESS, _S.DONE, _S.TRANSFERRED}),
        _S.WAITING: frozenset({_S.TRIED, _S.IN_PROGRESS, _S.DONE, _S.TRANSFERRED}),
        _S.TRIED: frozenset({_S.TRIED, _S.WAITING, _S.IN_PROGRESS, _S.NO_CONTACT, _S.DONE, _S.TRANSFERRED}),
        _S.IN_PROGRESS: frozenset({_S.DONE, _S.TRANSFERRED}),
    },
    Party.PARENT: {},
    Party.SYSTEM: {
        _S.DRAFT: frozenset({_S.EXPIRED}),
        _S.MORE_NEEDED: frozenset({_S.EXPIRED}),
        _S.NO_CONTACT: frozenset({_S.EXPIRED}),
    },
}
REFERRAL_REASONS: Mapping[ReferralState, tuple[ReferralReason, ...]] = {
    _S.MORE_NEEDED: (_R.HOW_TO_REACH, _R.WHAT_IS_WANTED, _R.WHICH_LANGUAGE, _R.ABOUT_THE_BABY),
    _S.WAITING: (_R.OUR_WAITING_LIST, _R.PARENT_ASKED),
    _S.DONE: (_R.HELPED, _R.PARTLY_HELPED, _R.NO_LONGER_NEEDED, _R.MOVED_AWAY),
    _S.DECLINED: (_R.FULL, _R.OUT_OF_AREA, _R.ANOTHER_FITS_BETTER, _R.ALREADY_WITH_US, _R.NEEDS_MORE_THAN_WE_DO),
    _S.WITHDRAWN: (_R.PARENT_CHOSE, _R.CONSENT_WITHDRAWN, _R.BEREAVEMENT),
}


@dataclass(frozen=True)
class ReferralFacts:
    """What decides about the next move."""

    state: ReferralState
    tries: int = 0
    tries_before_return: int = 3
    is_self: bool = False


@dataclass(frozen=True)
class Move:
    """A wish to move a referral on."""

    to: ReferralState
    reason: ReferralReason | None = None
    note: str = ""
    receiver_id: ReceiverId | None = None
    until_on: date | None = None


def owner_of(state: ReferralState, *, is_self: bool) -> Party | None:
    """Whose it is in this state: a parent's own referral, with no referrer to return to, stays with the service."""
    if state in CLOSED:
        return None
    return Party.REFERRER if state in WITH_REFERRER and not is_self else Party.RECEIVER


def moves_from(facts: ReferralFacts, parties: frozenset[Party]) -> frozenset[ReferralState]:
    """Where these may move it from here."""
    if facts.state in CLOSED or not parties:
        return frozenset()
    stands_in = {Party.REFERRER} if facts.is_self and Party.RECEIVER in parties else set()
    found = {_S.WITHDRAWN}
    for party in parties | stands_in:
        found |= MOVES[party].get(facts.state, frozenset())
    return frozenset(found)


def may_move(facts: ReferralFacts, move: Move, *, parties: frozenset[Party], today: date) -> Refusal | None:
    """Say why this move cannot be made, or None if it can."""
    if move.to not in moves_from(facts, parties):
        return Refusal("referral_closed" if facts.state in CLOSED else "referral_not_from_here", state=facts.state)
    if move.to in REFERRAL_REASONS and move.reason not in REFERRAL_REASONS[move.to]:
        return Refusal("referral_reason_missing")
    if move.to is _S.TRANSFERRED and move.receiver_id is None:
        return Refusal("referral_receiver_missing")
    if move.reason is _R.PARENT_ASKED and not (move.until_on and today < move.until_on <= today + LONGEST_WAIT):
        return Refusal("referral_wait_needs_a_day", latest=today + LONGEST_WAIT)
    if move.to is _S.NO_CONTACT and facts.tries < facts.tries_before_return:
        return Refusal("referral_try_again", left=facts.tries_before_return - facts.tries)
    return None


def tries_after(facts: ReferralFacts, to: ReferralState) -> int:
    """How often the family has been tried once it is there; sent again, counting begins anew."""
    if to is _S.SENT:
        return 0
    return facts.tries + (to is _S.TRIED)
