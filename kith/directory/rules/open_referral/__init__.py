"""Open Referral UK: what directories tell each other, and how it is said in Kith's words."""

from kith.directory.rules.open_referral.asking import Asked, AskedAnywhere, AskedPage, DayOfWeek
from kith.directory.rules.open_referral.comparing import Difference, all_of, differences, settled
from kith.directory.rules.open_referral.feeds import Document, Feed, read_feed
from kith.directory.rules.open_referral.listing import Listing, Spot
from kith.directory.rules.open_referral.patterns import patterns
from kith.directory.rules.open_referral.reading import Refused, listing_of
from kith.directory.rules.open_referral.terms import CODES, NAMESPACE, Vocabulary, taxonomy_id, term_id
from kith.directory.rules.open_referral.writing import Names, at_location, listed, record_of

__all__ = [
    "CODES",
    "NAMESPACE",
    "Asked",
    "AskedAnywhere",
    "AskedPage",
    "DayOfWeek",
    "Difference",
    "Document",
    "Feed",
    "Listing",
    "Names",
    "Refused",
    "Spot",
    "Vocabulary",
    "all_of",
    "at_location",
    "differences",
    "listed",
    "listing_of",
    "patterns",
    "read_feed",
    "record_of",
    "settled",
    "taxonomy_id",
    "term_id",
]
