"""A family is handed over in the open: proposed, accepted, introduced in her language, and only then complete."""

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from kith.caseloads.actions import handover as handover_actions
from kith.caseloads.actions.handover import accept_handover, complete_handover, decline_handover, propose_handover
from kith.caseloads.actions.leading import name_deputy, take_lead
from kith.caseloads.models.handover import Handover, HandoverState
from kith.caseloads.models.leading import NamedLead
from kith.caseloads.queries.leading import people_beside
from kith.caseloads.rules.handover import DeclineReason, HandoverReason, HandoverStep, Introduction
from kith.families.actions.consenting import withdraw_consent
from kith.families.queries.page import family_page
from kith.kernel.refusal import Refusal
from kith.messages.wording import words_of
from kith.organisations.actions.alliance import add_team
from kith.organisations.rules import Role
from kith.platform.access import Forbidden, NotFound
from testing.people import KITH, a_family, at_the_same_moment, look_together, worker
from testing.tasks import Notice

pytestmark = pytest.mark.django_db


def messages_to(family_id):
    return list(apps.get_model("messages", "Message").objects.filter(family_id=family_id).order_by("pk"))


@pytest.fixture
def grace():
    return worker(name="Grace Obi")


@pytest.fixture
def own(grace):
    (own,) = grace.organisation_ids
    return own


@pytest.fixture
def rose(own):
    return worker(at=own, name="Rose Lee")


@pytest.fixture
def family(own, grace):
    family_id = a_family(own, phone="+447700900001", reads="ro", speaks="ro")
    take_lead(by=grace, family_id=family_id)
    return family_id


def propose(by, family, to, reason=HandoverReason.LANGUAGE):
    return propose_handover(by=by, family_id=family, to=to.membership_id, reason=reason)


def lead(family):
    return NamedLead.objects.current().get(family_id=family).membership_id


def steps(handover_id):
    return list(HandoverState.objects.filter(handover_id=handover_id).order_by("pk").values_list("step", flat=True))


def test_nothing_changes_hands_before_it_is_accepted_and_introduced(grace, rose, family):
    handover_id = propose(grace, family, rose)
    assert lead(family) == grace.membership_id
    with pytest.raises(Refusal, match="handover_not_accepted"):
        complete_handover(by=grace, handover_id=handover_id, how=Introduction.TOGETHER)
    accept_handover(by=rose, handover_id=handover_id)
    assert lead(family) == grace.membership_id
    complete_handover(by=rose, handover_id=handover_id, how=Introduction.MESSAGE)
    assert lead(family) == rose.membership_id
    assert steps(handover_id) == ["proposed", "accepted", "introduced", "complete"]
    assert [NamedLead.objects.filter(family_id=family).count(), Notice.objects.count()] == [2, 3]


def test_the_parent_is_told_with_both_names_in_the_language_she_reads(grace, rose, family):
    handover_id = propose(grace, family, rose)
    accept_handover(by=rose, handover_id=handover_id)
    for _ in range(2):
        complete_handover(by=rose, handover_id=handover_id, how=Introduction.MESSAGE)
    (message,) = messages_to(family)
    assert (message.kind, message.language) == ("lead_introduced", "ro")
    words = words_of("lead_introduced", "en", message.facts)
    assert "Rose Lee" in words.subject
    assert "Grace Obi" in words.body
    assert "Grace Obi" in words.short


def test_without_a_safe_way_to_write_they_meet_instead(grace, rose, own):
    family_id = a_family(own)
    take_lead(by=grace, family_id=family_id)
    handover_id = propose(grace, family_id, rose)
    accept_handover(by=rose, handover_id=handover_id)
    with pytest.raises(Refusal, match="introduction_nowhere_to_send"):
        complete_handover(by=rose, handover_id=handover_id, how=Introduction.MESSAGE)
    assert lead(family_id) == grace.membership_id
    complete_handover(by=rose, handover_id=handover_id, how=Introduction.TOGETHER)
    assert lead(family_id) == rose.membership_id


def test_who_declines_says_why_and_the_lead_is_told(grace, rose, family):
    handover_id = propose(grace, family, rose)
    for _ in range(2):
        decline_handover(by=rose, handover_id=handover_id, why=DeclineReason.CASELOAD)
    assert lead(family) == grace.membership_id
    assert HandoverState.objects.get(step=HandoverStep.DECLINED).why == "caseload"
    assert Notice.objects.filter(membership_id=grace.membership_id, kind="handover_declined").count() == 1
    assert propose(grace, family, rose) != handover_id


def test_one_handover_is_open_at_a_time_and_the_same_twice_is_one(grace, rose, own, family):
    handover_id = propose(grace, family, rose)
    assert propose(grace, family, rose) == handover_id
    with pytest.raises(Refusal, match="handover_open"):
        propose(grace, family, worker(at=own))
    with pytest.raises(IntegrityError), transaction.atomic():
        Handover.objects.create(
            family_id=family,
            to_membership_id=rose.membership_id,
            reason="area",
            opened_at=Handover.objects.get().opened_at,
        )


