"""Telling a family what became of its booking. Listeners of this room's own events; safe to run twice.

A booking that has changed since the event is told by the later event, so that no confirmation follows a cancellation.
"""

from kith.directory.queries.cards import VenueCard
from kith.directory.queries.venues import venues_by_id
from kith.groups.calendar import calendar_of
from kith.groups.events import BookingCancelled, PlaceBooked, WaitingListJoined
from kith.groups.models import Booking
from kith.kernel.ids import BookingId, FamilyId, VenueId
from kith.messages.actions.queueing import queue_message
from kith.platform.access.viewer import system_actor
from kith.platform.action import action_in_parts
from kith.platform.i18n.texts import in_language
from kith.platform.private_links import address

TELLER = system_actor("groups.telling")


@action_in_parts
def tell_booked(event: PlaceBooked) -> None:
    """Confirm the places."""
    kind = "place_from_waiting_list" if event.from_waiting_list else "place_booked"
    _tell(event.booking_id, event.revision, kind, with_calendar=True)


@action_in_parts
def tell_waiting(event: WaitingListJoined) -> None:
    """Confirm the wait."""
    _tell(event.booking_id, event.revision, "waiting_list_joined", with_calendar=False)


@action_in_parts
def tell_cancelled(event: BookingCancelled) -> None:
    """Confirm the cancellation; the calendar file takes the date out again."""
    _tell(event.booking_id, event.revision, "booking_cancelled", with_calendar=True)


def _tell(booking_id: BookingId, revision: int, kind: str, *, with_calendar: bool) -> None:
    row = Booking.objects.select_related("session__series").get(pk=booking_id)
    if row.revision != revision:
        return
    venue = _venue_of(row)
    called_off = kind == "booking_cancelled" and row.session.cancelled_at is not None
    queue_message(
        by=TELLER,
        kind="session_called_off" if called_off else kind,
        family_id=FamilyId(row.family_id),
        to_email=row.contact_email or None,
        to_phone=row.contact_phone or None,
        language=row.language,
        facts=_facts(row, venue),
        calendar=calendar_of(row, venue, link=address("booking", row.token, row.language)) if with_calendar else "",
        dedupe_key=f"{kind}:{row.pk}:{revision}",
    )


def _venue_of(row: Booking) -> VenueCard | None:
    if row.session.venue_id is None:
        return None
    venue_id = VenueId(row.session.venue_id)
    return venues_by_id(TELLER, [venue_id], lang=row.language)[venue_id]


def _facts(row: Booking, venue: VenueCard | None) -> dict[str, object]:
    return {
        "title": in_language(row.session.series.title, row.language).text,
        "starts_at": row.session.starts_at.isoformat(),
        "ends_at": row.session.ends_at.isoformat(),
        "where": f"{venue.name}, {venue.address}, {venue.postcode}" if venue else "",
        "places": row.places,
        "interpreter": row.interpreter_need == "yes",
        "link": address("booking", row.token, row.language),
    }
