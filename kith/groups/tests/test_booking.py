import pytest
from django.db import IntegrityError, transaction

from kith.groups.actions.cancelling import book_again, cancel_booking
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import BookingState
from kith.groups.tests.world import an_order, book
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import ANONYMOUS
from kith.platform.audit.models import AuditEntry
from kith.platform.outbox.models import OutboxEvent
from kith.whats_on.actions.planning import cancel_session
from kith.whats_on.rules.codes import Joining
from kith.whats_on.tests.world import BUILDER, a_session
from testing.rows import Session

pytestmark = pytest.mark.django_db


def places_taken(session_id: int) -> int:
    return Session.objects.get(pk=session_id).places_taken


def test_a_booking_takes_its_places_and_is_audited_and_announced() -> None:
    session_id = a_session(capacity=5)
    receipt = book(an_order(session_id, places=2))
    assert receipt.state is BookingState.BOOKED
    assert places_taken(session_id) == 2
    assert AuditEntry.objects.filter(action="groups.place_booked", subject_id=str(receipt.booking_id)).count() == 1
    assert OutboxEvent.objects.filter(name="groups.PlaceBooked").count() == 1


def test_the_same_request_twice_is_one_booking() -> None:
    order = an_order(a_session(), places=2)
    assert book(order) == book(order)
    assert Booking.objects.count() == 1
    assert places_taken(order.session_id) == 2


def test_a_family_cannot_book_one_session_twice() -> None:
    order = an_order(a_session())
    book(order)
    with pytest.raises(Refusal, match="already_booked"):
        book(an_order(order.session_id, contact=order.contact))


def test_a_full_session_offers_the_waiting_list_and_writes_nothing_down() -> None:
    session_id = a_session(capacity=1)
    book(an_order(session_id))
    with pytest.raises(Refusal) as refused:
        book(an_order(session_id))
    assert refused.value == Refusal("session_full", offer="waiting_list", places_left=0)
    assert Booking.objects.count() == 1


def test_whoever_waits_longest_is_offered_the_places_when_places_come_free(clock) -> None:
    session_id = a_session(capacity=2)
    first = book(an_order(session_id, places=2))
    waiting = []
    for _ in range(3):
        clock.advance(minutes=1)
        waiting.append(book(an_order(session_id, may_wait=True)))
    assert {each.state for each in waiting} == {BookingState.WAITING}
    cancel_booking(by=ANONYMOUS, token=first.token)
    states = [Booking.objects.get(pk=each.booking_id).state for each in waiting]
    assert states == [BookingState.OFFERED, BookingState.OFFERED, BookingState.WAITING]
    assert places_taken(session_id) == 2


def test_cancelling_twice_cancels_once() -> None:
    receipt = book(an_order(a_session()))
    cancel_booking(by=ANONYMOUS, token=receipt.token)
    cancel_booking(by=ANONYMOUS, token=receipt.token)
    assert OutboxEvent.objects.filter(name="groups.BookingCancelled").count() == 1


def test_a_cancellation_can_be_undone_while_places_are_left() -> None:
    session_id = a_session(capacity=1)
    receipt = book(an_order(session_id))
    cancel_booking(by=ANONYMOUS, token=receipt.token)
    book_again(by=ANONYMOUS, token=receipt.token)
    assert places_taken(session_id) == 1
    cancel_booking(by=ANONYMOUS, token=receipt.token)
    book(an_order(session_id))
    with pytest.raises(Refusal, match="session_full"):
        book_again(by=ANONYMOUS, token=receipt.token)


def test_the_database_itself_refuses_to_overbook() -> None:
    receipt = book(an_order(a_session(capacity=1)))
    row = Booking.objects.get(pk=receipt.booking_id)
    row.pk, row.request_key, row.token, row.family_id = None, "another", "another", row.family_id
    row.state = BookingState.BOOKED
    Booking.objects.filter(token=receipt.token).update(state=BookingState.BOOKED)
    with pytest.raises(IntegrityError, match="session_never_overbooked"), transaction.atomic():
        Booking.objects.filter(token=receipt.token).update(places=2)


def test_a_walk_in_session_says_just_come() -> None:
    with pytest.raises(Refusal, match="just_come"):
        book(an_order(a_session(joining=Joining.WALK_IN)))


def test_a_session_called_off_cancels_its_bookings_and_takes_no_more() -> None:
    session_id = a_session()
    receipt = book(an_order(session_id))
    cancel_session(by=BUILDER, session_id=session_id)
    assert Booking.objects.get(pk=receipt.booking_id).state == BookingState.CANCELLED
    with pytest.raises(Refusal, match="session_cancelled"):
        book(an_order(session_id))


def test_a_booking_takes_few_statements(django_assert_max_num_queries) -> None:
    order = an_order(a_session())
    with django_assert_max_num_queries(8):
        book(order)
