"""The background job of referrals: reminding the owner of one that waits."""

from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic
from kith.referrals.actions import reminding


@periodic("referrals.remind_of_referrals", cron="*/10 * * * *")
def remind_of_referrals() -> None:
    """Remind the owner of a referral that waits; safe to run twice."""
    reminding.remind_of_referrals(by=system_actor("referrals.reminder"))
