"""Reads of care: what is due today, how one family is followed, and counts for the public page."""

from kith.care.queries.counting import QuarterCounts, feeding_by_quarter
from kith.care.queries.following import (
    Asking,
    FamilyCare,
    FeedingRow,
    LeadRow,
    asking,
    care_of,
    led_family_ids,
)
from kith.care.queries.today import DueRow, Today, UnledRow, today

__all__ = [
    "Asking",
    "DueRow",
    "FamilyCare",
    "FeedingRow",
    "LeadRow",
    "QuarterCounts",
    "Today",
    "UnledRow",
    "asking",
    "care_of",
    "feeding_by_quarter",
    "led_family_ids",
    "today",
]
