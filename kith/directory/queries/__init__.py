"""What can be read of the directory."""

from kith.directory.queries.cards import ServiceCard, Spoken, VenueCard
from kith.directory.queries.keeping import (
    KeptService,
    KeptVenue,
    kept_service,
    kept_venue,
    own_organisation,
    venue_names,
)
from kith.directory.queries.search import (
    Sought,
    meeting_place_cards,
    meeting_places_near,
    needs_heard,
    service_cards,
    service_of_code,
    services_by_id,
    services_sought,
)
from kith.directory.queries.upkeep import KeptListing, ListingKind, listings_due, listings_kept, withdrawn_listings
from kith.directory.queries.venues import venues_by_id

__all__ = [
    "KeptListing",
    "KeptService",
    "KeptVenue",
    "ListingKind",
    "ServiceCard",
    "Sought",
    "Spoken",
    "VenueCard",
    "kept_service",
    "kept_venue",
    "listings_due",
    "listings_kept",
    "meeting_place_cards",
    "meeting_places_near",
    "needs_heard",
    "own_organisation",
    "service_cards",
    "service_of_code",
    "services_by_id",
    "services_sought",
    "venue_names",
    "venues_by_id",
    "withdrawn_listings",
]
