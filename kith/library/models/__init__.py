"""The tables of the library."""

from kith.library.models.pages import AdvicePage, AdviceSection, Citation, PageTranslation
from kith.library.models.statements import Approval, Statement, StatementTranslation, Wording

__all__ = [
    "AdvicePage",
    "AdviceSection",
    "Approval",
    "Citation",
    "PageTranslation",
    "Statement",
    "StatementTranslation",
    "Wording",
]
