"""The directory's tables, private to this room."""

from kith.directory.models.feeds import ChangeKind, ChangeReview, Decision, Origin, ProposedChange
from kith.directory.models.listings import REVIEW_AFTER_CHECK, Service, ServiceQuerySet, SpokenLanguage, Texts, Venue
from kith.directory.models.told import listing_of_row, spot_of

__all__ = [
    "REVIEW_AFTER_CHECK",
    "ChangeKind",
    "ChangeReview",
    "Decision",
    "Origin",
    "ProposedChange",
    "Service",
    "ServiceQuerySet",
    "SpokenLanguage",
    "Texts",
    "Venue",
    "listing_of_row",
    "spot_of",
]
