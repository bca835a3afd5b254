"""Noting that something was changed at a venue, so that answers before and after it can be compared."""

from datetime import date

from kith.kernel import clock
from kith.kernel.ids import VenueId
from kith.kernel.refusal import Refusal
from kith.listening.actions.locking import member
from kith.listening.models.stories import VenueChange
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def note_venue_change(*, by: Actor, venue_id: VenueId, changed_on: date, what: str) -> None:
    """Note what was changed at a venue on a day; noted twice for one day, the last words count."""
    access.require(by, Permission.MANAGE_THEMES)
    if changed_on > clock.today():
        raise Refusal("change_to_come")
    row, _ = VenueChange.objects.update_or_create(
        venue_id=venue_id, changed_on=changed_on, defaults={"what": what.strip(), "noted_by_id": member(by)}
    )
    audit.record(by, "listening.venue_change_noted", row, venue=venue_id)
