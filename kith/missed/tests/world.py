"""A booking that was missed, for tests."""

from datetime import datetime, timedelta

from kith.families.events import FamilyBereaved
from kith.groups.events import MissedSession
from kith.groups.models import Booking, Session
from kith.groups.rules.codes import Attendance
from kith.groups.tests.world import a_session, an_order, book
from kith.kernel import clock
from kith.kernel.ids import BereavementId, BookingId, FamilyId, MembershipId, SessionId
from kith.missed.models import MissedDate


def missed_booking(*, at: datetime | None = None, **changes: object) -> Booking:
    """A booking whose date was an hour ago, or began then, noted as missed."""
    receipt = book(an_order(a_session(starts_at=clock.now() + timedelta(hours=2), **changes)))
    row = Booking.objects.get(pk=receipt.booking_id)
    began = at or clock.now() - timedelta(hours=3)
    Session.objects.filter(pk=row.session_id).update(starts_at=began, ends_at=began + timedelta(hours=2))
    Booking.objects.filter(pk=row.pk).update(attendance=Attendance.DID_NOT_COME)
    row.refresh_from_db()
    return row


def event_of(row: Booking) -> MissedSession:
    """What groups announces of it."""
    return MissedSession(BookingId(row.pk), FamilyId(row.family_id), SessionId(row.session_id))


def bereaved(row: Booking) -> FamilyBereaved:
    """A death in its family."""
    return FamilyBereaved(FamilyId(row.family_id), BereavementId(1), MembershipId(1), clock.today())


def asked(row: Booking) -> MissedDate:
    """The same, asked about already."""
    return MissedDate.objects.create(
        family_id=row.family_id,
        booking=row,
        session_id=row.session_id,
        series=row.session.series.code,
        language=row.language,
        noted_at=clock.now(),
        told_at=clock.now(),
    )
