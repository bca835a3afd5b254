"""A parent's words reach the colleague who is there today, or are not taken."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kith.caseloads.actions.cover import plan_absence
from kith.caseloads.actions.leading import take_lead
from kith.caseloads.actions.writing import write_to_people
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.platform.access import Forbidden, NotFound
from testing.people import a_family, account_of, parent_of, worker
from testing.tasks import NextStep, Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def grace():
    return worker()


@pytest.fixture
def family_id(grace):
    made = a_family(*grace.organisation_ids, phone="+447700900321")
    take_lead(by=grace, family_id=made)
    return made


def write(family_id, words="Can we meet on Friday?"):
    return write_to_people(by=parent_of(family_id)[1], family_id=family_id, words=words, request_key=new_uuid())


def test_the_lead_gets_a_next_step_and_is_told(grace, family_id):
    step = NextStep.objects.get(pk=write(family_id))
    assert (step.owner_id, step.what) == (grace.membership_id, "Parent: Can we meet on Friday?")
    assert step.due_on > clock.today()
    assert step.due_on.weekday() < 5
    assert Notice.objects.filter(membership_id=grace.membership_id, kind="parent_wrote").count() == 1


def test_while_the_lead_is_away_it_goes_to_the_colleague_who_stands_in(grace, family_id):
    cover = worker(at=next(iter(grace.organisation_ids)), name="Ada Bell")
    until = clock.today() + timedelta(days=7)
    plan_absence(
        by=grace,
        membership_id=grace.membership_id,
        from_on=clock.today(),
        until_on=until,
        covered_by=cover.membership_id,
    )
    assert NextStep.objects.get(pk=write(family_id)).owner_id == cover.membership_id


def test_where_nobody_is_there_nothing_seems_to_have_arrived(grace):
    alone = a_family(*grace.organisation_ids, name="Ines Sol", phone="+447700900322")
    with pytest.raises(Refusal, match="no_person_is_there"):
        write(alone)
    assert not NextStep.objects.exists()


def test_nobody_writes_for_another_family(grace, family_id):
    other = parent_of(a_family(name="Ines Sol", phone="+447700900323"))[1]
    with pytest.raises((Forbidden, NotFound)):
        write_to_people(by=other, family_id=family_id, words="Hello", request_key=new_uuid())


def test_the_page_says_when_it_is_read_and_whom_to_call(client: Client, grace, family_id):
    client.force_login(parent_of(family_id)[0])
    address = reverse("write-to-people", args=[family_id])
    assert address in client.get(reverse("my-page")).content.decode()
    page = client.get(address).content.decode()
    assert "not watched" in page
    assert "999" in page
    assert client.post(address, {}).status_code == 422
    sent = client.post(address, {"request_key": str(new_uuid()), "words": "ألم"})
    assert sent.headers["Location"] == f"{reverse('my-page')}?done=written"
    assert account_of(grace)
