"""Several dates booked as one: all of them or none, behind the locks of all, which are taken in one order.

A room above that books several dates as one (a course) does so here, in its own action's transaction. It tells the
family itself, once: what happens here is announced in one event, for those who answer for each date.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from kith.groups import events
from kith.groups.actions.booking import BookingReceipt, decide, take
from kith.groups.actions.offering import change_state, move_up
from kith.groups.models.bookings import Booking
from kith.groups.models.held import HeldBooking
from kith.groups.rules.codes import BookingState, HeldState
from kith.groups.rules.places import PlaceOrder, PlaceWish, places_to_keep
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, HeldBookingId, SessionId, new_uuid
from kith.kernel.refusal import Refusal
from kith.platform import audit, freshness, outbox, rows
from kith.platform.access.viewer import Actor
from kith.platform.freshness import Topic
from kith.whats_on.actions.places import LockedSession, locked_sessions

Sessions = dict[SessionId, LockedSession]


def book_dates(
    *, by: Actor, family_id: FamilyId, orders: Sequence[PlaceOrder], kept: Collection[HeldBookingId] = ()
) -> list[BookingReceipt] | Refusal:
    """Take the places on every date in the caller's transaction, or say why not before anything is written.

    A date on which the family has a place stays as it is. ``kept``: places kept for it until now (``keep_dates``).
    """
    sessions = locked_sessions(order.session_id for order in orders)
    there, waits = _live(family_id, sessions)
    if waits:
        return Refusal("session_full", offer="waiting_list")
    kept_on = _kept_on(sessions, kept)
    wanted = [replace(order, may_wait=False) for order in orders if order.session_id not in there]
    for order in wanted:
        places_kept = kept_on.get(order.session_id, 0)
        if refusal := decide(sessions[order.session_id], PlaceWish(order.places), order, kept=places_kept):
            return refusal
    _free(kept_on, kept)
    taken = {
        order.session_id: take(
            by,
            sessions[order.session_id],
            family_id,
            order,
            kept=kept_on.get(order.session_id, 0),
            is_told_by_others=True,
        )
        for order in wanted
    }
    if taken:
        outbox.append(events.DatesBooked(tuple(each.booking_id for each in taken.values())))
    return [taken.get(order.session_id) or there[order.session_id] for order in orders]


def keep_dates(
    by: Actor, session_ids: Iterable[SessionId], places: int, *, language: str, until: datetime
) -> list[HeldBookingId]:
    """Keep places on every date for a visitor, in the caller's transaction; none where one has none to keep."""
    sessions = locked_sessions(session_ids)
    if not all(places_to_keep(session.facts, places) for session in sessions.values()):
        return []
    now = clock.now()
    held = [
        HeldBooking(
            session_id=session.id,
            places=places,
            places_kept=places,
            language=language,
            said={},
            request_key=f"kept-{new_uuid().hex}",
            asked_at=now,
            held_until=until,
            words_until=until,
        )
        for session in sessions.values()
    ]
    rows.add(*held)
    for row in held:
        audit.record(by, "groups.places_held", row, places=places)
    freshness.invalidate(Topic.LISTINGS)
    return [HeldBookingId(row.pk) for row in held]


def still_kept(kept: Collection[HeldBookingId]) -> list[HeldBookingId]:
    """Those of these places that are kept yet: also when their time is over, until they are opened to others."""
    found = HeldBooking.objects.filter(pk__in=kept, places_kept__gt=0)
    return [HeldBookingId(pk) for pk in found.values_list("pk", flat=True)]


def let_go_dates(by: Actor, kept: Collection[HeldBookingId]) -> None:
    """Open the places kept on these dates to others, in the caller's transaction."""
    found = HeldBooking.objects.filter(pk__in=kept, places_kept__gt=0).values_list("session_id", flat=True)
    sessions = locked_sessions(SessionId(each) for each in found)
    _free(_kept_on(sessions, kept), kept)
    for session in sessions.values():
        move_up(by, session)
    freshness.invalidate(Topic.LISTINGS)


def give_up_dates(by: Actor, family_id: FamilyId, session_ids: Collection[SessionId]) -> int:
    """Give the family's places on those of these dates back that are to come, and say on how many.

    In the caller's transaction, and without a word to the family: the caller tells it.
    """
    wanted = Booking.objects.live().filter(
        family_id=family_id, session_id__in=session_ids, session__starts_at__gt=clock.now()
    )
    sessions = locked_sessions(SessionId(each) for each in wanted.values_list("session_id", flat=True))
    for row in Booking.objects.live().filter(family_id=family_id, session_id__in=sessions):
        change_state(row, BookingState.CANCELLED)
        audit.record(by, "groups.booking_cancelled", row, family_id=family_id)
        outbox.append(events.BookingCancelled(BookingId(row.pk), row.revision, is_moved=True))
    for session in sessions.values():
        move_up(by, session)
    if sessions:
        freshness.invalidate(Topic.LISTINGS)
    return len(sessions)


def _live(family_id: FamilyId, sessions: Sessions) -> tuple[dict[SessionId, BookingReceipt], bool]:
    """On which dates the family has a place already, and whether it waits for one on any other."""
    rows = list(Booking.objects.live().filter(family_id=family_id, session_id__in=sessions))
    there = {SessionId(row.session_id): BookingReceipt.of(row) for row in rows if row.state is BookingState.BOOKED}
    return there, len(there) < len(rows)


def _kept_on(sessions: Sessions, kept: Collection[HeldBookingId]) -> dict[SessionId, int]:
    if not kept:
        return {}
    found = HeldBooking.objects.filter(pk__in=kept, session_id__in=sessions, places_kept__gt=0)
    return {SessionId(session_id): places for session_id, places in found.values_list("session_id", "places_kept")}


def _free(kept_on: dict[SessionId, int], kept: Collection[HeldBookingId]) -> None:
    if kept_on:
        HeldBooking.objects.filter(pk__in=kept, places_kept__gt=0).update(state=HeldState.OVER, places_kept=0)
