"""Telling a family what became of its booking. Listeners of this room's own events; safe to run twice.

A booking that has changed since the event is told by the later event, so that no confirmation follows a cancellation.
To a contact that is not proved yet goes only what proves it, and that the time for it is over; so many a
day, and no answer says when more were asked for.
"""

from datetime import timedelta

from kith.directory.queries.cards import VenueCard
from kith.directory.queries.venues import venues_by_id
from kith.groups.actions.holding import code_of
from kith.groups.calendar import calendar_of
from kith.groups.events import (
    BookingCancelled,
    CrechePlaceGiven,
    PlaceBooked,
    PlaceOffered,
    PlacesFreed,
    PlacesHeld,
    WaitingListJoined,
)
from kith.groups.models.bookings import Booking
from kith.groups.models.held import HeldBooking
from kith.groups.rules.codes import BookingState, HeldState
from kith.groups.rules.nights import evening_of
from kith.groups.rules.places import MOST_LETTERS
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, HeldBookingId, VenueId
from kith.messages.actions.queueing import queue_message
from kith.platform import audit
from kith.platform.access.viewer import system_actor
from kith.platform.action import action_in_parts
from kith.platform.i18n.texts import in_language
from kith.platform.private_links import address
from kith.whats_on.calendar import where
from kith.whats_on.events import SessionMoved

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
def tell_creche_given(event: CrechePlaceGiven) -> None:
    """Say that a place in the crèche has come free and is theirs."""
    _tell(event.booking_id, event.revision, "creche_place_given", with_calendar=False)


@action_in_parts
def tell_cancelled(event: BookingCancelled) -> None:
    """Confirm the cancellation; the calendar file takes the date out again. Of a moved booking the new one is told."""
    if event.is_moved:
        return
    _tell(event.booking_id, event.revision, "booking_cancelled", with_calendar=True)


@action_in_parts
def tell_offered(event: PlaceOffered) -> None:
    """Say that places are kept for the family, and until when; nothing where it has answered already."""
    row = Booking.objects.filter(pk=event.booking_id, state=BookingState.OFFERED).first()
    if row and row.offered_until and row.offered_until > clock.now():
        until = row.offered_until
        _tell(
            event.booking_id,
            event.revision,
            "place_offered",
            with_calendar=False,
            offered_until_at=until.isoformat(),
            # By night the letter does not leave any more, if its provider was down all day.
            until_at=min(until, evening_of(clock.now())).isoformat(),
        )


@action_in_parts
def tell_moved(event: SessionMoved) -> None:
    """Tell all who have places or wait when and where it is now; the calendar file moves the date."""
    for row in Booking.objects.on_moved(event).live().order_by("pk"):
        _tell(
            BookingId(row.pk),
            row.revision,
            "session_moved",
            with_calendar=row.state is BookingState.BOOKED,
            again=event.revision,
            was_at=event.was_start.isoformat(),
            is_waiting=row.state is not BookingState.BOOKED,
        )


@action_in_parts
def tell_held(event: PlacesHeld) -> None:
    """Send the link and the code by which the visitor shows that the e-mail or phone is hers."""
    _tell_unproved(event.held_id, "booking_to_confirm", HeldState.HELD)


@action_in_parts
def tell_freed(event: PlacesFreed) -> None:
    """Tell her that the places are open to others, and how she can still have them."""
    _tell_unproved(event.held_id, "held_place_freed", HeldState.FREED)


def _tell_unproved(held_id: HeldBookingId, kind: str, state: HeldState) -> None:
    row = HeldBooking.objects.select_related("session__series").filter(pk=held_id, state=state).first()
    # Without words it is one of several dates, kept and told together by whoever books them as one.
    if row is None or row.session.cancelled_at or not row.said:
        return
    if _is_asked_too_often(row):
        audit.record(TELLER, "groups.proof_not_sent", row, why="asked_too_often")
        return
    row.sent_at = row.sent_at or clock.now()
    row.save(update_fields=["sent_at"])
    contact = row.wish.order.contact
    queue_message(
        by=TELLER,
        kind=kind,
        to_email=contact.email or None,
        to_phone=contact.phone or None,
        language=row.language,
        facts={
            **_what(row, _venue_of(row)),
            "is_kept": row.places_kept > 0,
            "held_until_at": row.held_until.isoformat(),
            "code": code_of(row),
            "link": address("confirm-booking", row.link, row.language, row.session_id),
            "again": address("session", str(row.session_id), row.language),
        },
        dedupe_key=f"{kind}:{row.pk}",
    )


def _is_asked_too_often(row: HeldBooking) -> bool:
    """Whether this contact has had its messages of a day: no stranger has more sent there."""
    since = row.asked_at - timedelta(days=1)
    before = HeldBooking.objects.filter(contact_digest=row.contact_digest, asked_at__gt=since)
    return before.filter(asked_at__lt=row.asked_at).count() >= MOST_LETTERS


def _tell(
    booking_id: BookingId, revision: int, kind: str, *, with_calendar: bool, again: int = 0, **facts: object
) -> None:
    """Tell the family, unless the booking has changed since; ``again`` tells a later letter of the kind apart."""
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
        facts=_facts(row, venue) | facts,
        calendar=calendar_of(row, venue, link=address("booking", row.token, row.language)) if with_calendar else "",
        dedupe_key=f"{kind}:{row.pk}:{revision}" + (f":{again}" if again else ""),
    )


def _venue_of(row: Booking | HeldBooking) -> VenueCard | None:
    if row.session.venue_id is None:
        return None
    venue_id = VenueId(row.session.venue_id)
    return venues_by_id(TELLER, [venue_id], lang=row.language)[venue_id]


def _facts(row: Booking, venue: VenueCard | None) -> dict[str, object]:
    return {
        **_what(row, venue),
        "interpreter": row.interpreter_need == "yes",
        "creche": row.wants_creche and not row.creche_waits,
        "creche_waits": row.creche_waits,
        "link": address("booking", row.token, row.language),
    }


def _what(row: Booking | HeldBooking, venue: VenueCard | None) -> dict[str, object]:
    return {
        "title": in_language(row.session.series.title, row.language).text,
        "starts_at": row.session.starts_at.isoformat(),
        "ends_at": row.session.ends_at.isoformat(),
        "where": where(venue, row.session.room),
        "places": row.places,
    }
