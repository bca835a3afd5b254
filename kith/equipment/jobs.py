"""What equipment does by the clock."""

from kith.equipment.actions.line import end_old_holds
from kith.equipment.actions.reminding import remind_borrowers
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("equipment.end_old_holds", cron="7 6-20 * * *")
def end_holds() -> None:
    """Give pumps that were not collected to the next in line; safe to run twice."""
    end_old_holds(by=system_actor("equipment.holds"))


@periodic("equipment.remind_borrowers", cron="*/30 * * * *")
def remind() -> None:
    """Remind families of pumps that are due, by day; safe to run twice."""
    remind_borrowers(by=system_actor("equipment.reminders"))
