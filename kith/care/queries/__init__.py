"""Reads of care: what is due today, how one family is followed, and counts for the public page."""

from kith.care.queries.caseload import (
    AbsenceRow,
    Caseload,
    CaseloadSize,
    CaseRow,
    CoverRow,
    absences,
    caseload,
    covering,
    who_may_cover,
)
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
from kith.care.queries.handover import HandoverPage, HandoverRow, handover_page, handovers_waiting
from kith.care.queries.leading import (
    Cover,
    LeadPage,
    PeopleBeside,
    Standing,
    SuggestedPerson,
    lead_page,
    people_beside,
)
from kith.care.queries.ownerless import Ownerless, ownerless
from kith.care.queries.today import DueRow, UnledRow, due_feeding, look_at_today, unled_families

__all__ = [
    "AbsenceRow",
    "Asking",
    "CaseRow",
    "Caseload",
    "CaseloadSize",
    "Cover",
    "CoverRow",
    "DueRow",
    "FamilyCare",
    "FeedingRow",
    "HandoverPage",
    "HandoverRow",
    "LeadPage",
    "LeadRow",
    "Ownerless",
    "PeopleBeside",
    "QuarterCounts",
    "Standing",
    "SuggestedPerson",
    "UnledRow",
    "absences",
    "asking",
    "care_of",
    "caseload",
    "covering",
    "due_feeding",
    "feeding_by_quarter",
    "handover_page",
    "handovers_waiting",
    "lead_page",
    "led_family_ids",
    "look_at_today",
    "ownerless",
    "people_beside",
    "unled_families",
    "who_may_cover",
]
