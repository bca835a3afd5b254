"""Every action of the day of a session, once: who rang, who is written to, who is reminded, what has settled."""

from collections.abc import Callable
from datetime import timedelta

from kith.groups.actions import attendance, reminding, texting
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import Attendance
from kith.groups.rules.notes import Sentence, SessionNote
from kith.groups.tests import world as small
from kith.kernel import clock
from kith.kernel.ids import BookingId, new_uuid
from kith.platform.access.viewer import system_actor
from testing.rows import Session
from tests.access.world import World

BY = system_actor("tests")
Act = Callable[[], object]
DAY = timedelta(days=1)


def _booked(world: World) -> BookingId:
    return small.book(small.an_order(world.session_ids["own"])).booking_id


def _cancelled(world: World) -> Act:
    booking_id = _booked(world)
    session_id = world.session_ids["own"]
    return lambda: attendance.cancel_for_person(by=BY, session_id=session_id, booking_id=booking_id)


def _written(world: World) -> Act:
    _booked(world)
    note = SessionNote(Sentence.OTHER_ROOM)
    session_id = world.session_ids["own"]
    return lambda: texting.text_expected(by=BY, session_id=session_id, note=note, request_key=new_uuid())


def _reminded(world: World) -> Act:
    booking_id, now = _booked(world), clock.now()
    Session.objects.filter(pk=world.session_ids["own"]).update(starts_at=now + DAY, ends_at=now + 2 * DAY)
    Booking.objects.filter(pk=booking_id).update(changed_at=now - 3 * DAY)
    return lambda: reminding.remind_of_sessions(by=BY)


def _settled(world: World) -> Act:
    booking_id, now = _booked(world), clock.now()
    missed = {"attendance": Attendance.DID_NOT_COME, "marked_at": now - DAY}
    Booking.objects.filter(pk=booking_id).update(**missed)
    Session.objects.filter(pk=world.session_ids["own"]).update(starts_at=now - 2 * DAY, ends_at=now - DAY)
    return lambda: attendance.settle_attendance(by=BY)


REGISTER_ACTS: dict[str, Callable[[World], Act]] = {
    "groups.cancel_for_person": _cancelled,
    "groups.text_expected": _written,
    "groups.remind_of_sessions": _reminded,
    "groups.settle_attendance": _settled,
}
