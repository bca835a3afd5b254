"""What happens to the plan by itself."""

from kith.plans.actions.watching import look_at_plan
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("plans.look", cron="20 6 * * *")
def look() -> None:
    """Tell of late steps, and of sharing agreements that end."""
    look_at_plan(by=system_actor("plans"))
