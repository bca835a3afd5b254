"""Any history of a session agrees with the model in machine.py; thousands more run by ``make proof``."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from kith.groups.actions import offering
from kith.groups.rules.offers import Turn
from kith.groups.tests.machine import ACTS, HOURS, LONGEST, Step, run_histories, run_history

pytestmark = pytest.mark.django_db
STEPS = st.builds(
    Step,
    act=st.sampled_from(ACTS),
    which=st.integers(0, 7),
    places=st.integers(1, 2),
    may_wait=st.booleans(),
    hours=st.sampled_from(HOURS),
)


@pytest.fixture(autouse=True)
def _moving_clock(request: pytest.FixtureRequest, clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Time passes between one action and the next, as it does outside of tests."""
    standing = clock.now

    def now() -> object:
        clock.advance(seconds=1)
        return standing()

    monkeypatch.setattr(clock, "now", now)
    if request.cls:
        request.cls.clock = clock


class TestBookingMachine(TestCase):
    """Each history is in a transaction of its own."""

    @given(st.integers(1, 4), st.lists(STEPS, max_size=LONGEST))
    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    def test_a_history_agrees_with_the_model(self, capacity: int, steps: list[Step]) -> None:
        standing = self.clock.instant
        try:
            assert run_history(capacity, steps, lambda hours: self.clock.advance(hours=hours)) == ""
        finally:
            self.clock.set(standing)


def test_the_control_offers_that_never_end_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offering, "turn_of", lambda **_: Turn(None))
    assert any(run_histories(5, seed) for seed in range(20))
