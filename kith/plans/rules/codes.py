"""What the plan is told apart by. Pure."""

from enum import StrEnum
from typing import NewType

AimId = NewType("AimId", int)
PlanEntryId = NewType("PlanEntryId", int)
ServiceCostId = NewType("ServiceCostId", int)

LONGEST_WORDS = 2000
LONGEST_CHAPTER = 6000
LONGEST_GAP = 500
MOST_POUNDS = 100_000_000


class Strand(StrEnum):
    """Which money pays a service.

    The first six are the strands of the national collection on Best Start Family Hubs and Healthy Babies (May 2026).
    """

    INFANT_FEEDING = "infant_feeding"
    PARENT_INFANT = "parent_infant_relationships"
    PARENTING = "parenting"
    EARLY_LANGUAGE = "early_language"
    SEND = "send"
    WIDER = "wider_services"
    PUBLIC_HEALTH = "public_health"
    NHS = "nhs"
    CHARITY = "charity"
    OTHER = "other"
