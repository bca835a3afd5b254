"""The guard: where the shown words of a language no longer say a fact of danger."""

from kith.library.rules.guard.facts import Fact, Facts, GuardFault, Number, Source, read_facts
from kith.library.rules.guard.finding import Card, Fault, Kind, Shown, faults, statement_faults
from kith.library.rules.guard.reading import Found, Sentence, sentences_of
from kith.library.rules.guard.words import Words, read_words

__all__ = [
    "Card",
    "Fact",
    "Facts",
    "Fault",
    "Found",
    "GuardFault",
    "Kind",
    "Number",
    "Sentence",
    "Shown",
    "Source",
    "Words",
    "faults",
    "read_facts",
    "read_words",
    "sentences_of",
    "statement_faults",
]
