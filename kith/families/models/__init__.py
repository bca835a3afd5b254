"""The tables of the families."""

from kith.families.models.bereavement import Bereavement
from kith.families.models.consent import Consent
from kith.families.models.family import Address, Family
from kith.families.models.living import CrisisFlag, HouseholdMember
from kith.families.models.merging import DistinctFamilies, FamilyMerge, MergeStep
from kith.families.models.people import Baby, Parent, Pregnancy

__all__ = [
    "Address",
    "Baby",
    "Bereavement",
    "Consent",
    "CrisisFlag",
    "DistinctFamilies",
    "Family",
    "FamilyMerge",
    "HouseholdMember",
    "MergeStep",
    "Parent",
    "Pregnancy",
]
