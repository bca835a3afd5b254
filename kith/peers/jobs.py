"""What happens to supporters by itself."""

from kith.peers.actions.pausing import pause_unchecked
from kith.peers.actions.supervising import send_digest
from kith.peers.actions.supporting import call_again
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("peers.look_at_checks", cron="25 0,6 * * *")
def look_at_checks() -> None:
    """Pause supporters whose check has ended, and name those whose check ends soon; safe to run twice."""
    pause_unchecked(by=system_actor("peers"))


@periodic("peers.call_again", cron="*/5 * * * *")
def call_for_help_again() -> None:
    """Tell more people of a call for help that is still unanswered; safe to run twice."""
    call_again(by=system_actor("peers"))


@periodic("peers.digest", cron="40 6 * * 1")
def weekly_digest() -> None:
    """Tell supervisors of pairs that were silent, in touch too often or together for long; safe to run twice."""
    send_digest(by=system_actor("peers"))
