"""The background jobs of tasks: finding managers for what is late."""

from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic
from kith.tasks.actions import watching


@periodic("tasks.tell_of_late_steps", cron="40 5 * * *")
def tell_of_late_steps() -> None:
    """Tell managers of steps long overdue and of what leavers left unseen; safe to run twice."""
    watching.tell_of_late_steps(by=system_actor("tasks.watching"))
    watching.escalate_notices_of_leavers(by=system_actor("tasks.watching"))
