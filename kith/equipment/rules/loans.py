"""How long a pump is lent, when it can be kept longer, and when its family is reminded. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from kith.kernel import clock
from kith.kernel.refusal import Refusal

BEFORE = timedelta(days=5)
AFTER = timedelta(days=2)
AGAIN = timedelta(days=7)
MOST_AFTER = 3
"""So often a family is reminded of a pump that is late; then a person rings. There are no fines."""


class Reminder(StrEnum):
    """Which reminder it is."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True)
class LoanFacts:
    """What decides about a loan that is out."""

    due_on: date
    agreed_to_reminders: bool = True
    is_bereaved: bool = False
    is_collected: bool = False
    """Its return is arranged: it is collected, or another person brings it."""
    extended_count: int = 0
    reminded_before_for: date | None = None
    reminded_after_on: date | None = None
    after_count: int = 0


def may_extend(loan: LoanFacts, *, waiting: int, ready: int, most: int, today: date) -> Refusal | None:
    """Say why she cannot keep the pump longer, or None if she can: others wait, or she has kept it longer already."""
    if waiting > ready:
        return Refusal("others_wait", count=waiting)
    if loan.extended_count >= most:
        return Refusal("extended_enough")
    return Refusal("extended_too_early") if loan.due_on - today > timedelta(days=28) else None


def due_after(due_on: date, *, days: int, today: date) -> date:
    """Until when a loan that is extended now runs."""
    return max(due_on, today) + timedelta(days=days)


def reminder_due(loan: LoanFacts, *, now: datetime, is_awake: bool) -> Reminder | None:
    """The reminder that goes out now, or None: none at night, none after a death, none where a return is arranged."""
    if not is_awake or not loan.agreed_to_reminders or loan.is_bereaved or loan.is_collected:
        return None
    today = clock.local(now).date()
    if loan.due_on - BEFORE <= today <= loan.due_on:
        return None if loan.reminded_before_for == loan.due_on else Reminder.BEFORE
    if today < loan.due_on + AFTER or loan.after_count >= MOST_AFTER:
        return None
    is_time = loan.reminded_after_on is None or today >= loan.reminded_after_on + AGAIN
    return Reminder.AFTER if is_time else None
