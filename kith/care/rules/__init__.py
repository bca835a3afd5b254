"""What care decides. Pure."""

from kith.care.rules.feeding import (
    WINDOWS,
    Feeding,
    Milestone,
    Window,
    born_between,
    closes_on,
    days_overdue,
    due_on,
    is_askable,
    may_record,
    opens_on,
)

__all__ = [
    "WINDOWS",
    "Feeding",
    "Milestone",
    "Window",
    "born_between",
    "closes_on",
    "days_overdue",
    "due_on",
    "is_askable",
    "may_record",
    "opens_on",
]
