"""The background jobs of the front door: reminding those who keep listings."""

from kith.front import actions
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("front.remind_editors", cron="10 6 * * *")
def remind_editors() -> None:
    """Ask the editors of listings that are due to look at them; safe to run twice."""
    actions.remind_editors(by=system_actor("directory.upkeep"))
