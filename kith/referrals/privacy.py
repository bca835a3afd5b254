"""What the tables of referrals hold of people."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "referrals_referral": held(
        Keep.RECORD,
        family="family",
        is_confided=True,
        hers="receiver__organisation need urgency why from_organisation begun_at state due_at sent_at answered_at",
        staff="from_membership owner_membership",
        inner="receiver family follows stands_beside step_count tries owner_organisation owner_team clock left"
        " moved_at",
    ),
    "referrals_referralstep": held(
        Keep.RECORD,
        family="referral__family",
        is_confided=True,
        hers="at state reason note until_on due_at",
        staff="membership owner_membership",
        inner="referral number party offer tries owner_organisation owner_team clock left",
    ),
    "referrals_referralreminder": held(Keep.RECORD, inner="referral clock due_at level at"),
    "referrals_referrallink": held(
        Keep.LINK,
        opens="token_digest code_digest",
        inner="referral made_at expires_at code_expires_at code_count wrong_count",
    ),
    "referrals_referralreading": held(
        Keep.AUDIT, family="link__referral__family", is_confided=True, hers="at", inner="link"
    ),
}
