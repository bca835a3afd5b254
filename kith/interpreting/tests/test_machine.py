"""Any history of asking, offering, answering and ending agrees with a model of thirty lines."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from kith.interpreting.actions.arranging import confirm_interpreter, decline_interpreter, offer_interpreter
from kith.interpreting.actions.happening import (
    interpreter_arrived,
    interpreter_done,
    interpreter_failed,
    interpreter_late,
)
from kith.interpreting.actions.requesting import cancel_interpreter
from kith.interpreting.models.bookings import InterpreterBooking, InterpreterBookingState
from kith.interpreting.rules.codes import Mode, Why
from kith.interpreting.tests.world import Place, an_interpreter
from kith.kernel import clock
from kith.kernel.ids import InterpreterBookingId
from kith.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db

START = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
HELD = {"offered", "confirmed", "late", "arrived"}
LIVE = HELD | {"requested", "declined"}
FROM = {  # what the model lets happen, by the present state
    "confirm": {"offered"},
    "decline": {"offered", "confirmed"},
    "arrived": {"confirmed", "late"},
    "late": {"confirmed", "late"},
    "done": {"confirmed", "late", "arrived"},
    "no_show": {"confirmed", "late", "arrived"},
    "cancel": {"requested", "declined", "offered", "confirmed", "late"},
}
PLAIN = {
    "confirm": confirm_interpreter,
    "decline": decline_interpreter,
    "arrived": interpreter_arrived,
    "done": interpreter_done,
    "cancel": cancel_interpreter,
}
# The hours from now until it begins within which each can be said.
WHEN = {
    "confirm": (-99, 99),
    "decline": (1, 99),
    "arrived": (-99, 1),
    "late": (-99, 3),
    "done": (-99, 0),
    "no_show": (-99, 1),
    "cancel": (1, 99),
}
BECOMES = {"confirm": "confirmed", "decline": "declined", "no_show": "failed", "cancel": "cancelled"}


class InterpretingMachine(RuleBasedStateMachine):
    """Two interpreters, two families and six slots an hour apart; the model keeps who holds which slot how."""

    bookings = Bundle("bookings")

    @initialize()
    def open_place(self) -> None:
        self.place = Place()
        self.families = [self.place.family_id, self.place.a_family(name="Ioana Pop")]
        self.interpreters = [an_interpreter(), an_interpreter()]
        self.clock.set(START)
        self.start = START + timedelta(hours=30)
        self.hour = -30
        self.model: dict[InterpreterBookingId, list[object]] = {}

    @rule(target=bookings, family=st.integers(0, 1), slot=st.integers(1, 6))
    def ask(self, family: int, slot: int) -> InterpreterBookingId | None:
        clashes = [
            one
            for one in self.model.values()
            if one[0] == family and abs(int(str(one[1])) - slot) < 1 and one[2] in LIVE
        ]
        is_past = slot <= self.hour
        try:
            booking_id = self.place.request(
                family_id=self.families[family], starts_at=self.at(slot), minutes=30, mode=Mode.FACE_TO_FACE
            )
        except Refusal:
            assert is_past or clashes
            return None
        assert not clashes
        assert not is_past
        self.model[booking_id] = [family, slot, "requested", None]
        return booking_id

    @rule(booking=bookings, who=st.integers(0, 1))
    def offer(self, booking: InterpreterBookingId | None, who: int) -> None:
        if booking is None:
            return
        one = self.model[booking]
        is_same = one[2] in HELD and one[3] == who
        # An hour booked and half an hour of travel on either side: only the next slot but one is free.
        is_taken = any(
            other[3] == who and other[2] in HELD and abs(int(str(other[1])) - int(str(one[1]))) < 2
            for key, other in self.model.items()
            if key != booking
        )
        fits = one[2] in {"requested", "declined", "offered"} and int(str(one[1])) > self.hour and not is_taken
        try:
            offer_interpreter(by=self.place.worker, booking_id=booking, interpreter_id=self.interpreters[who])
        except Refusal:
            assert not fits
            assert not is_same
            return
        assert fits or is_same
        if not is_same:
            one[2], one[3] = "offered", who

    @rule(booking=bookings, act=st.sampled_from(sorted(FROM)))
    def happen(self, booking: InterpreterBookingId | None, act: str) -> None:
        if booking is None:
            return
        one = self.model[booking]
        becomes = BECOMES.get(act, act)
        first, last = WHEN[act]
        may = one[2] in FROM[act] and first <= int(str(one[1])) - self.hour <= last
        is_repeated = (one[2] == becomes) or (act == "cancel" and one[2] in {"done", "failed", "cancelled"})
        try:
            self.do(act, booking)
        except Refusal:
            assert not may
            assert not is_repeated
            return
        assert is_repeated or may
        if is_repeated:
            return
        # Twenty-four hours before, a time that somebody keeps for us is owed to her.
        is_late = self.at(int(str(one[1]))) - clock.now() < timedelta(hours=24)
        one[2] = "failed" if act == "cancel" and is_late and one[2] in HELD - {"offered"} else becomes

    @rule(hours=st.sampled_from([1, 2, 3, 28]))
    def time_passes(self, hours: int) -> None:
        self.hour = min(self.hour + hours, 8)
        self.clock.set(self.at(self.hour) + timedelta(seconds=1))

    @invariant()
    def the_database_agrees(self) -> None:
        if not hasattr(self, "model"):
            return
        rows = {row.pk: row for row in InterpreterBooking.objects.filter(family_id__in=self.families)}
        assert {key: row.state for key, row in rows.items()} == {key: one[2] for key, one in self.model.items()}
        for key, one in self.model.items():
            if one[2] in HELD:
                assert rows[key].interpreter_id == self.interpreters[int(str(one[3]))]
            steps = list(InterpreterBookingState.objects.filter(booking_id=key).order_by("pk"))
            assert steps[0].state == "requested"
            assert steps[-1].state == one[2]

    def at(self, slot: int) -> object:
        return self.start + timedelta(hours=slot)

    def do(self, act: str, booking: InterpreterBookingId) -> None:
        said = {"by": self.place.worker, "booking_id": booking}
        match act:
            case "late":
                interpreter_late(**said, minutes=10)
            case "no_show":
                interpreter_failed(**said, why=Why.NO_SHOW)
            case _:
                PLAIN[act](**said)


@pytest.fixture(autouse=True)
def _moving_clock(clock: object) -> None:
    InterpretingMachine.clock = clock  # type: ignore[attr-defined]


class TestInterpretingMachine(InterpretingMachine.TestCase, TestCase):  # type: ignore[name-defined,misc]
    """Runs the machine, each history in a transaction of its own."""

    settings = settings(max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))
