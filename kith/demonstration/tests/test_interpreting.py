"""The demonstration's interpreters."""

import pytest

from kith.care.queries import led_family_ids
from kith.interpreting import queries
from kith.interpreting.rules import Bond, State
from kith.organisations.queries import viewer_for
from kith.platform.access import Viewer
from kith.platform.audit import seal, verify
from kith.platform.sign_in.models import Account


@pytest.fixture
def visitor(demonstration: None) -> Viewer:
    viewer = viewer_for(Account.objects.get(email="health-visitor@demo.kith.invalid"))
    assert viewer
    return viewer


def test_the_health_visitor_sees_how_it_goes(visitor: Viewer) -> None:
    rows = [row for each in led_family_ids(visitor) for row in queries.bookings_of_family(visitor, each)]
    states = [row.state for row in rows]
    assert states.count(State.OFFERED) == 1
    assert states.count(State.FAILED) == 1
    assert states.count(State.DONE) >= 3
    assert len(queries.interpreters(viewer_for(Account.objects.get(email="coordinator@demo.kith.invalid")))) >= 8
    asked = next(row for row in rows if row.state is State.REQUESTED)
    choices = queries.interpreter_booking(visitor, asked.id).choices
    assert choices[0].bond is not Bond.NONE, "the same interpreter again comes first"


def test_what_is_invented_in_the_past_leaves_the_audit_whole(visitor: Viewer) -> None:
    seal()
    assert verify().is_whole
