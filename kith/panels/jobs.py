"""What panels do by the clock."""

from kith.panels.actions.watching import close_lapsed_invitations, tell_of_late_findings
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("panels.look", cron="55 5 * * *")
def look() -> None:
    """Tell people of answers that are late, and close what is over; safe to run twice."""
    tell_of_late_findings(by=system_actor("panels"))
    close_lapsed_invitations(by=system_actor("panels"))
