"""A booking that was missed, for tests."""

from datetime import timedelta

from kith.families.events import FamilyBereaved
from kith.groups.actions.attendance import mark_attendance
from kith.groups.actions.booking import book_place
from kith.groups.events import MissedSession
from kith.groups.queries.missed import MissedBooking
from kith.groups.queries.missed import missed_booking as read
from kith.groups.rules.codes import Attendance
from kith.groups.tests.world import an_order, book
from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import BereavementId, BookingId, FamilyId, MembershipId, SessionId
from kith.missed.actions.asking import ask_families, note_missed
from kith.missed.models import MissedDate
from kith.whats_on.tests.world import BUILDER, a_session


def missed_booking(
    *, family_id: FamilyId | None = None, on: SessionId | None = None, **changes: object
) -> MissedBooking:
    """A booking whose date was over an hour ago, noted as missed."""
    with clock.use(FixedClock(clock.now() - timedelta(days=1))):
        session_id = a_past_session(**changes)
        order = an_order(session_id)
        receipt = book_place(by=BUILDER, family_id=family_id, order=order) if family_id else book(order)
    return noted_as_missed(session_id, receipt.booking_id)


def a_past_session(**changes: object) -> SessionId:
    """A session that will have been over for an hour tomorrow at this time, and can be booked today."""
    return a_session(starts_at=clock.now() + timedelta(days=1, hours=-3), **changes)


def noted_as_missed(session_id: SessionId, booking_id: BookingId) -> MissedBooking:
    mark_attendance(by=BUILDER, session_id=session_id, booking_id=booking_id, attendance=Attendance.DID_NOT_COME)
    found = read(BUILDER, booking_id, lang="en")
    assert found
    return found


def event_of(row: MissedBooking) -> MissedSession:
    """What groups announces of it."""
    return MissedSession(row.booking_id, row.family_id, row.session.id)


def bereaved(row: MissedBooking) -> FamilyBereaved:
    """A death in its family."""
    return FamilyBereaved(row.family_id, BereavementId(1), MembershipId(1), clock.today())


def asked(row: MissedBooking) -> MissedDate:
    """The same, asked about already."""
    note_missed(event_of(row))
    ask_families(by=BUILDER)
    return MissedDate.objects.get(booking_id=row.booking_id)
