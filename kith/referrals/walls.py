"""Who sees a referral: the family, who may open its record, and the service it agreed to."""

from kith.walls.of_families import by_family, by_referral
from kith.walls.shapes import Shape, asking, through

_OURS = asking("kith_receives", "receiver_id")
_SENT_TO_US = Shape((f"({_OURS.ways[0]} AND {by_referral().ways[0]})",))

WALLS: dict[str, Shape] = {
    "referrals_referral": by_family() | _SENT_TO_US,
    "referrals_referralstep": through("referral_id", "referrals_referral"),
    "referrals_referralreminder": through("referral_id", "referrals_referral"),
    "referrals_referrallink": through("referral_id", "referrals_referral"),
    "referrals_referralreading": through("link_id", "referrals_referrallink"),
}
NO_PERSON = {
    "referrals_receiver": "services that take referrals, and how they are reached",
    "referrals_receiverpromise": "how soon a service promises to answer",
}
VIEWS = ("referrals_familyparticulars", "referrals_babyparticulars")
