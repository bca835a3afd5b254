"""What equipment does by the clock."""

from uuid import UUID

from kith.equipment.actions.holding import forget_pump_wishes, send_proof
from kith.equipment.actions.line import end_old_holds
from kith.equipment.actions.reminding import remind_borrowers
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import job, periodic


@periodic("equipment.end_old_holds", cron="7 6-20 * * *")
def end_holds() -> None:
    """Give pumps that were not collected to the next in line; safe to run twice."""
    end_old_holds(by=system_actor("equipment.holds"))


@periodic("equipment.remind_borrowers", cron="*/30 * * * *")
def remind() -> None:
    """Remind families of pumps that are due, by day; safe to run twice."""
    remind_borrowers(by=system_actor("equipment.reminders"))


@job("equipment.send_proof")
def prove(hold_id: str) -> None:
    """Send what proves a visitor's contact; safe to run twice."""
    send_proof(by=system_actor("equipment.proving"), hold_id=UUID(hold_id))


@periodic("equipment.forget_pump_wishes", cron="17 * * * *")
def forget() -> None:
    """Erase what visitors typed and did not prove in time; safe to run twice."""
    forget_pump_wishes(by=system_actor("equipment.proving"))
