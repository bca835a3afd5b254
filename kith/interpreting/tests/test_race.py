"""An interpreter is given out once, a need is booked once; each race with the control that shows the alarm works."""

from collections.abc import Callable

import pytest
from django.db import connection

from kith.interpreting.actions import arranging, requesting
from kith.interpreting.actions.arranging import offer_interpreter
from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.models.interpreters import Interpreter, InterpreterQuerySet
from kith.interpreting.tests.world import KITH, Place, an_interpreter
from kith.kernel.ids import InterpreterBookingId, InterpreterId
from testing.people import at_the_same_moment, look_together

pytestmark = pytest.mark.django_db(transaction=True)


def offer(booking_id: InterpreterBookingId, interpreter_id: InterpreterId) -> Callable[[], str]:
    def act() -> str:
        offer_interpreter(by=KITH, booking_id=booking_id, interpreter_id=interpreter_id)
        return "offered"

    return act


def two_requests() -> tuple[InterpreterBookingId, InterpreterBookingId]:
    place = Place()
    return place.request(), place.request(family_id=place.a_family(name="Ioana Pop"), hours=72.5)


def taken(interpreter_id: InterpreterId) -> int:
    return InterpreterBooking.objects.filter(interpreter_id=interpreter_id, state="offered").count()


def without(constraint: str) -> None:
    # The database of a test with real transactions is thrown away afterwards.
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE interpreting_interpreterbooking DROP CONSTRAINT {constraint}")


def unlocked(rows: InterpreterQuerySet, interpreter_id: int) -> Interpreter | None:
    return rows.filter(pk=interpreter_id).first()


def test_an_interpreter_is_never_booked_twice_at_once() -> None:
    interpreter_id, (first, second) = an_interpreter(), two_requests()
    became = at_the_same_moment(offer(first, interpreter_id), offer(second, interpreter_id))
    assert sorted(became) == ["Refusal", "offered"]
    assert taken(interpreter_id) == 1


def test_without_the_lock_the_database_itself_refuses_the_second(monkeypatch: pytest.MonkeyPatch) -> None:
    interpreter_id, (first, second) = an_interpreter(), two_requests()
    monkeypatch.setattr(InterpreterQuerySet, "locked", unlocked)
    monkeypatch.setattr(arranging, "is_taken", look_together(2, arranging.is_taken))
    became = at_the_same_moment(offer(first, interpreter_id), offer(second, interpreter_id))
    assert sorted(became) == ["IntegrityError", "offered"]
    assert taken(interpreter_id) == 1


def test_without_the_lock_and_the_constraint_both_would_have_had_her(monkeypatch: pytest.MonkeyPatch) -> None:
    interpreter_id, (first, second) = an_interpreter(), two_requests()
    without("interpreter_never_twice_at_once")
    monkeypatch.setattr(InterpreterQuerySet, "locked", unlocked)
    monkeypatch.setattr(arranging, "is_taken", look_together(2, arranging.is_taken))
    assert at_the_same_moment(offer(first, interpreter_id), offer(second, interpreter_id)) == ["offered", "offered"]
    assert taken(interpreter_id) == 2


def ask(place: Place) -> Callable[[], str]:
    def act() -> str:
        place.request()
        return "asked"

    return act


def test_a_need_has_one_live_booking() -> None:
    place = Place()
    assert sorted(at_the_same_moment(ask(place), ask(place))) == ["Refusal", "asked"]
    assert InterpreterBooking.objects.live().count() == 1


def test_without_the_lock_and_the_constraint_a_need_would_have_two(monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place()
    without("interpreting_one_live_for_each_need")
    monkeypatch.setattr(requesting, "lock_family", lambda _family_id: None)
    monkeypatch.setattr(requesting, "overlapping", look_together(2, requesting.overlapping))
    assert at_the_same_moment(ask(place), ask(place)) == ["asked", "asked"]
    assert InterpreterBooking.objects.live().count() == 2


def test_one_form_sent_eight_times_at_once_is_one_booking() -> None:
    place = Place()
    became = at_the_same_moment(*[lambda: place.request(request_key="a" * 32)] * 8)
    assert became == [InterpreterBooking.objects.get().pk] * 8
