"""Nothing that is due can lose its owner: what a leaver leaves goes to deputy, team, manager, any worker let in."""

from datetime import timedelta

import pytest
from django.apps import apps

from kith.caseloads.actions.cover import plan_absence
from kith.caseloads.actions.handover import accept_handover, complete_handover, propose_handover
from kith.caseloads.actions.leading import name_deputy, take_lead
from kith.caseloads.actions.leaving import reassign_unowned_work
from kith.caseloads.models.cover import Absence
from kith.caseloads.models.leading import NamedLead
from kith.caseloads.models.ownership import without_owner
from kith.caseloads.queries.leading import people_beside
from kith.caseloads.rules.handover import Introduction
from kith.caseloads.rules.leading import Line, Successor, successor
from kith.kernel import clock as kernel_clock
from kith.organisations.actions.alliance import add_team
from kith.organisations.actions.people import announce_ended_memberships, end_membership
from kith.organisations.actions.suspending import lift_suspension, suspend_membership
from kith.organisations.rules import Duty, Role, SuspensionReason
from kith.tasks.actions.next_steps import add_next_step
from testing.people import KITH, a_family, worker
from testing.tasks import NextStep, Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def own(grace):
    (own,) = grace.organisation_ids
    return own


@pytest.fixture
def grace():
    return worker(name="Grace Obi")


def led(by, own, **parent):
    family_id = a_family(own, **parent)
    take_lead(by=by, family_id=family_id)
    return family_id


def leave(viewer, run_jobs, days=0):
    until_on = kernel_clock.today() + timedelta(days=days)
    end_membership(by=KITH, membership_id=viewer.membership_id, until_on=until_on)
    run_jobs()


def lead(family_id):
    row = NamedLead.objects.current().filter(family_id=family_id).first()
    return row and row.membership_id


def test_the_line_runs_from_who_accepted_over_deputy_team_and_managers_to_anybody_let_in():
    line = [(Line.ACCEPTED, 5), (Line.DEPUTY, 4), (Line.TEAM, 3), (Line.MANAGER, 2), (Line.ALLIANCE, 1)]
    for gone in range(5):
        kind, person = line[gone]
        assert successor(line, reach=range(1, 6 - gone)) == Successor(person, kind)
    assert successor(line, reach=()) is None


def test_the_deputy_comes_first_and_the_parent_is_told(grace, own, run_jobs):
    rose = worker(at=own, name="Rose Lee")
    worker(at=own, name="Mary Ward")
    family_id = led(grace, own, phone="+447700900003", reads="ar")
    name_deputy(by=grace, family_id=family_id, membership_id=rose.membership_id)
    leave(grace, run_jobs)
    assert lead(family_id) == rose.membership_id
    assert Notice.objects.get(kind="lead_of_leaver").membership_id == rose.membership_id
    message = apps.get_model("messages", "Message").objects.get(family_id=family_id)
    assert (message.kind, message.language, message.facts["before"]) == ("lead_changed", "ar", "Grace Obi")


def test_a_person_who_is_kept_out_leaves_families_and_steps_and_has_none_back_when_it_is_lifted(grace, own, run_jobs):
    rose, place = worker(at=own, name="Rose Lee"), worker(Role.PLACE_ADMIN)
    family_id = led(grace, own)
    due_on = kernel_clock.today() + timedelta(days=3)
    add_next_step(by=rose, family_id=family_id, what="Call", due_on=due_on, owner=grace.membership_id)
    kept_out = {"by": place, "membership_id": grace.membership_id}
    suspend_membership(**kept_out, reason=SuspensionReason.LOOKED_INTO)
    run_jobs()
    assert (lead(family_id), NextStep.objects.open().get().owner_id) == (rose.membership_id, rose.membership_id)
    lift_suspension(**kept_out)
    run_jobs()
    assert lead(family_id) == rose.membership_id
    assert list(without_owner()) == []


def test_the_team_comes_next_by_language_and_room(own, run_jobs):
    team = add_team(by=KITH, organisation_id=own, name="North")
    gone = worker(at=own, team_id=team, name="Ann Gone")
    romanian = worker(at=own, team_id=team, name="Ioana Stan", languages=["en", "ro"])
    other = worker(at=own, team_id=team, name="Rose Lee")
    worker(Role.FEEDING_LEAD, at=own, name="Anjali K")
    romanian_family, english_family = led(gone, own, speaks="ro"), led(gone, own, speaks="yo")
    leave(gone, run_jobs)
    assert lead(romanian_family) == romanian.membership_id
    assert lead(english_family) == other.membership_id


def test_then_a_manager_who_may_lead_and_then_anybody_let_in(grace, own, run_jobs):
    manager = worker(at=own, name="Mo Manager", duties=[Duty.MANAGER])
    elsewhere = worker(Role.MIDWIFE, name="Mid Wife")
    (hospital,) = elsewhere.organisation_ids
    family_id = a_family(own, hospital)
    take_lead(by=grace, family_id=family_id)
    leave(grace, run_jobs)
    assert lead(family_id) == manager.membership_id
    leave(manager, run_jobs)
    assert lead(family_id) == elsewhere.membership_id


