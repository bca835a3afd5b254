"""Reading venues."""

from collections.abc import Iterable

from kith.directory.models.listings import Venue
from kith.directory.queries.cards import VenueCard
from kith.kernel.ids import VenueId
from kith.platform.access.viewer import Viewer


def venues_by_id(_viewer: Viewer, ids: Iterable[VenueId], *, lang: str) -> dict[VenueId, VenueCard]:
    """These venues, by id; every viewer may know them."""
    return {VenueId(row.pk): VenueCard.of(row, lang) for row in Venue.objects.filter(pk__in=set(ids))}
