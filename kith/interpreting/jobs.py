"""What interpreting does by the clock."""

from kith.interpreting.actions.reminding import remind_of_unconfirmed
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("interpreting.chase", cron="*/15 * * * *")
def chase() -> None:
    """Call out what is unconfirmed shortly before it begins; safe to run twice."""
    remind_of_unconfirmed(by=system_actor("interpreting.chase"))