def test_only_the_lead_or_a_manager_hands_over(rose, own, family):
    with pytest.raises(Refusal, match="not_yours_to_hand_over"):
        propose(rose, family, worker(at=own))
    assert propose(worker(Role.FEEDING_LEAD, at=own), family, rose)


def test_nobody_answers_for_another_nor_from_beyond_her_reach(grace, rose, own, family):
    handover_id = propose(grace, family, rose)
    with pytest.raises(Refusal, match="handover_for_another"):
        accept_handover(by=worker(at=own), handover_id=handover_id)
    with pytest.raises(NotFound):
        accept_handover(by=worker(), handover_id=handover_id)
    with pytest.raises(Forbidden):
        accept_handover(by=worker(Role.PEER_SUPPORTER, at=own), handover_id=handover_id)
    with pytest.raises(Refusal, match="cannot_lead_this_family"):
        propose_handover(by=grace, family_id=a_led(grace, own), to=worker().membership_id, reason="area")


def a_led(by, own):
    family_id = a_family(own)
    take_lead(by=by, family_id=family_id)
    return family_id


def test_a_family_without_a_lead_is_proposed_to_somebody_and_taken_on_with_an_introduction(grace, rose, own):
    family_id = a_family(own, phone="+447700900002")
    handover_id = propose(rose, family_id, grace, HandoverReason.FIRST_LEAD)
    with pytest.raises(Refusal, match="handover_open"):
        take_lead(by=rose, family_id=family_id)
    accept_handover(by=grace, handover_id=handover_id)
    complete_handover(by=grace, handover_id=handover_id, how=Introduction.MESSAGE)
    assert lead(family_id) == grace.membership_id


def test_a_deputy_who_becomes_the_lead_is_deputy_no_more(grace, rose, family):
    name_deputy(by=grace, family_id=family, membership_id=rose.membership_id)
    handover_id = propose(grace, family, rose)
    accept_handover(by=rose, handover_id=handover_id)
    complete_handover(by=rose, handover_id=handover_id, how=Introduction.TOGETHER)
    people = people_beside(rose, family)
    assert people.lead and people.lead.person.name == "Rose Lee"
    assert people.deputy is None


def test_the_deputy_is_named_by_the_lead_changed_and_ended(grace, rose, own, family):
    mary = worker(at=own, name="Mary Ward")
    with pytest.raises(Refusal, match="not_yours_to_hand_over"):
        name_deputy(by=mary, family_id=family, membership_id=rose.membership_id)
    for person in (rose, rose, mary):
        name_deputy(by=grace, family_id=family, membership_id=person.membership_id)
    deputy = people_beside(grace, family).deputy
    assert deputy and deputy.person.name == "Mary Ward"
    name_deputy(by=grace, family_id=family, membership_id=None)
    assert people_beside(grace, family).deputy is None


def test_withdrawn_consent_ends_deputy_and_handover_too(grace, rose, family, run_jobs):
    name_deputy(by=grace, family_id=family, membership_id=rose.membership_id)
    handover_id = propose(grace, family, rose)
    consent = family_page(KITH, family).consents[0]
    withdraw_consent(by=KITH, family_id=family, consent_id=consent.id)
    run_jobs()
    assert not NamedLead.objects.current().exists()
    people = people_beside(KITH, family)
    assert (people.lead, people.deputy, people.handover_id) == (None, None, None)
    assert HandoverState.objects.get(handover_id=handover_id, step="withdrawn").why == "consent_withdrawn"


def team_family(own, grace):
    team = add_team(by=KITH, organisation_id=own, name="North")
    members = [worker(at=own, name=name, team_id=team) for name in ("Rose Lee", "Mary Ward")]
    family_id = a_led(grace, own)
    handover_id = propose_handover(by=grace, family_id=family_id, to_team=team, reason=HandoverReason.CASELOAD)
    return members, handover_id


@pytest.mark.django_db(transaction=True)
def test_of_two_who_accept_one_handover_at_the_same_moment_one_has_it(grace, own):
    members, handover_id = team_family(own, grace)
    acts = [lambda who=who: accept_handover(by=who, handover_id=handover_id) for who in members]
    found = at_the_same_moment(*acts)
    assert sorted(map(str, found)) == ["None", "Refusal"]
    assert steps(handover_id) == ["proposed", "accepted"]


@pytest.mark.django_db(transaction=True)
def test_without_the_lock_both_would_have_it_but_for_the_database(grace, own, monkeypatch):
    members, handover_id = team_family(own, grace)
    monkeypatch.setattr(handover_actions, "lock_family", lambda _family_id: None)
    monkeypatch.setattr(handover_actions, "may_answer", look_together(2, handover_actions.may_answer))
    acts = [lambda who=who: accept_handover(by=who, handover_id=handover_id) for who in members]
    assert sorted(map(str, at_the_same_moment(*acts))) == ["IntegrityError", "None"]
