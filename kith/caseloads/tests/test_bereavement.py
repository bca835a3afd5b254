"""What care does about a death, and about a record opened in an emergency."""

import pytest

from kith.caseloads.actions.leading import take_lead
from kith.families.actions.deaths import record_bereavement
from kith.families.actions.emergency import Identifiers, open_in_emergency
from kith.families.queries.page import family_page
from kith.families.rules.bereavement import Loss, NewBereavement
from kith.families.rules.trust import EmergencyReason
from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Duty, Role
from kith.tasks.actions.next_steps import add_next_step
from testing.people import KITH, a_family, worker
from testing.tasks import NextStep, Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def midwife(db):
    return worker(Role.MIDWIFE)


@pytest.fixture
def family_id(midwife):
    return a_family(*midwife.organisation_ids)


def the_baby(family_id):
    return family_page(KITH, family_id).babies[0]


def mourn(midwife, family_id):
    new = NewBereavement(Loss.BABY, the_baby(family_id).id, midwife.membership_id, clock.today())
    return record_bereavement(by=midwife, family_id=family_id, new=new)


def test_the_call_becomes_the_callers_next_step_and_the_lead_reads_of_an_emergency(midwife, family_id, run_jobs):
    take_lead(by=midwife, family_id=family_id)
    add_next_step(
        by=midwife, family_id=family_id, what="Ring about feeding", due_on=clock.today(), owner=midwife.membership_id
    )
    mourn(midwife, family_id)
    run_jobs()
    (call,) = NextStep.objects.filter(ended_at=None)
    assert (call.kind, call.owner_id) == ("bereavement_call", midwife.membership_id)
    stranger = worker(Role.FEEDING_LEAD)
    baby = the_baby(family_id)
    open_in_emergency(
        by=stranger,
        who=Identifiers("Ana Pop", baby.born_on),
        reason=EmergencyReason.URGENT_CARE,
        words="Found her very unwell",
    )
    run_jobs()
    told = set(Notice.objects.filter(kind__contains="emergency").values_list("membership_id", "kind"))
    assert (midwife.membership_id, "opened_in_emergency") in told
    assert (stranger.membership_id, "emergency_by_colleague") in told


def test_the_managers_hear_of_searches_that_found_nobody(midwife, run_jobs):
    (hospital,) = midwife.organisation_ids
    manager = worker(at=hospital, duties=[Duty.MANAGER])
    for name in "12345":
        with pytest.raises(Refusal, match="nobody_found"):
            open_in_emergency(
                by=midwife,
                who=Identifiers(name, clock.today()),
                reason=EmergencyReason.URGENT_CARE,
                words="Found her very unwell",
            )
    run_jobs()
    (notice,) = Notice.objects.filter(kind="emergency_searches")
    assert (notice.membership_id, notice.family_id) == (manager.membership_id, None)
    assert notice.facts == {"membership_id": midwife.membership_id, "count": 5}
