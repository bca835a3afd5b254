"""The words for the codes of a family's record, in the reader's language."""

from kith.families.wording.records import (
    CAME_BY,
    INTERPRETER_NEEDS,
    PURPOSES,
    REFUSALS,
    REFUSED_FIELDS,
    age_words,
    refusal_words,
)
from kith.families.wording.trust import (
    CARD_PARTS,
    EMERGENCY_REASONS,
    HOW_SAID,
    INTERPRETED_BY,
    LOSSES,
    SPOKEN_IN,
    Words,
    consent_words,
)

__all__ = [
    "CAME_BY",
    "CARD_PARTS",
    "EMERGENCY_REASONS",
    "HOW_SAID",
    "INTERPRETED_BY",
    "INTERPRETER_NEEDS",
    "LOSSES",
    "PURPOSES",
    "REFUSALS",
    "REFUSED_FIELDS",
    "SPOKEN_IN",
    "Words",
    "age_words",
    "consent_words",
    "refusal_words",
]
