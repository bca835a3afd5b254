"""The words that every page of a referral draws from."""

from kith.families.wording.records import INTERPRETER_NEEDS
from kith.referrals.forms import receiver_name
from kith.referrals.wording.referrals import (
    PARTICULARS,
    REFERRAL_ACTIONS,
    REFERRAL_NEEDS,
    REFERRAL_REASON_WORDS,
    REFERRAL_STATES,
    TO_A_PARENT,
    URGENCIES,
    clock_words,
    span_words,
)

REFERRAL_WORDS = {
    "needs": REFERRAL_NEEDS,
    "states": REFERRAL_STATES,
    "to_a_parent": TO_A_PARENT,
    "action_words": REFERRAL_ACTIONS,
    "reasons": REFERRAL_REASON_WORDS,
    "urgencies": URGENCIES,
    "particulars": PARTICULARS,
    "clock_words": clock_words,
    "span_words": span_words,
    "receiver_name": receiver_name,
    "interpreter_needs": INTERPRETER_NEEDS,
}
