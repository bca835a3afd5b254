"""Showing a photo of a venue, and taking it away."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from kith.files.actions import erase_file, keep_picture
from kith.files.rules import FileId
from kith.kernel import clock
from kith.kernel.ids import VenueId
from kith.kernel.refusal import Refusal
from kith.platform import audit, freshness
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.platform.ui.marketing import keep_to_the_code
from kith.welcome.actions.keeping import own_venue
from kith.welcome.models.profiles import VenuePhoto
from kith.welcome.rules.codes import Agreement, PhotoId
from kith.welcome.rules.visits import MOST_PHOTOS, may_show


@dataclass(frozen=True)
class NewPhoto:
    """A photo, the words for who cannot see it, and the agreement of those who are in it."""

    content: bytes
    alt: Mapping[str, str]
    agreement: Agreement | None
    agreed_words: str = ""


@action
def add_photo(*, by: Actor, venue_id: VenueId, photo: NewPhoto, request_key: UUID) -> PhotoId:
    """Show the photo on the venue's pages; the same request key never shows two. Refusal without words or agreement.

    What is wrong is said before the picture is opened.
    """
    own_venue(by, venue_id)
    if before := VenuePhoto.objects.filter(request_key=request_key, venue_id=venue_id).first():
        return PhotoId(before.pk)
    if refusal := may_show(photo.alt.get("en", ""), photo.agreement, photo.agreed_words):
        raise refusal
    if VenuePhoto.objects.shown().filter(venue_id=venue_id).count() >= MOST_PHOTOS:
        raise Refusal("photos_enough", most=MOST_PHOTOS)
    keep_to_the_code(*photo.alt.values())
    assert photo.agreement is not None, "the rule has refused a photo without agreement"
    row = VenuePhoto.objects.create(
        venue_id=venue_id,
        file_id=keep_picture(by=by, content=photo.content),
        request_key=request_key,
        alt=dict(photo.alt),
        agreement=photo.agreement,
        agreed_words=photo.agreed_words.strip() if photo.agreement is Agreement.ALL_AGREED else "",
        added_at=clock.now(),
        added_by_id=by.membership_id,
    )
    audit.record(by, "welcome.photo_added", row, agreement=photo.agreement)
    freshness.invalidate(Topic.LISTINGS)
    return PhotoId(row.pk)


@action
def remove_photo(*, by: Actor, photo_id: PhotoId) -> None:
    """Take the photo away, picture and all, as when a person in it does not agree any more; twice is the same."""
    row = VenuePhoto.objects.select_for_update().filter(pk=photo_id).first()
    if row is None:
        raise NotFound("photo")
    own_venue(by, VenueId(row.venue_id))
    if row.removed_at is not None:
        return
    row.take_away(clock.now())
    erase_file(by=by, file_id=FileId(row.file_id))
    audit.record(by, "welcome.photo_removed", row)
    freshness.invalidate(Topic.LISTINGS)
