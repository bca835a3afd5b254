"""The tables of the library."""

from kith.library.models.pages import AdvicePage, AdviceSection, Citation, PageTranslation
from kith.library.models.statements import Approval, ClinicalCheck, Statement, StatementTranslation, Wording
from kith.library.models.voices import Voice

__all__ = [
    "AdvicePage",
    "AdviceSection",
    "Approval",
    "Citation",
    "ClinicalCheck",
    "PageTranslation",
    "Statement",
    "StatementTranslation",
    "Voice",
    "Wording",
]
