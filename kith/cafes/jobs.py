"""What cafés do by the clock."""

from kith.cafes.actions import ending, reminding
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("cafes.forget_names", cron="23 2 * * *")
def forget_names() -> None:
    """Forget in the night what people on yesterday's lists were called by; safe to run twice."""
    ending.forget_names(by=system_actor("cafes"))


@periodic("cafes.remind_of_turns", cron="8-59/15 * * * *")
def remind_of_turns() -> None:
    """Remind families of their one-to-one times; safe to run twice."""
    reminding.remind_of_turns(by=system_actor("cafes.reminding"))
