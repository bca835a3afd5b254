"""What can be read of the directory."""

from kith.directory.queries.cards import ServiceCard, Spoken, VenueCard
from kith.directory.queries.search import find_services, needs_heard, service_of_code, services_by_id
from kith.directory.queries.venues import venues_by_id

__all__ = [
    "ServiceCard",
    "Spoken",
    "VenueCard",
    "find_services",
    "needs_heard",
    "service_of_code",
    "services_by_id",
    "venues_by_id",
]
