"""A booking is changed to another number or date; what a family has it keeps until the new is hers."""

from datetime import timedelta
from threading import Barrier

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import reverse

from kith.families.rules.codes import InterpreterNeed
from kith.groups.actions.booking import BookingReceipt
from kith.groups.actions.cancelling import cancel_booking
from kith.groups.actions.changing import change_date, change_needs
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import BookingState
from kith.groups.rules.places import Needs
from kith.groups.tests.test_race import at_the_same_moment
from kith.groups.tests.world import an_order, book
from kith.kernel.ids import SessionId, new_uuid
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import ANONYMOUS
from kith.whats_on.tests.world import SATURDAY_MORNING, a_session
from testing.rows import Session, SessionQuerySet

pytestmark = pytest.mark.django_db


def next_week(session_id: SessionId, *, capacity: int = 2) -> SessionId:
    """Another date of the same series."""
    series_id = Session.objects.get(pk=session_id).series_id
    return a_session(series_id=series_id, capacity=capacity, starts_at=SATURDAY_MORNING + timedelta(days=7))


def move(booked: BookingReceipt, to: SessionId, *, places: int = 1, may_wait: bool = False) -> BookingReceipt:
    about = {"needs": Needs(places=places), "may_wait": may_wait, "request_key": f"moved-{new_uuid()}"}
    return change_date(by=ANONYMOUS, token=booked.token, session_id=to, **about)


def places_taken(*session_ids: SessionId) -> list[int]:
    return [Session.objects.get(pk=each).places_taken for each in session_ids]


def state_of(booked: BookingReceipt) -> str:
    return str(Booking.objects.get(pk=booked.booking_id).state)


def test_fewer_places_let_the_next_family_in_and_more_are_had_while_they_last() -> None:
    session_id = a_session(capacity=2)
    first = book(an_order(session_id, places=2))
    waiting = book(an_order(session_id, may_wait=True))
    change_needs(by=ANONYMOUS, token=first.token, needs=Needs(places=1))
    assert (state_of(waiting), places_taken(session_id)) == ("offered", [2])
    with pytest.raises(Refusal, match="no_more_places"):
        change_needs(by=ANONYMOUS, token=first.token, needs=Needs(places=2))
    cancel_booking(by=ANONYMOUS, token=waiting.token)
    change_needs(by=ANONYMOUS, token=first.token, needs=Needs(places=2))
    assert places_taken(session_id) == [2]


def test_a_turn_on_the_waiting_list_is_kept_when_the_number_changes(clock) -> None:
    session_id = a_session(capacity=2)
    booked = book(an_order(session_id, places=2))
    first = book(an_order(session_id, may_wait=True))
    clock.advance(minutes=1)
    second = book(an_order(session_id, may_wait=True))
    change_needs(by=ANONYMOUS, token=first.token, needs=Needs(places=2))
    cancel_booking(by=ANONYMOUS, token=booked.token)
    assert (state_of(first), state_of(second)) == ("offered", "waiting")


def test_another_date_is_taken_first_and_then_the_old_one_given_back(run_jobs) -> None:
    session_id = a_session(capacity=1)
    later = next_week(session_id)
    booked = book(an_order(session_id))
    waiting = book(an_order(session_id, may_wait=True))
    moved = move(booked, later, places=2)
    assert (state_of(booked), moved.state, state_of(waiting)) == ("cancelled", BookingState.BOOKED, "offered")
    assert places_taken(session_id, later) == [1, 2]
    run_jobs()
    told = apps.get_model("messages", "Message").objects.filter(
        family_id=Booking.objects.get(pk=booked.booking_id).family_id
    )
    assert set(told.values_list("kind", flat=True)) == {"place_booked"}  # and no farewell for the old one


