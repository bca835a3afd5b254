"""A parent's phone or mailbox is another: what was sent to the old one opens no booking any more."""

from kith.groups import events
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import LIVE_STATES, BookingState
from kith.kernel import clock
from kith.kernel.ids import BookingId
from kith.kernel.ways import Way
from kith.platform import audit, outbox
from kith.platform.access.viewer import Actor
from kith.platform.private_links import new_token
from kith.ways.kinds import WayChanged

TOLD_BY = {
    BookingState.BOOKED: events.PlaceBooked,
    BookingState.WAITING: events.WaitingListJoined,
    BookingState.OFFERED: events.PlaceOffered,
}
COLUMNS = {Way.PHONE: "contact_phone", Way.EMAIL: "contact_email"}


def close_booking_links(by: Actor, changed: WayChanged) -> None:
    """Give the family's bookings other private links; what is still to come is confirmed anew, by the way that counts.

    A booking that was made by another contact keeps that one.
    """
    assert changed.family_id, "only a parent's ways are followed"
    rows = Booking.objects.select_for_update(of=("self",)).select_related("session")
    for row in rows.filter(family_id=changed.family_id).order_by("pk"):
        row.token = new_token()
        _readdress(row, changed)
        if row.state in LIVE_STATES and row.session.starts_at > clock.now():
            _confirm(row)
        row.save(update_fields=["token", "contact_phone", "contact_email", "revision"])
        audit.record(by, "groups.booking_link_closed", row, family_id=changed.family_id)


def _readdress(row: Booking, changed: WayChanged) -> None:
    """Send what is to come to the new way, where it went to the old one; else to what stands beside it."""
    if not changed.old or getattr(row, COLUMNS[changed.way]) != changed.old:
        return
    setattr(row, COLUMNS[changed.way], changed.new)
    if not (row.contact_phone or row.contact_email):
        row.contact_phone, row.contact_email = changed.ways.phone, changed.ways.email


def _confirm(row: Booking) -> None:
    row.revision += 1
    outbox.append(TOLD_BY[row.state](BookingId(row.pk), row.revision))
