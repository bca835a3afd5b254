"""What of a referral's step is refused, word for word, and the last thing that still can be."""

from datetime import date, timedelta

import pytest

from kith.kernel.refusal import Refusal
from kith.referrals.rules import referrals
from kith.referrals.rules.referrals import Move, Party, ReferralFacts, ReferralReason, ReferralState

TODAY = date(2026, 3, 10)
DAY = timedelta(days=1)

BOTH = frozenset({Party.REFERRER, Party.RECEIVER})


def moved(state, to, *, facts=None, parties=BOTH, **said):
    before = ReferralFacts(state, **(facts or {}))
    return lambda: referrals.may_move(before, Move(to, **said), parties=parties, today=TODAY)


IN_90_DAYS = TODAY + timedelta(days=90)
WAIT = {"reason": ReferralReason.PARENT_ASKED}
REFERRALS = [
    (
        moved(ReferralState.DONE, ReferralState.SENT),
        Refusal("referral_closed", state=ReferralState.DONE),
    ),
    (
        moved(ReferralState.SENT, ReferralState.DONE, reason=ReferralReason.HELPED),
        Refusal("referral_not_from_here", state=ReferralState.SENT),
    ),
    (
        moved(ReferralState.SENT, ReferralState.RECEIVED, parties=frozenset()),
        Refusal("referral_not_from_here", state=ReferralState.SENT),
    ),
    (moved(ReferralState.SENT, ReferralState.WITHDRAWN), Refusal("referral_reason_missing")),
    (
        moved(ReferralState.SENT, ReferralState.WITHDRAWN, reason=ReferralReason.HELPED),
        Refusal("referral_reason_missing"),
    ),
    (moved(ReferralState.SENT, ReferralState.WITHDRAWN, reason=ReferralReason.PARENT_CHOSE), None),
    (
        moved(ReferralState.ACCEPTED, ReferralState.WAITING, **WAIT),
        Refusal("referral_wait_needs_a_day", latest=IN_90_DAYS),
    ),
    (
        moved(ReferralState.ACCEPTED, ReferralState.WAITING, until_on=TODAY, **WAIT),
        Refusal("referral_wait_needs_a_day", latest=IN_90_DAYS),
    ),
    (
        moved(ReferralState.ACCEPTED, ReferralState.WAITING, until_on=IN_90_DAYS + DAY, **WAIT),
        Refusal("referral_wait_needs_a_day", latest=IN_90_DAYS),
    ),
    (moved(ReferralState.ACCEPTED, ReferralState.WAITING, until_on=IN_90_DAYS, **WAIT), None),
    (moved(ReferralState.TRIED, ReferralState.NO_CONTACT, facts={"tries": 3}), None),
    (
        moved(ReferralState.TRIED, ReferralState.NO_CONTACT, facts={"tries": 1, "tries_before_return": 4}),
        Refusal("referral_try_again", left=3),
    ),
]


@pytest.mark.parametrize(("asked", "refusal"), [*REFERRALS])
def test_each_is_refused_by_exactly_these_words(asked, refusal):
    assert asked() == refusal
