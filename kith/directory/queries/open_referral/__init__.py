"""The directory as other directories read it, and what their feeds would change here."""

from kith.directory.queries.open_referral.publishing import (
    NotUnderstood,
    service,
    service_at_location,
    services,
    services_at_locations,
    taxonomies,
    taxonomy,
    taxonomy_term,
    taxonomy_terms,
)
from kith.directory.queries.open_referral.timetables import Slot, Timetable, register_timetable

__all__ = [
    "NotUnderstood",
    "Slot",
    "Timetable",
    "register_timetable",
    "service",
    "service_at_location",
    "services",
    "services_at_locations",
    "taxonomies",
    "taxonomy",
    "taxonomy_term",
    "taxonomy_terms",
]
