"""Saying that a listing is still right."""

from kith.directory.actions.ownership import require_editor
from kith.directory.models.listings import Service, Venue
from kith.directory.rules.listing import review_due_on
from kith.directory.settings import REVIEW_DAYS
from kith.kernel import clock
from kith.kernel.ids import OrganisationId, ServiceId, VenueId
from kith.platform import audit, freshness
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic


@action
def confirm_service(*, by: Actor, service_id: ServiceId) -> None:
    """Note that the listing was looked at today and is right."""
    row = Service.objects.open().select_for_update().filter(pk=service_id).first()
    if row is None:
        raise NotFound("service")
    require_editor(by, OrganisationId(row.organisation_id))
    row.checked_on = clock.today()
    row.review_due_on = review_due_on(row.checked_on, REVIEW_DAYS.now)
    row.save(update_fields=["checked_on", "review_due_on"])
    audit.record(by, "directory.service_confirmed", row)
    freshness.invalidate(Topic.LISTINGS)


@action
def confirm_venue(*, by: Actor, venue_id: VenueId) -> None:
    """Note that what is said of the venue was looked at today and is right."""
    row = Venue.objects.select_for_update().filter(pk=venue_id).first()
    if row is None:
        raise NotFound("venue")
    require_editor(by, OrganisationId(row.organisation_id))
    row.checked_on = clock.today()
    row.review_due_on = review_due_on(row.checked_on, REVIEW_DAYS.now)
    row.save(update_fields=["checked_on", "review_due_on"])
    audit.record(by, "directory.venue_confirmed", row)
    freshness.invalidate(Topic.LISTINGS)
