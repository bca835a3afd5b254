"""The directory's tables, private to this room."""

from kith.directory.models.listings import REVIEW_AFTER_CHECK, Service, ServiceQuerySet, SpokenLanguage, Texts, Venue

__all__ = ["REVIEW_AFTER_CHECK", "Service", "ServiceQuerySet", "SpokenLanguage", "Texts", "Venue"]
