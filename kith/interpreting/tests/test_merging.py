"""Two records of one family, each with an interpreter for the same talk."""

import pytest

from kith.families.actions.merging import merge_families, undo_merge
from kith.interpreting.actions.arranging import offer_interpreter
from kith.interpreting.queries.one import interpreter_booking
from kith.interpreting.rules.codes import State
from kith.interpreting.tests.world import KITH, Place, an_interpreter
from kith.platform.outbox.models import OutboxEvent

pytestmark = pytest.mark.django_db


def test_a_merge_keeps_one_booking_for_one_talk_and_lets_the_other_interpreter_go(run_jobs) -> None:
    place = Place()
    gone = place.a_family(name="Ana Popp")
    kept_booking = place.confirmed(an_interpreter())
    other_booking = place.confirmed(an_interpreter(), family_id=gone)
    run_jobs()
    merge_id = merge_families(by=KITH, kept=place.family_id, gone=gone)
    run_jobs()
    assert state_of(kept_booking) is State.CONFIRMED
    assert state_of(other_booking) is State.CANCELLED
    assert interpreter_booking(KITH, other_booking).steps[-1].state is State.CANCELLED
    assert OutboxEvent.objects.filter(name="interpreting.InterpreterReleased").count() == 1
    undo_merge(by=KITH, merge_id=merge_id)
    run_jobs()
    assert state_of(kept_booking) is State.CONFIRMED
    assert state_of(other_booking) is State.REQUESTED
    offer_interpreter(by=KITH, booking_id=other_booking, interpreter_id=an_interpreter())


def state_of(booking_id) -> State:
    return interpreter_booking(KITH, booking_id).row.state
