"""Any history of saying yes, no and not any more agrees with the reference model; and the alarm works."""

import pytest

from kith.families.actions import consenting
from kith.families.models.consent import ConsentQuerySet
from kith.families.tests.consent_model import run_histories

pytestmark = pytest.mark.django_db


@pytest.fixture
def moving(clock, monkeypatch):
    """Time passes between one deed and the next, as it does outside of tests."""
    standing = clock.now

    def now():
        clock.advance(seconds=1)
        return standing()

    monkeypatch.setattr(clock, "now", now)
    return clock


def test_no_history_diverges_from_the_model(moving):
    assert run_histories(25, moved_clock=moving) >= 25


def test_the_control_a_withdrawal_that_does_nothing_is_noticed(moving, monkeypatch):
    monkeypatch.setattr(consenting, "_withdraw", lambda *_: None)
    with pytest.raises(AssertionError):
        run_histories(200, moved_clock=moving)


def test_the_control_a_last_day_that_is_not_looked_at_is_noticed(moving, monkeypatch):
    monkeypatch.setattr(ConsentQuerySet, "active", ConsentQuerySet.open)
    with pytest.raises(AssertionError):
        run_histories(60, moved_clock=moving)
