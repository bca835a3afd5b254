"""Pure decisions about listings: which need somebody means, how a place feels, when a listing must be checked again."""

from kith.directory.rules.codes import BABY_MONTHS, BabyAge, Feature, Way
from kith.directory.rules.folding import folded, search_text_of, words_of
from kith.directory.rules.hearing import needs_meant_by
from kith.directory.rules.listed import SERVICE_TEXTS, ListedService, ListedVenue, SpeakerOf, texts_after
from kith.directory.rules.listing import HIDDEN_AFTER, REMIND_BEFORE, REVIEW_EVERY, is_confirmed, review_due_on
from kith.directory.rules.needs import Need
from kith.directory.rules.place import kilometres_between

__all__ = [
    "BABY_MONTHS",
    "HIDDEN_AFTER",
    "REMIND_BEFORE",
    "REVIEW_EVERY",
    "SERVICE_TEXTS",
    "BabyAge",
    "Feature",
    "ListedService",
    "ListedVenue",
    "Need",
    "SpeakerOf",
    "Way",
    "folded",
    "is_confirmed",
    "kilometres_between",
    "needs_meant_by",
    "review_due_on",
    "search_text_of",
    "texts_after",
    "words_of",
]
