"""The background job that watches for last days of work."""

from kith.organisations.actions import announce_ended_memberships
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


# Late on the last day: she still has it, and nobody's families wake up without somebody.
@periodic("organisations.announce_ends", cron="45 22 * * *")
def announce_ends() -> None:
    """Announce the memberships that end today or have ended."""
    announce_ended_memberships(by=system_actor("organisations"))
