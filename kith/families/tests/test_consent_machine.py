"""Any history of saying yes, no and not any more agrees with the reference model; and the alarm works."""

import pytest

from kith.families.actions import consenting
from kith.families.models.consent import ConsentQuerySet
from kith.families.rules.codes import Purpose
from kith.families.tests.consent_model import ConsentMachine, run_histories

pytestmark = pytest.mark.django_db


@pytest.fixture
def moving(clock, monkeypatch):
    """Time passes between one action and the next, as it does outside of tests."""
    standing = clock.now

    def now():
        clock.advance(seconds=1)
        return standing()

    monkeypatch.setattr(clock, "now", now)
    return clock


def test_no_history_diverges_from_the_model(moving):
    assert run_histories(25, moved_clock=moving) >= 25


@pytest.fixture
def history(moving):
    """A history told by hand: her word stands for the first organisation until tomorrow."""
    one = ConsentMachine()
    one.moved_clock = moving
    one.begin()
    one.she_agrees(which=0, purpose=Purpose.CARE, days=1)
    one.the_record_is_open_exactly_where_she_said_so()
    yield one
    one.teardown()


def test_the_control_a_withdrawal_that_does_nothing_is_noticed(history, monkeypatch):
    monkeypatch.setattr(consenting, "_withdraw", lambda *_: None)
    history.she_withdraws(which=0, purpose=Purpose.CARE)
    with pytest.raises(AssertionError):
        history.the_record_is_open_exactly_where_she_said_so()


def test_the_control_a_last_day_that_is_not_looked_at_is_noticed(history, monkeypatch):
    monkeypatch.setattr(ConsentQuerySet, "active", ConsentQuerySet.open)
    history.days_pass(days=2)
    with pytest.raises(AssertionError):
        history.the_record_is_open_exactly_where_she_said_so()
