"""The background job of referrals: reminding the owner of one that waits."""

from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic
from kith.referrals.actions import chasing


@periodic("referrals.chase_referrals", cron="*/10 * * * *")
def chase_referrals() -> None:
    """Remind the owner of a referral that waits; safe to run twice."""
    chasing.chase_referrals(by=system_actor("referrals.chaser"))
