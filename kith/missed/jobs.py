"""What missed does by the clock."""

from kith.missed.actions.asking import ask_families
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("missed.ask_families", cron="*/15 * * * *")
def ask() -> None:
    """Ask families why they could not come, by day; safe to run twice."""
    ask_families(by=system_actor("missed"))
