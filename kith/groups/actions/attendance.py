"""The register on the day: who came, who did not, who rang; and what others hear of it once it has settled."""

from datetime import datetime, timedelta

from django.db import transaction

from kith.families.queries.bereavement import is_bereaved
from kith.groups import events
from kith.groups.actions.cancelling import cancel_booking
from kith.groups.models.bookings import Booking
from kith.groups.rules.attendance import CAME, is_settled, noted_at
from kith.groups.rules.codes import Attendance, BookingState
from kith.groups.settings import SETTLED_AFTER_MINUTES
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, SessionId
from kith.platform import access, audit, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action, action_in_parts


@action
def mark_attendance(
    *, by: Actor, session_id: SessionId, booking_id: BookingId, attendance: Attendance, at: datetime | None = None
) -> None:
    """Note whether the family came; "expected" takes an earlier note back. Own organisation's sessions only.

    ``at``: when it was noted, where that was on a device without a network.
    """
    access.require(by, Permission.SEE_REGISTER)
    bookings = Booking.objects.visible_to(by).filter(session_id=session_id, state=BookingState.BOOKED)
    row = bookings.select_for_update(of=("self",)).filter(pk=booking_id).first()
    if row is None:
        raise NotFound("booking")
    if row.attendance == attendance:
        return
    when = noted_at(at, now=clock.now())
    row.attendance = attendance
    row.came_at = (row.came_at or when) if attendance in CAME else None
    row.left_early_at = when if attendance is Attendance.LEFT_EARLY else None
    row.marked_at = None if attendance is Attendance.EXPECTED else clock.now()
    row.settled_at = None
    row.save(update_fields=["attendance", "came_at", "left_early_at", "marked_at", "settled_at"])
    audit.record(by, "groups.attendance_marked", row, family_id=FamilyId(row.family_id), attendance=attendance)


@action
def cancel_for_person(*, by: Actor, session_id: SessionId, booking_id: BookingId) -> None:
    """Give the places back for a family that rang, as it could have done itself. Own organisation's sessions only."""
    access.require(by, Permission.SEE_REGISTER)
    row = Booking.objects.visible_to(by).filter(session_id=session_id, pk=booking_id).first()
    if row is None:
        raise NotFound("booking")
    audit.record(by, "groups.cancelled_by_phone", row, family_id=FamilyId(row.family_id))
    cancel_booking(by=by, token=row.token)


@action_in_parts
def settle_attendance(*, by: Actor) -> int:
    """Announce what was noted of sessions that are over, once it has stood a while; says of how many bookings.

    Of a bereaved family nothing is announced. Safe to run twice.
    """
    access.require(by, Permission.MANAGE_SESSIONS)
    now, quiet = clock.now(), timedelta(minutes=SETTLED_AFTER_MINUTES.now)
    due = Booking.objects.filter(marked_at__lte=now - quiet, settled_at=None, session__ends_at__lte=now)
    ids = due.order_by("marked_at", "pk").values_list("pk", flat=True)
    return sum(_settle(by, BookingId(each), quiet) for each in list(ids))


@transaction.atomic
def _settle(by: Actor, booking_id: BookingId, quiet: timedelta) -> bool:
    row = Booking.objects.select_for_update(of=("self",)).select_related("session").get(pk=booking_id)
    now, family_id = clock.now(), FamilyId(row.family_id)
    # Another tap, or another worker, may have come first.
    if row.settled_at or row.marked_at is None:
        return False
    if not is_settled(row.marked_at, row.session.ends_at, now=now, quiet=quiet):
        return False
    row.settled_at = now
    row.save(update_fields=["settled_at"])
    audit.record(by, "groups.attendance_settled", row, family_id=family_id, attendance=row.attendance)
    if row.state is BookingState.BOOKED and not is_bereaved(family_id):
        about = (booking_id, family_id, SessionId(row.session_id))
        has_come = row.attendance in CAME
        outbox.append(events.CameToSession(*about) if has_come else events.MissedSession(*about))
    return True
