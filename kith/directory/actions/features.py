"""How a venue feels, as the room that asks parents has found out: what the search and the feed know of it."""

from collections.abc import Mapping

from kith.directory.actions.ownership import require_editor
from kith.directory.models.listings import Venue
from kith.directory.rules.codes import Feature
from kith.kernel.ids import OrganisationId, VenueId
from kith.platform import audit, freshness
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic


def lock_venue(venue_id: VenueId) -> OrganisationId:
    """Lock the venue until the transaction ends, and say whose it is; NotFound where there is none."""
    row = Venue.objects.select_for_update().filter(pk=venue_id).first()
    if row is None:
        raise NotFound("venue")
    return OrganisationId(row.organisation_id)


@action
def note_features(*, by: Actor, venue_id: VenueId, features: Mapping[Feature, bool]) -> None:
    """List these features, or list them no more; of others nothing is said."""
    row = Venue.objects.select_for_update().filter(pk=venue_id).first()
    if row is None:
        raise NotFound("venue")
    require_editor(by, OrganisationId(row.organisation_id))
    listed = [each for each in Feature if features.get(each, each in row.features)]
    if listed == [each for each in Feature if each in row.features]:
        return
    row.features = listed
    row.save(update_fields=["features"])
    audit.record(by, "directory.venue_changed", row, fields=["features"])
    freshness.invalidate(Topic.LISTINGS)
