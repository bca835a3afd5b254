"""The page behind a visitor's private link."""

from dataclasses import dataclass

from kith.directory.queries.cards import VenueCard
from kith.directory.queries.venues import venues_by_id
from kith.kernel import clock
from kith.kernel.ids import VenueId
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.walls.saying import beyond
from kith.welcome.models.profiles import VenueVisit


@dataclass(frozen=True)
class AskedVisit:
    """What the holder of the link is asked: where to go, and whether she has told already or the link is over."""

    venue: VenueCard
    is_told: bool
    is_over: bool


@beyond("the one visit of this private link")
def asked_visit(viewer: Viewer, token: str, *, lang: str) -> AskedVisit:
    """The visit behind this private link; NotFound for none of ours."""
    access.require(viewer, Permission.ANSWER_BY_LINK)
    row = VenueVisit.objects.filter(token=token).first()
    if row is None:
        raise NotFound("visit")
    venue_id = VenueId(row.venue_id)
    venue = venues_by_id(viewer, [venue_id], lang=lang)[venue_id]
    return AskedVisit(venue, row.told_at is not None, clock.today() > row.ends_on)
