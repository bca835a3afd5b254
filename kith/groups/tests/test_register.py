"""The day of a session: taps and their undoing, who rang, what others hear once it has settled, and the paper."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from kith.groups.actions.attendance import mark_attendance, settle_attendance
from kith.groups.models.bookings import Booking
from kith.groups.rules.attendance import NAMES_A_PAGE, sheets
from kith.groups.rules.codes import Attendance
from kith.groups.rules.places import BookingContact
from kith.groups.tests.world import an_order, book
from kith.kernel.ids import BookingId, OrganisationId, SessionId
from kith.organisations.rules import Role
from kith.platform.outbox.models import OutboxEvent
from kith.whats_on.tests.world import BUILDER, a_session
from testing.clock import TestClock
from testing.people import account_of, worker
from testing.rows import Session

pytestmark = pytest.mark.django_db
TOLD = ("groups.CameToSession", "groups.MissedSession")


@pytest.fixture
def session_id() -> SessionId:
    return a_session()


@pytest.fixture
def desk(session_id: SessionId) -> Client:
    own = OrganisationId(Session.objects.get(pk=session_id).series.organisation_id)
    client = Client(headers={"origin": "http://testserver"})
    client.force_login(account_of(worker(Role.COORDINATOR, at=own)))
    return client


@pytest.fixture
def tap(desk: Client, session_id: SessionId) -> Callable[..., Any]:
    """A button of the register."""
    return lambda booking_id, **sent: desk.post(f"/desk/sessions/{session_id}/", {"booking": str(booking_id), **sent})


def booked(session_id: SessionId, name: str = "Ana Pop", **more: Any) -> BookingId:
    contact = BookingContact(name, email=f"{name.replace(' ', '.').lower()}@example.org")
    return book(an_order(session_id, contact=contact, **more)).booking_id


def mark(session_id: SessionId, booking_id: BookingId, attendance: Attendance) -> None:
    mark_attendance(by=BUILDER, session_id=session_id, booking_id=booking_id, attendance=attendance)


def told() -> list[str]:
    return [
        each.removeprefix("groups.")
        for each in OutboxEvent.objects.filter(name__in=TOLD).values_list("name", flat=True)
    ]


def test_arrived_then_left_early_then_undone_keeps_when_she_came(tap, session_id: SessionId, clock: TestClock) -> None:
    booking_id = booked(session_id)
    clock.set(Session.objects.get(pk=session_id).starts_at)
    came_at = clock.now()
    answer = tap(booking_id, attendance="arrived")
    assert answer["Location"].endswith(f"#b{booking_id}")
    clock.advance(minutes=30)
    tap(booking_id, attendance="left_early")
    row = Booking.objects.get(pk=booking_id)
    assert (row.came_at, row.left_early_at) == (came_at, clock.now())
    tap(booking_id, attendance="arrived")
    row.refresh_from_db()
    assert (row.came_at, row.left_early_at) == (came_at, None)
    tap(booking_id, attendance="expected")
    row.refresh_from_db()
    assert (row.attendance, row.came_at, row.marked_at) == (Attendance.EXPECTED, None, None)


def test_what_was_noted_without_a_network_keeps_its_time_but_none_to_come(
    session_id: SessionId, clock: TestClock
) -> None:
    booking_id, now = booked(session_id), clock.now()
    who = {"by": BUILDER, "session_id": session_id, "booking_id": booking_id}
    mark_attendance(**who, attendance=Attendance.ARRIVED, at=now - timedelta(hours=1))
    assert Booking.objects.get(pk=booking_id).came_at == now - timedelta(hours=1)
    mark_attendance(**who, attendance=Attendance.EXPECTED)
    mark_attendance(**who, attendance=Attendance.ARRIVED, at=now + timedelta(hours=1))
    assert Booking.objects.get(pk=booking_id).came_at == now


def test_names_stand_in_their_order_in_whichever_letters_with_what_to_have_ready(
    desk: Client, session_id: SessionId
) -> None:
    for name in ("Zara Khan", "Ștefania Ionescu", "آمنة حسن"):
        booked(session_id, name)
    booked(session_id, "Bea Cole", places=2, co_parent=True, babies=2, older_children=1, wants_creche=True)
    page = desk.get(f"/desk/sessions/{session_id}/").content.decode()
    places = [page.index(f"<bdi>{name}</bdi>") for name in ("آمنة حسن", "Bea Cole", "Ștefania Ionescu", "Zara Khan")]
    assert places == sorted(places)
    for words in ("Twins", "1 older child", "Crèche", "With the other parent", "1 other parent"):
        assert words in page


def test_who_rings_to_cancel_is_asked_about_first_and_too_late_it_says_so(
    tap, desk: Client, session_id: SessionId, clock: TestClock
) -> None:
    in_time, late = booked(session_id), booked(session_id, "Bea Cole")
    assert 'name="sure" value="yes"' in tap(in_time, do="cancel").content.decode()
    assert Booking.objects.get(pk=in_time).state == "booked"
    tap(in_time, do="cancel", sure="yes")
    clock.set(Session.objects.get(pk=session_id).starts_at - timedelta(hours=1))
    tap(late, do="cancel", sure="yes")
    assert list(Booking.objects.order_by("booked_at", "pk").values_list("state", flat=True)) == ["cancelled"] * 2
    page = desk.get(f"/desk/sessions/{session_id}/").content.decode()
    assert "Cancelled late" in page
    assert "Bea Cole" in page
    assert "Ana Pop" not in page
    assert "1 family cancelled in time" in page


def test_a_missed_session_is_announced_once_when_it_is_over_and_an_hour_has_passed(
    session_id: SessionId, clock: TestClock
) -> None:
    missed, came = booked(session_id), booked(session_id, "Bea Cole")
    session = Session.objects.get(pk=session_id)
    clock.set(session.starts_at + timedelta(minutes=90))
    mark(session_id, missed, Attendance.DID_NOT_COME)
    mark(session_id, came, Attendance.ARRIVED)
    assert settle_attendance(by=BUILDER) == 0  # not over
    clock.set(session.ends_at + timedelta(minutes=20))
    assert settle_attendance(by=BUILDER) == 0  # noted 50 minutes ago
    clock.advance(minutes=15)
    assert (settle_attendance(by=BUILDER), settle_attendance(by=BUILDER)) == (2, 0)
    assert sorted(told()) == ["CameToSession", "MissedSession"]


def test_an_undo_in_time_silences_it_and_a_later_correction_is_announced_too(
    session_id: SessionId, clock: TestClock
) -> None:
    booking_id = booked(session_id)
    clock.set(Session.objects.get(pk=session_id).ends_at)
    mark(session_id, booking_id, Attendance.DID_NOT_COME)
    clock.advance(minutes=50)
    mark(session_id, booking_id, Attendance.EXPECTED)
    clock.advance(hours=2)
    assert settle_attendance(by=BUILDER) == 0
    for attendance in (Attendance.DID_NOT_COME, Attendance.ARRIVED):
        mark(session_id, booking_id, attendance)
        clock.advance(hours=2)
        assert settle_attendance(by=BUILDER) == 1
    assert told() == ["MissedSession", "CameToSession"]


def test_of_a_bereaved_family_nothing_is_announced(
    session_id: SessionId, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    booking_id = booked(session_id)
    clock.set(Session.objects.get(pk=session_id).ends_at)
    mark(session_id, booking_id, Attendance.DID_NOT_COME)
    clock.advance(hours=2)
    monkeypatch.setattr("kith.groups.actions.attendance.is_bereaved", lambda _family: True)
    assert settle_attendance(by=BUILDER) == 1
    assert told() == []


def test_the_paper_has_ten_names_a_page_and_lines_for_those_who_just_come(desk: Client, session_id: SessionId) -> None:
    booked(session_id)
    page = desk.get(f"/desk/sessions/{session_id}/print/").content.decode()
    assert page.count("kith-paper__box") == 2 * NAMES_A_PAGE
    assert "Ana Pop" in page
    for count, pages in ((0, 1), (8, 1), (9, 2), (10, 2), (18, 2), (19, 3)):
        made = sheets(range(1, count + 1))
        assert [len(each) for each in made] == [NAMES_A_PAGE] * pages
        assert [each for sheet in made for each in sheet if each] == list(range(1, count + 1))
