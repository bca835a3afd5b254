"""What a family's record consists of, and what it may not say."""

from kith.families.rules.checks import check_birth, check_family, same_person
from kith.families.rules.codes import (
    ETHNICITY_NOT_KNOWN,
    ETHNICITY_PATTERN,
    LANGUAGE_PATTERN,
    PHONE_PATTERN,
    PURPOSES_THAT_OPEN_THE_RECORD,
    CameBy,
    InterpreterNeed,
    Particular,
    PregnancyOutcome,
    Purpose,
)
from kith.families.rules.entries import NewAddress, NewBaby, NewConsent, NewFamily, NewParent, NewPregnancy

__all__ = [
    "ETHNICITY_NOT_KNOWN",
    "ETHNICITY_PATTERN",
    "LANGUAGE_PATTERN",
    "PHONE_PATTERN",
    "PURPOSES_THAT_OPEN_THE_RECORD",
    "CameBy",
    "InterpreterNeed",
    "NewAddress",
    "NewBaby",
    "NewConsent",
    "NewFamily",
    "NewParent",
    "NewPregnancy",
    "Particular",
    "PregnancyOutcome",
    "Purpose",
    "check_birth",
    "check_family",
    "same_person",
]
