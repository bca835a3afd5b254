"""Decisions about advice, free of the database."""

from kith.kernel.marketing import CodeFault, code_faults
from kith.library.rules.approving import APPROVALS_NEEDED, may_approve, may_propose, stands
from kith.library.rules.plain import Plainness, plainness
from kith.library.rules.ranking import NextText, what_to_translate_next
from kith.library.rules.signs import Card, Trouble, TroubleKind, cards_shown, may_write_signs, misplaced
from kith.library.rules.standing import Answer, Standing, answer_to, contradictions, standing
from kith.library.rules.starter import (
    NewPage,
    NewSection,
    NewStatement,
    StarterFault,
    TranslatedPage,
    read_starter,
    subject_of,
)
from kith.library.rules.translating import TranslationState, least_of, translation_state
from kith.library.rules.voices import MOST_BYTES, AudioKind, audio_kind, byte_range, words_mark
from kith.library.rules.words import Evidence, PageKind, PageTopic

__all__ = [
    "APPROVALS_NEEDED",
    "MOST_BYTES",
    "Answer",
    "AudioKind",
    "Card",
    "CodeFault",
    "Evidence",
    "NewPage",
    "NewSection",
    "NewStatement",
    "NextText",
    "PageKind",
    "PageTopic",
    "Plainness",
    "Standing",
    "StarterFault",
    "TranslatedPage",
    "TranslationState",
    "Trouble",
    "TroubleKind",
    "answer_to",
    "audio_kind",
    "byte_range",
    "cards_shown",
    "code_faults",
    "contradictions",
    "least_of",
    "may_approve",
    "may_propose",
    "may_write_signs",
    "misplaced",
    "plainness",
    "read_starter",
    "standing",
    "stands",
    "subject_of",
    "translation_state",
    "what_to_translate_next",
    "words_mark",
]
