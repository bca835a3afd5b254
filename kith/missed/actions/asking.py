"""Asking a family, kindly and once, why it could not come. By day alone; never in bereavement."""

from datetime import timedelta

from django.db import transaction

from kith.families.actions.locking import lock_family
from kith.families.events import FamilyBereaved
from kith.families.queries.bereavement import is_bereaved
from kith.groups.events import CameToSession, MissedSession
from kith.groups.queries.missed import MissedBooking, missed_booking
from kith.groups.rules.nights import last_awake
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId
from kith.messages.actions.queueing import queue_message
from kith.missed.models import MissedDate
from kith.missed.rules.asking import LATEST, AskFacts, Asking, MissedId, may_ask
from kith.missed.settings import REST_DAYS
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action, action_in_parts
from kith.platform.private_links import address

ASKER = system_actor("missed")


@action
def note_missed(event: MissedSession) -> None:
    """Take down that a family did not come, unless it is not to be asked. Safe to run twice."""
    lock_family(event.family_id)
    booking = missed_booking(ASKER, event.booking_id, lang="en")
    if booking is None or MissedDate.objects.filter(booking_id=event.booking_id).exists():
        return
    if may_ask(_facts(booking, None), now=clock.now()) is Asking.NEVER:
        return
    row = MissedDate.objects.create(
        family_id=booking.family_id,
        booking_id=booking.booking_id,
        session_id=booking.session.id,
        series=booking.session.code,
        language=booking.language,
        noted_at=clock.now(),
    )
    audit.record(ASKER, "missed.date_noted", row, family_id=booking.family_id)


@action
def forget_missed(event: CameToSession) -> None:
    """Ask nothing, and count nothing, where it turns out that the family came after all. Safe to run twice."""
    lock_family(event.family_id)
    for row in MissedDate.objects.open_of(event.family_id).filter(booking_id=event.booking_id):
        _close(row)


@action
def fall_silent(event: FamilyBereaved) -> None:
    """Ask a bereaved family nothing, and let its links open nothing. Safe to run twice."""
    lock_family(event.family_id)
    for row in MissedDate.objects.open_of(event.family_id):
        _close(row)


@action_in_parts
def ask_families(*, by: Actor) -> int:
    """Ask every family whose turn it is, and say how many were; by night none. Safe to run twice."""
    access.require(by, Permission.MANAGE_SESSIONS)
    waiting = list(MissedDate.objects.to_ask().values_list("pk", "family_id"))
    return sum(_ask(by, MissedId(pk), FamilyId(family_id)) for pk, family_id in waiting)


@transaction.atomic
def _ask(by: Actor, missed_id: MissedId, family_id: FamilyId) -> bool:
    lock_family(family_id)
    row = MissedDate.objects.to_ask().select_for_update(of=("self",)).filter(pk=missed_id).first()
    if row is None:
        return False
    booking = missed_booking(by, BookingId(row.booking_id), lang=row.language)
    asking = may_ask(_facts(booking, row), now=clock.now()) if booking else Asking.NEVER
    if booking is None or asking is Asking.NEVER:
        _close(row)
        return False
    if asking is Asking.WAIT:
        return False
    row.told_at = clock.now()
    row.save(update_fields=["told_at"])
    audit.record(by, "missed.family_asked", row, family_id=family_id)
    session = booking.session
    queue_message(
        by=by,
        kind="session_missed",
        family_id=family_id,
        to_email=booking.contact.email or None,
        to_phone=booking.contact.phone or None,
        language=row.language,
        facts={
            "title": session.title.text,
            "starts_at": session.starts_at.isoformat(),
            "link": address("missed", row.token, row.language),
            # Not sent in a later night, where the provider was down till then.
            "until_at": last_awake(session.ends_at + LATEST + timedelta(days=1)).isoformat(),
        },
        dedupe_key=f"session_missed:{row.pk}",
    )
    return True


def _facts(booking: MissedBooking, row: MissedDate | None) -> AskFacts:
    return AskFacts(
        ended_at=booking.session.ends_at,
        did_not_come=booking.did_not_come,
        is_called_off=booking.session.is_cancelled,
        is_bereaved=is_bereaved(booking.family_id),
        has_contact=bool(booking.contact.email or booking.contact.phone),
        was_asked_lately=_was_asked_lately(booking, row),
    )


def _was_asked_lately(booking: MissedBooking, row: MissedDate | None) -> bool:
    since = clock.now() - timedelta(days=REST_DAYS.now)
    asked = MissedDate.objects.filter(family_id=booking.family_id, series=booking.session.code, told_at__gt=since)
    return (asked.exclude(pk=row.pk) if row else asked).exists()


def _close(row: MissedDate) -> None:
    row.closed_at, row.reason, row.answered_at = clock.now(), "", None
    row.save(update_fields=["closed_at", "reason", "answered_at"])
    audit.record(ASKER, "missed.date_closed", row, family_id=FamilyId(row.family_id))
