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
from kith.care.queries.today import DueRow, UnledRow, due_feeding, look_at_today, unled_families

__all__ = [
    "Asking",
    "DueRow",
    "FamilyCare",
    "FeedingRow",
    "LeadRow",
    "QuarterCounts",
    "UnledRow",
    "asking",
    "care_of",
    "due_feeding",
    "feeding_by_quarter",
    "led_family_ids",
    "look_at_today",
    "unled_families",
]
