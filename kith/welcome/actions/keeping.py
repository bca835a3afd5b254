"""Keeping one's own venues: who may, and one after another."""

from kith.directory.actions.ownership import require_editor
from kith.directory.queries.cards import VenueCard
from kith.directory.queries.venues import venues_by_id
from kith.kernel.ids import VenueId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor
from kith.undoing.meanwhile import take_turn


def own_venue(by: Actor, venue_id: VenueId) -> VenueCard:
    """The venue, kept by the actor's organisation and held until the transaction ends; NotFound for any other."""
    take_turn(f"welcome {venue_id}")
    venue = venues_by_id(by, [venue_id], lang="en").get(venue_id)
    if venue is None:
        raise NotFound("venue")
    require_editor(by, venue.organisation_id)
    return venue
