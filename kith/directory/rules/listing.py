"""When a listing must be checked again."""

from datetime import date, timedelta

REVIEW_EVERY = timedelta(days=183)
REMIND_BEFORE = timedelta(days=14)
"""Its owners are told this long before."""
HIDDEN_AFTER = timedelta(days=91)
"""So long after that day, with nobody having looked, it is no longer found."""


def review_due_on(checked_on: date, days: int = REVIEW_EVERY.days) -> date:
    """The day by which an editor must have looked at the listing again, so many days after the last time."""
    return checked_on + timedelta(days=days)


def is_confirmed(review_due: date, *, today: date) -> bool:
    """Whether the listing may be shown without the words "not confirmed"."""
    return today <= review_due