def test_where_nobody_is_left_the_lead_ends_and_those_who_manage_are_told(grace, own, run_jobs):
    admin = worker(Role.ADMIN, at=own, name="Ad Min")
    family_id = led(grace, own)
    leave(grace, run_jobs)
    assert lead(family_id) is None
    assert Notice.objects.filter(membership_id=admin.membership_id, family_id=family_id).exists()
    assert list(without_owner()) == []


def test_steps_deputies_and_handovers_find_their_way_too(grace, own, run_jobs):
    rose, mary = worker(at=own, name="Rose Lee"), worker(at=own, name="Mary Ward")
    family_id = led(rose, own)
    due_on = kernel_clock.today() + timedelta(days=3)
    add_next_step(by=rose, family_id=family_id, what="Weigh again", due_on=due_on, owner=grace.membership_id)
    name_deputy(by=rose, family_id=family_id, membership_id=grace.membership_id)
    propose_handover(by=rose, family_id=family_id, to=grace.membership_id, reason="caseload")
    leave(grace, run_jobs)
    step = NextStep.objects.open().get()
    assert (step.owner_id, step.due_on) == (rose.membership_id, due_on)
    people = people_beside(rose, family_id)
    assert (people.deputy, people.handover_id) == (None, None)
    told = set(Notice.objects.filter(membership_id=rose.membership_id).values_list("kind", flat=True))
    assert {"deputy_left", "handover_withdrawn", "step_handed_on"} <= told
    assert mary.membership_id != lead(family_id) == rose.membership_id


def test_who_has_accepted_takes_over_when_the_lead_leaves_before_the_introduction(grace, own, run_jobs):
    rose = worker(at=own, name="Rose Lee")
    mary = worker(at=own, name="Mary Ward")
    family_id = led(grace, own)
    name_deputy(by=grace, family_id=family_id, membership_id=mary.membership_id)
    handover = propose_handover(by=grace, family_id=family_id, to=rose.membership_id, reason="leaving")
    accept_handover(by=rose, handover_id=handover)
    leave(grace, run_jobs)
    assert lead(family_id) == rose.membership_id
    assert people_beside(rose, family_id).handover_id is None


def test_a_proposal_under_way_goes_on_from_the_new_lead(grace, own, run_jobs):
    rose, mary = worker(at=own, name="Rose Lee"), worker(at=own, name="Mary Ward")
    family_id = led(grace, own)
    name_deputy(by=grace, family_id=family_id, membership_id=rose.membership_id)
    handover = propose_handover(by=grace, family_id=family_id, to=mary.membership_id, reason="leaving")
    leave(grace, run_jobs)
    assert lead(family_id) == rose.membership_id
    accept_handover(by=mary, handover_id=handover)
    complete_handover(by=mary, handover_id=handover, how=Introduction.TOGETHER)
    assert lead(family_id) == mary.membership_id


def test_an_end_known_ahead_moves_the_work_on_its_day_and_not_before(grace, own, run_jobs, clock):
    rose = worker(at=own, name="Rose Lee")
    family_id = led(grace, own)
    leave(grace, run_jobs, days=3)
    assert lead(family_id) == grace.membership_id
    clock.advance(days=3)
    announce_ended_memberships(by=KITH)
    run_jobs()
    assert lead(family_id) == rose.membership_id
    clock.advance(days=1)
    assert list(without_owner()) == []


def test_what_came_to_somebody_on_her_last_day_is_found_and_moved(grace, own, run_jobs, clock):
    rose = worker(at=own, name="Rose Lee")
    leave(grace, run_jobs)
    family_id = led(rose, own)
    due_on = kernel_clock.today() + timedelta(days=3)
    add_next_step(by=rose, family_id=family_id, what="Weigh", due_on=due_on, owner=grace.membership_id)
    clock.advance(days=1)
    assert [kind for kind, _family_id, _owner in without_owner()] == ["next_step"]
    assert [reassign_unowned_work(by=KITH) for _ in range(2)] == [1, 0]
    assert list(without_owner()) == []


def test_a_last_day_put_off_moves_nothing(grace, own, run_jobs):
    worker(at=own, name="Rose Lee")
    family_id = led(grace, own)
    today = kernel_clock.today()
    end_membership(by=KITH, membership_id=grace.membership_id, until_on=today)
    end_membership(by=KITH, membership_id=grace.membership_id, until_on=today + timedelta(days=9))
    run_jobs()
    assert lead(family_id) == grace.membership_id


def test_cover_she_had_promised_falls_back_to_the_deputies_and_whoever_is_away_is_told(grace, own, run_jobs):
    rose = worker(at=own, name="Rose Lee")
    first = kernel_clock.today() + timedelta(days=2)
    plan_absence(
        by=rose,
        membership_id=rose.membership_id,
        from_on=first,
        until_on=first + timedelta(days=2),
        covered_by=grace.membership_id,
    )
    leave(grace, run_jobs)
    assert Absence.objects.get().covered_by_id is None
    assert Notice.objects.filter(membership_id=rose.membership_id, kind="absence_uncovered").exists()
