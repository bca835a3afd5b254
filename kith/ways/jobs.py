"""The background job that lets old proposals lapse."""

from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic
from kith.ways.actions.answering import lapse_ways


@periodic("ways.lapse", cron="50 4 * * *")
def lapse() -> None:
    """Let changes of ways lapse that waited too long."""
    lapse_ways(by=system_actor("ways"))
