"""Adding venues."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from kith.directory.actions.ownership import require_keeper
from kith.directory.models import Venue
from kith.directory.rules import Feature, review_due_on
from kith.kernel import postcode
from kith.kernel.ids import OrganisationId, VenueId
from kith.platform import audit, freshness
from kith.platform.access import Actor
from kith.platform.freshness import Topic


@dataclass(frozen=True)
class ListedVenue:
    """What an organisation says of a place where it holds sessions."""

    organisation_id: OrganisationId
    name: str
    address: str
    postcode: str
    lon: float
    lat: float
    checked_on: date
    features: tuple[Feature, ...] = ()
    getting_there: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def add_venue(*, by: Actor, venue: ListedVenue) -> VenueId:
    """List the venue."""
    require_keeper(by, venue.organisation_id)
    row = Venue.objects.create(
        organisation_id=venue.organisation_id,
        name=venue.name,
        address=venue.address,
        postcode=postcode.parse(venue.postcode).text,
        lon=venue.lon,
        lat=venue.lat,
        features=list(venue.features),
        getting_there=dict(venue.getting_there),
        checked_on=venue.checked_on,
        review_due_on=review_due_on(venue.checked_on),
    )
    audit.record(by, "directory.venue_added", row)
    freshness.touch(Topic.LISTINGS)
    return VenueId(row.pk)
