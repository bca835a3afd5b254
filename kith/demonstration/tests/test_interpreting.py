"""The demonstration's interpreters."""

import pytest

from kith.caseloads.queries.leading import led_family_ids
from kith.interpreting.queries.families import bookings_of_family
from kith.interpreting.queries.interpreters import interpreters
from kith.interpreting.queries.one import interpreter_booking
from kith.interpreting.rules.choosing import Bond
from kith.interpreting.rules.codes import State
from kith.organisations.queries.people import viewer_for
from kith.platform.access.viewer import Viewer
from kith.platform.audit.seal import seal, verify
from kith.platform.listing import ListAsked
from kith.platform.sign_in.models import Account


@pytest.fixture
def visitor(demonstration: None) -> Viewer:
    viewer = viewer_for(Account.objects.get(email="health-visitor@demo.kith.invalid"))
    assert viewer
    return viewer


def test_the_health_visitor_sees_how_it_goes(visitor: Viewer) -> None:
    rows = [row for each in led_family_ids(visitor) for row in bookings_of_family(visitor, each)]
    states = [row.state for row in rows]
    assert states.count(State.OFFERED) == 1
    assert states.count(State.FAILED) == 1
    assert states.count(State.DONE) >= 3
    coordinator = viewer_for(Account.objects.get(email="coordinator@demo.kith.invalid"))
    assert interpreters(coordinator, ListAsked()).count >= 8
    asked = next(row for row in rows if row.state is State.REQUESTED)
    choices = interpreter_booking(visitor, asked.id).choices
    assert choices[0].bond is not Bond.NONE, "the same interpreter again comes first"


def test_what_is_invented_in_the_past_leaves_the_audit_whole(visitor: Viewer) -> None:
    seal()
    assert verify().is_whole
