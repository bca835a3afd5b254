"""Reminding a family of what it has booked. A job of every quarter of an hour; safe to run twice."""

from django.db import transaction

from kith.directory.queries.cards import VenueCard
from kith.directory.queries.venues import venues_by_id
from kith.families.actions.locking import lock_family
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import Attendance, BookingState
from kith.groups.rules.nights import is_awake
from kith.groups.rules.reminders import FURTHEST, Reminded, Reminder, Reminders, Window, reminder_due
from kith.groups.settings import REMINDER_HOUR
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, VenueId
from kith.messages.actions.queueing import queue_message
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action_in_parts
from kith.platform.i18n.texts import in_language
from kith.platform.private_links import address


@action_in_parts
def remind_of_sessions(*, by: Actor) -> int:
    """Remind every family whose time for it has come, and say how many; at night none."""
    access.require(by, Permission.MANAGE_SESSIONS)
    now = clock.now()
    if not is_awake(now):
        return 0
    rows = Booking.objects.filter(
        state=BookingState.BOOKED,
        attendance=Attendance.EXPECTED,
        session__cancelled_at=None,
        session__starts_at__gt=now,
        session__starts_at__lt=now + FURTHEST,
    ).exclude(reminders=Reminders.NONE)
    due = [(BookingId(row.pk), FamilyId(row.family_id)) for row in rows.select_related("session") if _due(row)]
    return sum(_remind(by, booking_id, family_id) for booking_id, family_id in due)


@transaction.atomic
def _remind(by: Actor, booking_id: BookingId, family_id: FamilyId) -> bool:
    """Decide once more behind the locks of family and booking: it may be cancelled or reminded of meanwhile."""
    lock_family(family_id)
    rows = Booking.objects.select_for_update(of=("self",)).select_related("session__series")
    row = rows.filter(pk=booking_id, state=BookingState.BOOKED, session__cancelled_at=None).first()
    window = _due(row) if row else None
    if row is None or window is None:
        return False
    day = clock.local(row.session.starts_at).date()
    if window.which is Reminder.SOON:
        row.reminded_soon_for = day
    else:
        row.reminded_for = day
    row.save(update_fields=["reminded_for", "reminded_soon_for"])
    audit.record(by, "groups.family_reminded", row, family_id=family_id, which=window.which)
    queue_message(
        by=by,
        kind="session_reminder",
        family_id=family_id,
        to_email=row.contact_email or None,
        to_phone=row.contact_phone or None,
        language=row.language,
        facts=_facts(by, row, window),
        dedupe_key=f"session_reminder:{row.pk}:{window.which}:{day.isoformat()}",
    )
    return True


def _due(row: Booking) -> Window | None:
    booking = Reminded(
        starts_at=row.session.starts_at,
        wish=row.reminders,
        confirmed_at=row.changed_at,
        day_before_for=row.reminded_for,
        soon_for=row.reminded_soon_for,
    )
    return reminder_due(booking, now=clock.now(), hour=REMINDER_HOUR.now)


def _facts(by: Actor, row: Booking, window: Window) -> dict[str, object]:
    session, venue = row.session, _venue_of(by, row)
    return {
        "title": in_language(session.series.title, row.language).text,
        "starts_at": session.starts_at.isoformat(),
        "ends_at": session.ends_at.isoformat(),
        "where": f"{venue.name}, {venue.address}, {venue.postcode}" if venue else "",
        "room": session.room,
        "bus": venue.getting_there.text if venue and venue.getting_there else "",
        "is_soon": window.which is Reminder.SOON,
        "creche": row.wants_creche and not row.creche_waits,
        "creche_waits": row.creche_waits,
        "page": address("session", str(session.pk), row.language),
        "link": address("booking", row.token, row.language),
        # A provider that is down till then has nothing to send any more: it would be night, or too late.
        "until_at": window.closes_at.isoformat(),
    }


def _venue_of(by: Actor, row: Booking) -> VenueCard | None:
    if row.session.venue_id is None:
        return None
    venue_id = VenueId(row.session.venue_id)
    return venues_by_id(by, [venue_id], lang=row.language)[venue_id]
