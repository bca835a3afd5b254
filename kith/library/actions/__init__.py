"""What is done in the library: words proposed, approved and withdrawn, pages put together, texts translated."""

from kith.library.actions.checking import Clinician, check_signs
from kith.library.actions.pages import PageWords, SectionWords, write_page
from kith.library.actions.starter import load_starter, stock_library
from kith.library.actions.statements import (
    ProposedWords,
    add_statement,
    approve_wording,
    confirm_statement,
    propose_wording,
    withdraw_statement,
)
from kith.library.actions.telling import look_through_library
from kith.library.actions.translating import PageInLanguage, translate_page, translate_statement
from kith.library.actions.voices import NewVoice, add_voice, remove_voice

__all__ = [
    "Clinician",
    "NewVoice",
    "PageInLanguage",
    "PageWords",
    "ProposedWords",
    "SectionWords",
    "add_statement",
    "add_voice",
    "approve_wording",
    "check_signs",
    "confirm_statement",
    "load_starter",
    "look_through_library",
    "propose_wording",
    "remove_voice",
    "stock_library",
    "translate_page",
    "translate_statement",
    "withdraw_statement",
    "write_page",
]
