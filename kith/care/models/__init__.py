"""The tables of care."""

from kith.care.models.feeding import FeedingStatus
from kith.care.models.leading import NamedLead, NamedLeadQuerySet

__all__ = ["FeedingStatus", "NamedLead", "NamedLeadQuerySet"]
