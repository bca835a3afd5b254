"""Reading venues."""

from collections.abc import Iterable

from kith.directory.models.listings import Venue
from kith.directory.queries.cards import VenueCard
from kith.kernel.ids import VenueId
from kith.methods.names import sorting_key
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


def venues_by_id(_viewer: Viewer, ids: Iterable[VenueId], *, lang: str) -> dict[VenueId, VenueCard]:
    """These venues, by id; every viewer may know them."""
    return {VenueId(row.pk): VenueCard.of(row, lang) for row in Venue.objects.filter(pk__in=set(ids))}


def own_venues(viewer: Viewer, *, lang: str) -> list[VenueCard]:
    """The venues that the viewer's own organisations keep, by name."""
    access.require(viewer, Permission.MANAGE_DIRECTORY)
    rows = Venue.objects.filter(organisation_id__in=viewer.organisation_ids)
    return [VenueCard.of(row, lang) for row in sorted(rows, key=lambda row: (sorting_key(row.name), row.pk))]
