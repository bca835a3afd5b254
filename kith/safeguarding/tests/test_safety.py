"""Concerns stay with those who must act on them; who goes out alone is looked for; precautions are staff's own."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from kith.families.actions.consenting import withdraw_consent
from kith.families.queries.page import family_page
from kith.families.queries.record_reads import record_reads
from kith.kernel import clock as kernel_clock
from kith.kernel.ids import ConcernId, FamilyId, new_uuid
from kith.kernel.refusal import Refusal
from kith.organisations.actions.people import change_duties
from kith.organisations.queries.people import viewer_for
from kith.organisations.rules import Duty, Role
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.viewer import Viewer
from kith.platform.audit.models import AuditEntry
from kith.platform.listing import ListAsked
from kith.safeguarding.actions.concerns import move_concern, raise_concern
from kith.safeguarding.actions.safety import alert_of_overdue_visits, note_precautions, set_out
from kith.safeguarding.models.concerns import Concern
from kith.safeguarding.models.safety import LoneVisit
from kith.safeguarding.queries.concerns import concern_page, concerns
from kith.safeguarding.queries.safety import lone_visit, precautions_of
from kith.safeguarding.rules.concerns import About, ClosingReason, ConcernState
from kith.safeguarding.rules.notices import NoticeKind
from kith.safeguarding.rules.safety import Precaution, SafetyReason
from testing.people import KITH, a_family, account_of, at_the_same_moment, parent_of, worker
from testing.tasks import Notice

pytestmark = pytest.mark.django_db
FROM_HERE = {"origin": "http://testserver"}
WORDS = "She said that she is afraid to go home"


@pytest.fixture
def grace(db) -> Viewer:
    return worker()


def family_of(viewer: Viewer, **more) -> FamilyId:
    (own,) = viewer.organisation_ids
    return a_family(own, **more)


def lead_beside(viewer: Viewer) -> Viewer:
    (own,) = viewer.organisation_ids
    somebody = worker(Role.COORDINATOR, at=own, name="Sana Malik")
    change_duties(by=KITH, membership_id=somebody.membership_id, duties=[Duty.SAFEGUARDING_LEAD])
    return viewer_for(account_of(somebody))


def colleague(viewer: Viewer, role: Role = Role.HEALTH_VISITOR) -> Viewer:
    (own,) = viewer.organisation_ids
    return worker(role, at=own, name="Noor Ali")


def raised(by: Viewer, family_id: FamilyId, **more) -> ConcernId:
    given = {
        "about": frozenset({About.BABY, About.PARENT}),
        "words": WORDS,
        "is_danger_now": False,
        "request_key": new_uuid(),
    }
    return raise_concern(by=by, family_id=family_id, **{**given, **more})


def signed_in(viewer: Viewer) -> Client:
    client = Client(headers=FROM_HERE)
    client.force_login(account_of(viewer))
    return client


def words(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_concern_is_seen_by_whoever_raised_it_and_by_the_safeguarding_leads_alone(grace):
    sana, noor, stranger = lead_beside(grace), colleague(grace, Role.FEEDING_LEAD), lead_beside(worker())
    concern_id = raised(grace, family_of(grace))
    for viewer in (grace, sana):
        assert WORDS in words(signed_in(viewer).get(f"/desk/concerns/{concern_id}/"))
        assert concerns(viewer, ListAsked()).rows
    for viewer in (noor, stranger):
        assert signed_in(viewer).get(f"/desk/concerns/{concern_id}/").status_code == 404
        assert not concerns(viewer, ListAsked()).rows
    assert [notice.membership_id for notice in Notice.objects.all()] == [sana.membership_id]
    assert "A safeguarding concern waits for you" in words(signed_in(sana).get("/desk/"))
    assert "A safeguarding concern waits for you" not in words(signed_in(noor).get("/desk/today/"))


def test_neither_the_family_nor_its_audit_nor_a_colleague_learns_of_a_concern(grace):
    sana = lead_beside(grace)
    family_id = family_of(grace, phone="+447700900123")
    before = AuditEntry.objects.count()
    concern_id = raised(grace, family_id)
    concern_page(sana, concern_id)
    move_concern(by=sana, concern_id=concern_id, to=ConcernState.RECEIVED)
    entries = AuditEntry.objects.order_by("pk")[before:]
    assert {entry.action for entry in entries} >= {
        "safeguarding.concern_raised",
        "safeguarding.concern_opened",
        "safeguarding.concern_received",
    }
    assert {entry.family_id for entry in entries} == {None}
    assert not any(WORDS in str(entry.facts) for entry in entries)
    account, parent = parent_of(family_id)
    assert not record_reads(parent, family_id, ListAsked()).rows
    client = Client()
    client.force_login(account)
    shown = words(client.get("/en/my/")) + words(signed_in(colleague(grace)).get(f"/desk/families/{family_id}/"))
    assert WORDS not in shown
    assert "concern waits" not in shown


def test_a_concern_goes_from_state_to_state_each_a_row(grace):
    sana = lead_beside(grace)
    concern_id = raised(grace, family_of(grace), is_danger_now=True)
    with pytest.raises(Refusal, match="concern_not_there"):
        move_concern(by=sana, concern_id=concern_id, to=ConcernState.CLOSED)
    with pytest.raises(Forbidden):
        move_concern(by=grace, concern_id=concern_id, to=ConcernState.RECEIVED)
    client = signed_in(sana)
    address = f"/desk/concerns/{concern_id}/"
    assert "If anybody is in danger now, call first" in words(client.get(address))
    for sent in ({"to": "received"}, {"to": "received"}, {"to": "referred", "note": "By phone"}):
        assert client.post(address, sent).status_code == 302
    assert "Choose why it is closed" in words(client.post(address, {"to": "closed"}))
    client.post(address, {"to": "closed", "reason": ClosingReason.WITH_CHILDRENS_SERVICES})
    found = concern_page(sana, concern_id)
    assert [step.state for step in found.steps] == list(ConcernState)
    assert found.steps[2].note == "By phone"
    assert not found.next_states


def test_a_concern_outlives_the_consent_and_asks_for_a_lead_where_there_is_none(grace):
    manager = colleague(grace, Role.FEEDING_LEAD)
    family_id = family_of(grace)
    concern_id = raised(grace, family_id)
    assert [(each.membership_id, each.kind) for each in Notice.objects.all()] == [
        (manager.membership_id, NoticeKind.NO_SAFEGUARDING_LEAD)
    ]
    consent = family_page(KITH, family_id).consents[0]
    withdraw_consent(by=KITH, family_id=family_id, consent_id=consent.id)
    assert concern_page(lead_beside(grace), concern_id).words == WORDS


def test_the_form_first_says_whom_to_call_and_is_safe_to_send_twice(grace):
    family_id = family_of(grace)
    client = signed_in(grace)
    address = f"/desk/families/{family_id}/concern/"
    shown = words(client.get(address)).partition("<main")[2]
    assert shown.index("tel:999") < shown.index("<form class")
    assert "To confirm" in shown
    assert client.post(address, {}).status_code == 422
    sent = {"request_key": str(new_uuid()), "danger": "no", "about": ["baby"], "words": WORDS}
    assert {client.post(address, sent)["Location"] for _ in range(2)} == {f"/desk/concerns/{Concern.objects.get().pk}/"}


def test_who_is_not_back_is_looked_for_by_the_colleague_then_by_the_manager(grace, clock):
    noor, manager = colleague(grace), colleague(grace, Role.FEEDING_LEAD)
    client = signed_in(grace)
    sent = {"request_key": str(new_uuid()), "where": "4 Mill Lane", "back": "60", "buddy": str(noor.membership_id)}
    for _ in range(2):
        assert client.post("/desk/out-alone/", sent)["Location"] == "/desk/today/?done=set_out"
    visit = LoneVisit.objects.get()
    assert "4 Mill Lane" in words(client.get("/desk/today/"))
    assert alert_of_overdue_visits(by=KITH) == 0
    clock.advance(minutes=65)
    for _ in range(2):
        assert alert_of_overdue_visits(by=KITH) == 1
    assert [each.membership_id for each in Notice.objects.all()] == [noor.membership_id]
    clock.advance(minutes=30)
    alert_of_overdue_visits(by=KITH)
    assert {each.membership_id for each in Notice.objects.all()} == {noor.membership_id, manager.membership_id}
    shown = words(signed_in(noor).get("/desk/today/"))
    assert "Grace Obi has not said that she is back from a visit" in shown
    assert "Try to reach her" in words(signed_in(noor).get(f"/desk/out-alone/{visit.pk}/"))
    for _ in range(2):
        assert client.post(f"/desk/out-alone/{visit.pk}/").status_code == 302
    assert alert_of_overdue_visits(by=KITH) == 0


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [({"where": " "}, "Write where you go"), ({"back": ""}, "Choose when"), ({"buddy": "0"}, "Select a valid choice")],
)
def test_setting_out_says_what_is_missing(grace, wrong, expected):
    noor = colleague(grace)
    sent = {"request_key": str(new_uuid()), "where": "Mill", "back": "60", "buddy": str(noor.membership_id), **wrong}
    response = signed_in(grace).post("/desk/out-alone/", sent)
    assert response.status_code == 422
    assert expected in words(response)


def test_a_stranger_sees_no_visit_and_two_at_once_are_refused(grace):
    noor = colleague(grace)
    given = {"where": "Mill Lane", "back_at": kernel_clock.now() + timedelta(hours=1), "buddy": noor.membership_id}
    visit_id = set_out(by=grace, request_key=new_uuid(), **given)
    with pytest.raises(Refusal, match="still_out"):
        set_out(by=grace, request_key=new_uuid(), **given)
    with pytest.raises(NotFound):
        lone_visit(worker(), visit_id)
    with pytest.raises(IntegrityError), transaction.atomic():
        LoneVisit.objects.filter(pk=visit_id).update(buddy_id=grace.membership_id)


def test_precautions_stand_before_the_visit_for_staff_and_nowhere_for_the_family(grace):
    family_id = family_of(grace, phone="+447700900123")
    client = signed_in(grace)
    address = f"/desk/families/{family_id}/before-a-visit/"
    sent = {
        "precautions": ["in_pairs", "call_before"],
        "reason": "animal",
        "review_on_day": "1",
        "review_on_month": "6",
        "review_on_year": "2026",
    }
    for _ in range(2):
        assert client.post(address, sent)["Location"] == f"/desk/families/{family_id}/?done=precautions"
    assert "Visit in pairs" in words(client.get(f"/desk/families/{family_id}/"))
    account, parent = parent_of(family_id)
    with pytest.raises(NotFound):
        precautions_of(parent, family_id)
    hers = Client()
    hers.force_login(account)
    assert "Visit in pairs" not in words(hers.get("/en/my/"))
    late = words(client.post(address, {**sent, "review_on_year": "2028"}))
    assert "Choose a day within a year" in late
    client.post(address, {"choice": "end", "sure": "yes"})
    assert "Visit in pairs" not in words(client.get(f"/desk/families/{family_id}/"))


@pytest.mark.django_db(transaction=True)
def test_sent_twice_at_the_same_moment_it_is_one_note():
    grace = worker()
    family_id = family_of(grace)

    def note() -> None:
        note_precautions(
            by=grace,
            family_id=family_id,
            precautions=frozenset({Precaution.IN_PAIRS}),
            reason=SafetyReason.ANIMAL,
            review_on=kernel_clock.today() + timedelta(days=30),
        )

    assert at_the_same_moment(note, note) == [None, None]
    assert precautions_of(grace, family_id)
