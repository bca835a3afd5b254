"""The last place goes to exactly one family; without the lock and the guard it would not."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from kith.groups.actions import holding, proving
from kith.groups.actions.cancelling import cancel_booking
from kith.groups.models.bookings import Booking
from kith.groups.models.held import HeldBooking
from kith.groups.rules.codes import HAS_PLACES, BookingState
from kith.groups.tests.world import an_order, book, held_row, hold
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import ANONYMOUS
from kith.whats_on.tests.world import BUILDER, a_session
from testing.rows import Session, SessionQuerySet

pytestmark = pytest.mark.django_db(transaction=True)


def at_the_same_moment(acts: list[Callable[[], str]]) -> list[str]:
    """Let every action begin at once, each on a connection of its own, and say what became of each."""
    start = Barrier(len(acts))

    def one(act: Callable[[], str]) -> str:
        try:
            connection.ensure_connection()
            start.wait(timeout=10)
            return act()
        except Refusal as refusal:
            return refusal.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def booking_of(session_id: int, **changes: object) -> Callable[[], str]:
    order = an_order(session_id, **changes)
    return lambda: book(order).state.value


@pytest.fixture
def lock_and_guard_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Booking as it would be without the row lock and without the constraint: both visitors look, then both book."""
    everybody_has_looked = Barrier(2)

    def unlocked(rows: SessionQuerySet, *session_ids: int) -> list[Session]:
        found = list(rows.select_related("series").filter(pk__in=session_ids))
        everybody_has_looked.wait(timeout=10)
        return found

    monkeypatch.setattr(SessionQuerySet, "locked", unlocked)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE whats_on_session DROP CONSTRAINT session_never_overbooked")
    # The database of a test with real transactions is thrown away afterwards.


def test_the_last_place_goes_to_one_family() -> None:
    session_id = a_session(capacity=1)
    became = at_the_same_moment([booking_of(session_id), booking_of(session_id)])
    assert sorted(became) == ["booked", "session_full"]
    assert Session.objects.get(pk=session_id).places_taken == 1


@pytest.mark.usefixtures("lock_and_guard_switched_off")
def test_without_the_lock_and_the_guard_both_would_have_got_it() -> None:
    session_id = a_session(capacity=1)
    assert at_the_same_moment([booking_of(session_id), booking_of(session_id)]) == ["booked", "booked"]
    assert Session.objects.get(pk=session_id).places_taken == 2


def test_ten_families_for_three_places_leave_seven_in_order_on_the_waiting_list() -> None:
    session_id = a_session(capacity=3)
    became = at_the_same_moment([booking_of(session_id, may_wait=True) for _ in range(10)])
    assert sorted(became) == ["booked"] * 3 + ["waiting"] * 7


def test_one_form_sent_eight_times_at_once_is_one_booking() -> None:
    order = an_order(a_session(capacity=5), places=2)
    assert at_the_same_moment([lambda: book(order).token] * 8) == [Booking.objects.get().token] * 8
    assert Session.objects.get(pk=order.session_id).places_taken == 2


def test_cancelling_and_booking_at_once_never_overbooks_and_never_loses_a_place() -> None:
    session_id = a_session(capacity=2)
    first = book(an_order(session_id, places=2))
    waiting = book(an_order(session_id, may_wait=True))

    def cancel() -> str:
        cancel_booking(by=ANONYMOUS, token=first.token)
        return "cancelled"

    became = at_the_same_moment([cancel, booking_of(session_id), booking_of(session_id)])
    booked = Booking.objects.filter(session_id=session_id, state__in=HAS_PLACES).count()
    assert became[0] == "cancelled"
    assert Booking.objects.get(pk=waiting.booking_id).state == BookingState.OFFERED
    assert Session.objects.get(pk=session_id).places_taken == booked <= 2


def proof_of(row: HeldBooking) -> Callable[[], str]:
    return lambda: proving.confirm_by_link(by=ANONYMOUS, session_id=row.session_id, link=row.link).state.value


def two_unkept_for_one_place() -> list[HeldBooking]:
    session_id = a_session(capacity=1)
    return [held_row(hold(an_order(session_id))) for _ in range(2)]


def test_two_proofs_for_the_last_place_give_it_once() -> None:
    rows = two_unkept_for_one_place()
    assert sorted(at_the_same_moment([proof_of(row) for row in rows])) == ["booked", "session_full"]


@pytest.fixture
def unkept() -> list[HeldBooking]:
    return two_unkept_for_one_place()


def test_without_the_lock_and_the_guard_both_proofs_would_have_got_it(
    unkept: list[HeldBooking], lock_and_guard_switched_off: None
) -> None:
    assert at_the_same_moment([proof_of(row) for row in unkept]) == ["booked", "booked"]


def test_one_proof_that_arrives_eight_times_at_once_is_one_booking() -> None:
    row = held_row(hold(an_order(a_session(), places=2)))
    assert at_the_same_moment([proof_of(row)] * 8) == ["booked"] * 8
    assert (Booking.objects.count(), Session.objects.get(pk=row.session_id).places_taken) == (1, 2)


def test_a_proof_and_the_end_of_its_time_at_once_lose_no_place_and_give_none_twice(clock) -> None:
    session_id = a_session(capacity=4)
    row = held_row(hold(an_order(session_id, places=2)))
    clock.advance(hours=2)

    def free() -> str:
        return str(holding.free_held_places(by=BUILDER))

    became = at_the_same_moment([proof_of(row), free, free])
    assert became[0] == "booked"
    session = Session.objects.get(pk=session_id)
    assert (session.places_taken, session.places_held) == (2, 0)


def test_visitors_at_once_keep_no_more_than_half_of_a_session() -> None:
    orders = [an_order(a_session(capacity=6), places=2)]
    orders += [an_order(orders[0].session_id, places=2) for _ in range(5)]
    at_the_same_moment([lambda order=order: hold(order).token for order in orders])
    assert Session.objects.get(pk=orders[0].session_id).places_held == 2
