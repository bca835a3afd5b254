"""Two records of one family, each with an interpreter for the same talk."""

import pytest

from kith.families import actions as families
from kith.interpreting import actions, queries
from kith.interpreting.rules import State
from kith.interpreting.tests.world import KITH, Place, an_interpreter
from kith.platform.outbox.models import OutboxEvent

pytestmark = pytest.mark.django_db


def test_a_merge_keeps_one_booking_for_one_talk_and_lets_the_other_interpreter_go(run_jobs) -> None:
    place = Place()
    gone = place.a_family(name="Ana Popp")
    kept_booking = place.confirmed(an_interpreter())
    other_booking = place.confirmed(an_interpreter(), family_id=gone)
    run_jobs()
    merge_id = families.merge_families(by=KITH, kept=place.family_id, gone=gone)
    run_jobs()
    assert state_of(kept_booking) is State.CONFIRMED
    assert state_of(other_booking) is State.CANCELLED
    assert queries.interpreter_booking(KITH, other_booking).steps[-1].state is State.CANCELLED
    assert OutboxEvent.objects.filter(name="interpreting.InterpreterReleased").count() == 1
    families.undo_merge(by=KITH, merge_id=merge_id)
    run_jobs()
    assert state_of(kept_booking) is State.CONFIRMED
    assert state_of(other_booking) is State.REQUESTED
    actions.offer_interpreter(by=KITH, booking_id=other_booking, interpreter_id=an_interpreter())


def state_of(booking_id) -> State:
    return queries.interpreter_booking(KITH, booking_id).row.state