def test_where_the_other_date_is_full_she_keeps_hers_and_may_wait_beside_it() -> None:
    session_id = a_session(capacity=1)
    later = next_week(session_id, capacity=1)
    book(an_order(later))
    booked = book(an_order(session_id))
    with pytest.raises(Refusal, match="session_full"):
        move(booked, later)
    assert state_of(booked) == "booked"
    assert move(booked, later, may_wait=True).state is BookingState.WAITING
    assert (state_of(booked), places_taken(session_id, later)) == ("booked", [1, 1])


def test_a_form_sent_twice_moves_once_and_no_other_series_is_reached() -> None:
    session_id = a_session()
    later, booked = next_week(session_id), book(an_order(session_id))
    asked = {"by": ANONYMOUS, "token": booked.token, "session_id": later, "needs": Needs(), "may_wait": False}
    first, second = (change_date(**asked, request_key="moved-1") for _ in range(2))
    assert first == second
    with pytest.raises(NotFound):
        move(first, a_session())
    with pytest.raises(Refusal, match="booking_is_cancelled"):
        move(booked, later)


def test_the_page_changes_the_date(client: Client) -> None:
    session_id = a_session()
    later, booked = next_week(session_id), book(an_order(session_id))
    address = reverse("change-booking", args=[booked.token])
    assert address in client.get(reverse("booking", args=[booked.token])).content.decode()
    assert client.get(address).status_code == 200
    sent = {
        "request_key": str(new_uuid()),
        "session": str(later),
        "places": "2",
        "babies": "2",
        "interpreter": "yes",
        "interpreter_language": "ro",
    }
    answer = client.post(address, sent)
    (new,) = Booking.objects.filter(session_id=later)
    assert answer.headers["Location"] == reverse("booking", args=[new.token])
    assert new.needs == Needs(2, babies=2, interpreter_need=InterpreterNeed.YES, interpreter_language="ro")
    assert client.post(address, sent).status_code == 303
    assert client.get(address).status_code == 200
    assert client.post(reverse("change-booking", args=[new.token]), {}).status_code == 422


@pytest.mark.django_db(transaction=True)
def test_two_families_who_move_to_the_last_place_at_once_get_one_and_lose_none() -> None:
    session_id = a_session(capacity=2)
    later = next_week(session_id, capacity=1)
    booked = [book(an_order(session_id)) for _ in range(2)]
    became = at_the_same_moment([lambda each=each: move(each, later).state.value for each in booked])
    assert sorted(became) == ["booked", "session_full"]
    assert places_taken(session_id, later) == [1, 1]


@pytest.mark.django_db(transaction=True)
def test_two_families_who_change_places_with_each_other_do_not_wait_for_ever() -> None:
    session_id = a_session(capacity=2)
    later = next_week(session_id, capacity=2)
    here, there = book(an_order(session_id)), book(an_order(later))
    became = at_the_same_moment([lambda: move(here, later).state.value, lambda: move(there, session_id).state.value])
    assert (became, places_taken(session_id, later)) == (["booked", "booked"], [1, 1])


@pytest.fixture
def lock_and_guard_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Moving as it would be without the row lock and without the constraint: both look, then both move."""
    everybody_has_looked = Barrier(2)

    def unlocked(rows: SessionQuerySet, *session_ids: int) -> list[Session]:
        found = list(rows.select_related("series").filter(pk__in=session_ids).order_by("pk"))
        if any(each.capacity == 1 for each in found):
            everybody_has_looked.wait(timeout=10)
        return found

    monkeypatch.setattr(SessionQuerySet, "locked", unlocked)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE whats_on_session DROP CONSTRAINT session_never_overbooked")


@pytest.mark.django_db(transaction=True)
def test_without_the_lock_and_the_guard_both_would_have_moved(request: pytest.FixtureRequest) -> None:
    session_id = a_session(capacity=2)
    later = next_week(session_id, capacity=1)
    booked = [book(an_order(session_id)) for _ in range(2)]
    request.getfixturevalue("lock_and_guard_switched_off")
    became = at_the_same_moment([lambda each=each: move(each, later).state.value for each in booked])
    assert (became, places_taken(later)) == (["booked", "booked"], [2])
