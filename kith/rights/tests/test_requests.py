"""Requests about data: visitors may complain, a clock runs, the organisation that answers sees them, no record does."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.organisations.rules import OrganisationKind, Role
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.viewer import system_actor
from kith.platform.listing import ListAsked
from kith.rights.actions import requests as actions
from kith.rights.models import DataRequest, DataRequestStep
from kith.rights.queries.requests import data_request, data_request_by_link, data_requests, my_data_requests
from kith.rights.rules.codes import MOST_A_DAY, RequestKind, RequestState
from kith.rights.tables import model_of
from kith.rights.tests.world import a_council, a_parent, asked, complained
from testing.people import account_of, organisation, worker
from testing.tasks import Notice

pytestmark = pytest.mark.django_db
JOB = system_actor("rights")
Family, Message = map(model_of, ("families_family", "messages_message"))


def answer(by, request_id, state=RequestState.DONE, words="It is put right."):
    actions.answer_data_request(by=by, request_id=request_id, state=state, words=words)


def test_a_parent_asks_the_organisation_answers_and_she_reads_it(run_jobs):
    council, vera = a_council()
    _, ana = a_parent(council)
    request_id = asked(ana, council)
    (row,) = my_data_requests(ana)
    assert (row.id, row.is_open, row.is_proved) == (request_id, True, True)
    assert Notice.objects.filter(membership_id=vera.membership_id, kind="data_request_came").count() == 1
    answer(vera, request_id, RequestState.ACKNOWLEDGED, "")
    answer(vera, request_id)
    answer(vera, request_id)
    (row,) = my_data_requests(ana)
    assert (row.is_open, [step.words for step in row.answers]) == (False, ["It is put right."])
    assert DataRequestStep.objects.count() == 3
    run_jobs()
    letters = Message.objects.filter(kind="data_request_moved")
    assert letters.count() == 2
    assert not [each for each in letters if "put right" in str(each.facts)]


def test_only_who_answers_for_data_in_that_organisation_sees_it():
    council, vera = a_council()
    _, ana = a_parent(council)
    request_id = asked(ana, council)
    stranger = worker(Role.ADMIN, at=organisation(OrganisationKind.HOSPITAL))
    midwife = worker(Role.MIDWIFE, at=council)
    assert data_request(vera, request_id).words == "My street is wrong"
    assert data_requests(stranger, ListAsked(), is_open=True).count == 0
    with pytest.raises(NotFound):
        data_request(stranger, request_id)
    with pytest.raises(NotFound):
        answer(stranger, request_id)
    with pytest.raises(Forbidden):
        answer(midwife, request_id)
    _, other = a_parent(council, phone="+447700900555")
    assert my_data_requests(other) == ()


def test_a_visitors_complaint_touches_no_record_and_goes_to_the_council_where_they_do_not_know():
    council, vera = a_council()
    known = a_parent(council, email="ioana@example.org")
    before = Family.objects.count()
    token = complained(email="ioana@example.org")
    row = DataRequest.objects.get()
    assert (row.family_id, row.account_id, row.organisation_id) == (None, None, council)
    assert (Family.objects.count(), my_data_requests(known[1])) == (before, ())
    assert data_request_by_link(vera, token).acknowledge_by == row.acknowledge_by
    assert not Message.objects.filter(kind="data_request_moved").exists()  # no stranger has us write to another


def test_a_complaint_is_sent_on_to_the_controller_and_its_clock_runs_on():
    _, vera = a_council()
    hospital = organisation(OrganisationKind.HOSPITAL)
    lead = worker(Role.ADMIN, at=hospital)
    complained()
    row = DataRequest.objects.get()
    actions.send_to_controller(by=vera, request_id=row.pk, organisation_id=hospital)
    with pytest.raises(NotFound):
        data_request(vera, row.pk)
    assert data_request(lead, row.pk).due_on == row.due_on
    assert Notice.objects.filter(membership_id=lead.membership_id).exists()


def test_a_flood_is_turned_away_and_a_form_sent_twice_is_one(monkeypatch):
    a_council()
    monkeypatch.setattr(actions, "MOST_A_DAY", 2)
    assert MOST_A_DAY > 100
    for _ in range(2):
        complained()
    with pytest.raises(Refusal, match="complaints_rest"):
        complained()
    assert DataRequest.objects.count() == 2


def test_what_is_due_reaches_those_who_answer_each_day_until_it_is_answered(clock):
    council, vera = a_council()
    _, ana = a_parent(council)
    request_id = asked(ana, council)
    due = Notice.objects.filter(kind="data_request_due")
    assert (actions.warn_of_data_requests(by=JOB), due.count()) == (0, 0)
    clock.advance(days=25)
    for _ in range(2):
        actions.warn_of_data_requests(by=JOB)
    assert due.count() == 1
    answer(vera, request_id, RequestState.REFUSED, "It is right as it stands: your midwife has looked.")
    clock.advance(days=1)
    assert actions.warn_of_data_requests(by=JOB) == 0


def test_words_are_forgotten_two_years_after_the_answer_and_the_fact_stays(clock):
    council, vera = a_council()
    _, ana = a_parent(council)
    answer(vera, asked(ana, council))
    clock.advance(days=729)
    assert actions.forget_data_requests(by=JOB) == 0
    clock.advance(days=2)
    assert actions.forget_data_requests(by=JOB) == 1
    row = DataRequest.objects.get()
    assert (row.words, row.email, row.phone, row.account_id, row.state) == ("", "", "", None, RequestState.DONE)
    assert not DataRequestStep.objects.exclude(words="").exists()


def test_a_longer_time_is_said_with_the_reason_and_moves_the_clock():
    council, vera = a_council()
    _, ana = a_parent(council)
    request_id = asked(ana, council, RequestKind.ERASURE)
    with pytest.raises(Refusal, match="data_answer_missing"):
        answer(vera, request_id, RequestState.EXTENDED, "")
    before = DataRequest.objects.get().due_on
    answer(vera, request_id, RequestState.EXTENDED, "Four organisations have to look.")
    assert DataRequest.objects.get().due_on > before + timedelta(days=50)


def test_the_pages_for_a_complaint_and_for_the_desk(client: Client):
    _, vera = a_council()
    address = reverse("complain-about-data")
    assert client.post(address, {}).status_code == 422
    said = {"request_key": str(new_uuid()), "organisation": "unknown", "words": "A letter came to my neighbour"}
    led = client.post(address, said).headers["Location"]
    assert client.post(address, said).headers["Location"] == led
    page = client.get(led).content.decode()
    assert "ico.org.uk" in page
    assert "0303 123 1113" in page
    client.force_login(account_of(vera))
    assert "D-" in client.get(reverse("data-requests")).content.decode()
    one = reverse("data-request", args=[DataRequest.objects.get().pk])
    assert "A letter came to my neighbour" in client.get(one).content.decode()
    assert client.post(one, {}).status_code == 422
    assert client.post(one, {"do": "send-on"}).status_code == 422
    sent = client.post(one, {"state": "partly", "words": "We have spoken with the post room."})
    assert sent.headers["Location"] == reverse("data-requests")
    assert "We have spoken with the post room." in Client().get(led).content.decode()
