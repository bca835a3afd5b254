"""Listing venues: added and changed."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from kith.directory.actions.ownership import require_editor
from kith.directory.models.listings import Venue
from kith.directory.rules.codes import Feature
from kith.directory.rules.listed import ListedVenue
from kith.directory.rules.listing import review_due_on
from kith.directory.settings import REVIEW_DAYS
from kith.kernel import ids, postcode
from kith.kernel.ids import OrganisationId, VenueId
from kith.kernel.refusal import Refusal
from kith.platform import audit, freshness
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.platform.ui.marketing import keep_to_the_code


@action
def add_venue(*, by: Actor, venue: ListedVenue, request_key: UUID | None = None) -> VenueId:
    """List the venue; the same ``request_key`` never lists two, and no organisation has two of one name."""
    require_editor(by, venue.organisation_id)
    keep_to_the_code(*venue.words)
    row = Venue(
        public_id=request_key or ids.new_uuid(),
        organisation_id=venue.organisation_id,
        checked_on=venue.checked_on,
        review_due_on=review_due_on(venue.checked_on, REVIEW_DAYS.now),
        **_columns(venue),
    )
    if earlier := Venue.objects.filter(public_id=row.public_id).first():
        return VenueId(earlier.pk)
    _save(row)
    audit.record(by, "directory.venue_added", row)
    freshness.invalidate(Topic.LISTINGS)
    return VenueId(row.pk)


@action
def change_venue(*, by: Actor, venue_id: VenueId, venue: ListedVenue) -> None:
    """Let the listing say this from now on; every session held there shows it at once."""
    row = Venue.objects.select_for_update().filter(pk=venue_id).first()
    if row is None:
        raise NotFound("venue")
    require_editor(by, OrganisationId(row.organisation_id))
    keep_to_the_code(*venue.words)
    columns = _columns(venue)
    if venue.checked_on > row.checked_on:
        columns |= {"checked_on": venue.checked_on, "review_due_on": review_due_on(venue.checked_on, REVIEW_DAYS.now)}
    _change(by, row, columns)


@action
def note_features(*, by: Actor, venue_id: VenueId, features: Mapping[Feature, bool]) -> None:
    """List these features, or list them no more, as visitors found them; of others nothing is said."""
    row = Venue.objects.select_for_update().get(pk=venue_id)
    require_editor(by, OrganisationId(row.organisation_id))
    _change(by, row, {"features": [each for each in Feature if features.get(each, each in row.features)]})


def _change(by: Actor, row: Venue, columns: Mapping[str, Any]) -> None:
    changed = sorted(name for name, value in columns.items() if getattr(row, name) != value)
    if not changed:
        return
    for name in changed:
        setattr(row, name, columns[name])
    _save(row)
    audit.record(by, "directory.venue_changed", row, fields=changed)
    freshness.invalidate(Topic.LISTINGS)


def _columns(venue: ListedVenue) -> dict[str, Any]:
    """What of a venue can change, as it is kept."""
    return {
        "name": venue.name,
        "address": venue.address,
        "postcode": postcode.parse(venue.postcode).text,
        "lon": venue.lon,
        "lat": venue.lat,
        "features": list(venue.features),
        "getting_there": dict(venue.getting_there),
    }


def _save(row: Venue) -> None:
    try:
        row.save()
    except IntegrityError as error:
        raise Refusal("venue_there_already") from error
