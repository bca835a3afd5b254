"""The directory's tables, private to this room."""

from kith.directory.models.feeds import ChangeKind, ChangeReview, Decision, Origin, ProposedChange
from kith.directory.models.listings import (
    REVIEW_AFTER_CHECK,
    MeetingPlace,
    Service,
    ServiceQuerySet,
    SpokenLanguage,
    Texts,
    Venue,
)
from kith.directory.models.nearness import apart_from
from kith.directory.models.told import listing_of_row, spot_of

__all__ = [
    "REVIEW_AFTER_CHECK",
    "ChangeKind",
    "ChangeReview",
    "Decision",
    "MeetingPlace",
    "Origin",
    "ProposedChange",
    "Service",
    "ServiceQuerySet",
    "SpokenLanguage",
    "Texts",
    "Venue",
    "apart_from",
    "listing_of_row",
    "spot_of",
]
