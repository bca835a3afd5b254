"""The kinds of notices that referrals raises for people at work. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; the words stand in wording, the particulars in its facts as ids and codes."""

    REFERRAL_CAME = "referral_came"
    REFERRAL_MOVED = "referral_moved"
    REFERRAL_DUE_SOON = "referral_due_soon"
    REFERRAL_LATE = "referral_late"
