"""The background job of safeguarding: finding who has not come back."""

from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic
from kith.safeguarding.actions import safety


@periodic("safeguarding.alert_of_overdue_visits", cron="*/5 * * * *")
def alert_of_overdue_visits() -> None:
    """Alert colleagues of each worker not back from a visit alone; safe to run twice."""
    safety.alert_of_overdue_visits(by=system_actor("safeguarding.safety"))
