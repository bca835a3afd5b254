"""Any history of booking, waiting, cancelling and booking again agrees with a model of twenty lines."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from kith.groups.actions.cancelling import book_again, cancel_booking
from kith.groups.models import Booking, Session
from kith.groups.rules.codes import BookingState
from kith.groups.tests.world import a_session, an_order, book
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import ANONYMOUS

pytestmark = pytest.mark.django_db


class BookingMachine(RuleBasedStateMachine):
    """Families book and cancel in any order; the model keeps states by token, and the order of waiting."""

    tokens = Bundle("tokens")

    @initialize(capacity=st.integers(1, 5))
    def open_session(self, capacity: int) -> None:
        self.capacity = capacity
        self.session_id = a_session(capacity=capacity)
        self.places: dict[str, int] = {}
        self.states: dict[str, BookingState] = {}
        self.queue: list[str] = []

    @property
    def left(self) -> int:
        return self.capacity - sum(self.places[t] for t, state in self.states.items() if state is BookingState.BOOKED)

    @rule(target=tokens, places=st.integers(1, 2), may_wait=st.booleans())
    def book(self, places: int, may_wait: bool) -> str:
        order = an_order(self.session_id, places=places, may_wait=may_wait)
        try:
            receipt = book(order)
        except Refusal as refusal:
            return self.is_rightly_refused(places, refusal.code)
        assert book(order) == receipt
        fits = places <= self.left
        self.places[receipt.token] = places
        self.states[receipt.token] = BookingState.BOOKED if fits else BookingState.WAITING
        if not fits:
            assert may_wait
            self.queue.append(receipt.token)
        return receipt.token

    def is_rightly_refused(self, places: int, code: str) -> str:
        assert code == ("session_too_small" if places > self.capacity else "session_full")
        assert places > self.left
        return ""

    @rule(token=tokens)
    def cancel(self, token: str) -> None:
        if not token:
            return
        cancel_booking(by=ANONYMOUS, token=token)
        if self.states[token] is BookingState.CANCELLED:
            return
        self.states[token] = BookingState.CANCELLED
        self.queue = [each for each in self.queue if each != token]
        for each in list(self.queue):
            if self.places[each] <= self.left:
                self.states[each] = BookingState.BOOKED
                self.queue.remove(each)

    @rule(token=tokens)
    def undo(self, token: str) -> None:
        if not token or self.states[token] is not BookingState.CANCELLED:
            return
        try:
            book_again(by=ANONYMOUS, token=token)
        except Refusal:
            assert self.places[token] > self.left
        else:
            assert self.places[token] <= self.left
            self.states[token] = BookingState.BOOKED

    @invariant()
    def the_database_agrees(self) -> None:
        if not hasattr(self, "session_id"):
            return
        rows = Booking.objects.filter(session_id=self.session_id)
        assert {row.token: row.state for row in rows} == self.states
        assert Session.objects.get(pk=self.session_id).places_taken == self.capacity - self.left <= self.capacity


@pytest.fixture(autouse=True)
def _moving_clock(clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Time passes between one action and the next, as it does outside of tests."""
    standing = clock.now

    def now() -> object:
        clock.advance(seconds=1)
        return standing()

    monkeypatch.setattr(clock, "now", now)


class TestBookingMachine(BookingMachine.TestCase, TestCase):  # type: ignore[name-defined,misc]
    """Runs the machine, each history in a transaction of its own."""

    settings = settings(max_examples=25, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck))
