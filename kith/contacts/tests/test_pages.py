"""Recording a contact on one screen, and ending next steps, as a worker does it."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.contacts.actions.recording import record_contact
from kith.contacts.models.contacts import Contact
from kith.contacts.tests.test_contacts import a_visit, family_of
from kith.families.queries.people import people_of
from kith.families.rules.codes import InterpreterNeed
from kith.kernel import clock
from kith.kernel.ids import FamilyId, new_uuid
from kith.platform.access.viewer import Viewer
from kith.tasks.actions.next_steps import add_next_step
from kith.tasks.queries.next_steps import is_still_to_do
from testing.people import KITH, account_of, worker
from testing.tasks import NextStep, Notice

pytestmark = pytest.mark.django_db
FROM_HERE = {"origin": "http://testserver"}


@pytest.fixture
def grace(db) -> Viewer:
    return worker()


def signed_in(viewer: Viewer) -> Client:
    client = Client(headers=FROM_HERE)
    client.force_login(account_of(viewer))
    return client


def words(response) -> str:
    return " ".join(response.content.decode().split())


def filled(family_id: FamilyId, **more) -> dict:
    people = people_of(KITH, family_id)
    return {
        "request_key": str(uuid4()),
        "kind": "visit",
        "people": [str(people.main.id), *(str(baby.id) for baby in people.babies)],
        "minutes": "40",
        "how": "interpreter_phone",
        "offered": ["positioning", "safer_sleep"],
        "held_on_day": "10",
        "held_on_month": "3",
        "held_on_year": "2026",
        "note": "Feeding is easier.",
        **more,
    }


def test_the_form_stands_ready_with_today_and_everybody_and_answers_nothing_itself(grace):
    family_id = family_of(grace, interpreter_need=InterpreterNeed.NO)
    client = signed_in(grace)
    client.post(f"/desk/families/{family_id}/contacts/new/", filled(family_id, kind="phone"))
    shown = words(client.get(f"/desk/families/{family_id}/contacts/new/"))
    assert shown.count('name="people"') == shown.count("checked>") == 2
    assert 'value="10"' in shown
    assert 'name="need"' not in shown
    assert "has a fit" in shown


def test_a_contact_is_recorded_with_its_next_step_and_stands_in_the_timeline(grace):
    family_id = family_of(grace, speaks="ro", interpreter_need=InterpreterNeed.YES)
    client = signed_in(grace)
    sent = filled(
        family_id, step_what="Call about the pump", step_due="2026-03-12", step_owner=str(grace.membership_id)
    )
    for _ in range(2):
        response = client.post(f"/desk/families/{family_id}/contacts/new/", sent)
        assert response["Location"] == f"/desk/families/{family_id}/?done=contact"
    row, step = Contact.objects.get(), NextStep.objects.get()
    assert (row.kind, row.place, row.minutes, row.how_we_talked) == ("visit", "home", 40, "interpreter_phone")
    assert (step.what, str(step.due_on), step.family_id) == ("Call about the pump", "2026-03-12", row.family_id)
    shown = words(client.get(f"/desk/families/{family_id}/"))
    for expected in ("Visit: Grace Obi", "With an interpreter by phone", "40 minutes", "Call about the pump"):
        assert expected in shown
    assert "Call about the pump" in words(client.get("/desk/today/"))


def a_step_of(grace, family_id, what="Visit to watch a feed"):
    return add_next_step(by=grace, family_id=family_id, what=what, due_on=clock.today(), owner=grace.membership_id)


def test_a_contact_is_asked_whether_it_finishes_what_is_due_and_finishes_only_that(grace):
    family_id = family_of(grace, interpreter_need=InterpreterNeed.NO)
    done, open_still = a_step_of(grace, family_id), a_step_of(grace, family_id, "Call about the pump")
    client, address = signed_in(grace), f"/desk/families/{family_id}/contacts/new/"
    assert "Visit to watch a feed (due today)" in words(client.get(address))
    for wrong in ([], ["nothing", str(done)]):
        assert client.post(address, filled(family_id, finishes=wrong)).status_code == 422
    assert not Contact.objects.exists()
    assert client.post(address, filled(family_id, finishes=[str(done)])).status_code == 302
    assert (is_still_to_do(done), is_still_to_do(open_still)) == (False, True)
    assert client.post(address, filled(family_id, finishes=["nothing"])).status_code == 302
    assert is_still_to_do(open_still)


def test_a_contact_finishes_nothing_of_another_family(grace):
    family_id, other = (family_of(grace, interpreter_need=InterpreterNeed.NO) for _ in range(2))
    a_step_of(grace, family_id)
    theirs = a_step_of(grace, other)
    answer = signed_in(grace).post(
        f"/desk/families/{family_id}/contacts/new/", filled(family_id, finishes=[str(theirs)])
    )
    assert answer.status_code == 422
    assert is_still_to_do(theirs)


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"how": ""}, "Choose how you talked"),
        ({"how": "failed"}, "Choose why"),
        ({"minutes": ""}, "Enter how many minutes it took"),
        ({"people": []}, "Choose who was there"),
        ({"kind": "appointment"}, "Choose where you met"),
        ({"held_on_day": "11"}, "cannot lie in the future"),
        ({"held_on_year": "2024"}, "more than a year ago"),
        ({"people": ["nobody"]}, "Select a valid choice"),
        ({"step_what": "Call", "step_owner": ""}, "Choose who does it"),
    ],
)
def test_what_is_missing_is_said_beside_its_question_and_nothing_is_recorded(grace, wrong, expected):
    family_id = family_of(grace, interpreter_need=InterpreterNeed.NO)
    response = signed_in(grace).post(f"/desk/families/{family_id}/contacts/new/", filled(family_id, **wrong))
    assert response.status_code == 422
    assert expected in words(response)
    assert not Contact.objects.exists()


def test_a_step_that_cannot_be_leaves_no_contact_behind(grace):
    family_id = family_of(grace, interpreter_need=InterpreterNeed.NO)
    sent = filled(family_id, step_what="Call", step_due="2026-03-11", step_owner=str(grace.membership_id))
    with clock.use(clock.FixedClock(clock.now())):
        sent["step_what"] = " "
        response = signed_in(grace).post(f"/desk/families/{family_id}/contacts/new/", sent)
    assert response.status_code == 302
    assert Contact.objects.count() == 1
    assert not NextStep.objects.exists()


def test_where_nobody_has_asked_the_page_asks_whether_an_interpreter_is_needed(grace):
    family_id = family_of(grace)
    client = signed_in(grace)
    address = f"/desk/families/{family_id}/contacts/new/"
    assert 'name="need"' in words(client.get(address))
    assert "Choose whether an interpreter is needed" in words(client.post(address, filled(family_id)))
    client.post(address, filled(family_id, need="yes"))
    assert people_of(KITH, family_id).main.interpreter_need is InterpreterNeed.YES
    assert Contact.objects.get().interpreter_need == "yes"


def test_a_correction_shows_what_stood_there_and_leaves_it_in_the_timeline(grace):
    family_id = family_of(grace, interpreter_need=InterpreterNeed.NO)
    contact_id = record_contact(by=grace, family_id=family_id, entry=a_visit(family_id), request_key=new_uuid())
    client = signed_in(grace)
    address = f"/desk/contacts/{contact_id}/"
    shown = words(client.get(address))
    assert 'value="30"' in shown
    assert "Went well." in shown
    assert 'name="step_what"' not in shown
    response = client.post(address, filled(family_id, minutes="55", place="home"))
    assert response["Location"] == f"/desk/families/{family_id}/?done=contact_corrected"
    shown = words(client.get(f"/desk/families/{family_id}/"))
    assert "55 minutes" in shown
    assert "Corrected since" in shown
    assert client.get(address).status_code == 404


def test_a_step_is_done_in_one_tap_handed_on_and_dropped(grace):
    (own,) = grace.organisation_ids
    noor = worker(at=own, name="Noor Ali")
    family_id = family_of(grace)
    client = signed_in(grace)
    steps = [
        add_next_step(by=grace, family_id=family_id, what=f"Step {n}", due_on=clock.today(), owner=grace.membership_id)
        for n in range(3)
    ]
    done, handed, dropped = (f"/desk/next-steps/{each}/" for each in steps)
    for _ in range(2):
        assert client.post(done, {"choice": "done", "from": "today"})["Location"].startswith("/desk/today/?undo=")
    assert "Noor Ali" in words(client.get(handed))
    assert client.post(handed, {"choice": "hand_on"}).status_code == 422
    response = client.post(handed, {"choice": "hand_on", "step_owner": str(noor.membership_id)})
    assert response["Location"] == f"/desk/families/{family_id}/?done=step_handed_on"
    assert "Choose why" in words(client.post(dropped, {"choice": "drop"}))
    client.post(dropped, {"choice": "drop", "reason": "not_wanted"})
    assert [row.ended_as for row in NextStep.objects.order_by("pk")] == ["done", "handed_on", "dropped", ""]
    assert "The family does not want it" not in words(client.get(dropped))
    assert "Dropped" in words(client.get(dropped))


def test_a_notice_stands_on_today_until_it_is_seen(grace):
    (own,) = grace.organisation_ids
    noor = worker(at=own, name="Noor Ali")
    family_id = family_of(grace)
    add_next_step(by=grace, family_id=family_id, what="Visit", due_on=clock.today(), owner=noor.membership_id)
    client = signed_in(noor)
    assert "Grace Obi gave you a next step" in words(client.get("/desk/today/"))
    client.post(f"/desk/notices/{Notice.objects.get().pk}/seen/")
    assert "gave you a next step" not in words(client.get("/desk/today/"))


def test_the_family_page_takes_the_same_statements_for_one_contact_and_for_thirty(grace):
    family_id = family_of(grace)
    client = signed_in(grace)
    counts = []
    for number in (1, 30):
        for _ in range(number):
            record_contact(by=grace, family_id=family_id, entry=a_visit(family_id), request_key=new_uuid())
            add_next_step(by=grace, family_id=family_id, what="Call", due_on=clock.today(), owner=grace.membership_id)
        client.get(f"/desk/families/{family_id}/")
        with CaptureQueriesContext(connection) as seen:
            client.get(f"/desk/families/{family_id}/")
        counts.append(len(seen))
    assert counts[0] == counts[1]
