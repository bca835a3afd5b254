"""What hub days do by the clock."""

from kith.hub_days.actions.forgetting import forget_days
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("hub_days.forget_days", cron="25 3 * * *")
def forget() -> None:
    """Erase what stands in the register by now; safe to run twice."""
    forget_days(by=system_actor("hub_days"))
