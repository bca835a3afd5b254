"""Whose feeding is to be asked about: babies of the families I lead, and of those I cover."""

from datetime import timedelta

import pytest

from kith.caseloads.actions.cover import plan_absence
from kith.caseloads.actions.leading import take_lead
from kith.feeding.queries.due import due_feeding
from kith.kernel import clock
from testing.people import a_family, worker

pytestmark = pytest.mark.django_db


def test_who_covers_has_what_is_due_on_her_day_while_it_lasts():
    grace = worker(name="Grace Obi")
    (own,) = grace.organisation_ids
    rose = worker(at=own, name="Rose Lee")
    family_id = a_family(own)
    take_lead(by=grace, family_id=family_id)
    assert [row.family_id for row in due_feeding(grace).rows] == [family_id]
    assert due_feeding(rose).rows == ()
    until_on = clock.today() + timedelta(days=1)
    plan_absence(
        by=grace,
        membership_id=grace.membership_id,
        from_on=clock.today(),
        until_on=until_on,
        covered_by=rose.membership_id,
    )
    assert [row.family_id for row in due_feeding(rose).rows] == [family_id]
