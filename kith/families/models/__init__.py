"""The tables of the families."""

from kith.families.models.bereavement import Bereavement
from kith.families.models.card import Card, CardReading
from kith.families.models.consent import Consent, DeclinedConsent
from kith.families.models.days import DayCorrection
from kith.families.models.emergency import EmergencyOpening, EmergencySearch
from kith.families.models.family import Address, Family
from kith.families.models.living import CrisisFlag, HouseholdMember
from kith.families.models.merging import DistinctFamilies, FamilyMerge, MergeStep
from kith.families.models.people import Baby, Parent, Pregnancy

__all__ = [
    "Address",
    "Baby",
    "Bereavement",
    "Card",
    "CardReading",
    "Consent",
    "CrisisFlag",
    "DayCorrection",
    "DeclinedConsent",
    "DistinctFamilies",
    "EmergencyOpening",
    "EmergencySearch",
    "Family",
    "FamilyMerge",
    "HouseholdMember",
    "MergeStep",
    "Parent",
    "Pregnancy",
]
