"""What happens to supporters by itself."""

from kith.peers.actions.pausing import pause_unchecked
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("peers.look_at_checks", cron="25 0,6 * * *")
def look_at_checks() -> None:
    """Pause supporters whose check has ended, and name those whose check ends soon; safe to run twice."""
    pause_unchecked(by=system_actor("peers"))
