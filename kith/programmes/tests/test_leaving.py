"""What a worker who leaves a programme leaves goes to a fellow worker."""

import pytest

from kith.kernel import clock
from kith.organisations.actions.people import end_membership
from kith.organisations.rules import Role
from kith.programmes.actions.programmes import enrol_family, found_programme, name_workers
from kith.programmes.models.programmes import ProgrammeWorker
from kith.programmes.queries import enrolled_with
from kith.programmes.rules.programmes import Communities
from testing.people import KITH, a_family, worker

pytestmark = pytest.mark.django_db


def test_the_families_of_a_programme_go_to_a_fellow_worker(run_jobs):
    manager = worker(Role.FEEDING_LEAD)
    (own,) = manager.organisation_ids
    workers = [worker(Role.OUTREACH_WORKER, at=own, name=name) for name in ("Ana One", "Bea Two")]
    programme = found_programme(
        by=manager, organisation_id=own, name="Beside you", communities=Communities(languages=("ro",))
    )
    name_workers(by=manager, programme_id=programme, membership_ids=[each.membership_id for each in workers])
    family_id = a_family(own)
    enrol_family(by=workers[0], programme_id=programme, family_id=family_id, language="ro")
    end_membership(by=KITH, membership_id=workers[0].membership_id, until_on=clock.today())
    run_jobs()
    (beside,) = enrolled_with(manager, family_id)
    assert (beside.programme, beside.person.name) == ("Beside you", "Bea Two")
    assert not ProgrammeWorker.objects.filter(membership_id=workers[0].membership_id, until_on=None).exists()
