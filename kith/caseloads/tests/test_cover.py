"""A worker is away, a colleague covers, and nothing of it comes as a surprise."""

from datetime import timedelta

import pytest
from django.apps import apps

from kith.caseloads.actions.cover import call_off_absence, plan_absence, tell_of_cover
from kith.caseloads.actions.leading import name_deputy, take_lead
from kith.caseloads.actions.watching import watch_breaks
from kith.caseloads.queries.caseload import absences, covering
from kith.caseloads.queries.leading import led_family_ids, people_beside
from kith.kernel import clock as kernel_clock
from kith.kernel.refusal import Refusal
from kith.organisations.actions.people import end_membership, move_membership
from kith.organisations.rules import Role
from kith.platform.access import Forbidden, NotFound
from testing.people import KITH, a_family, worker
from testing.tasks import Notice

pytestmark = pytest.mark.django_db


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
def family(grace, own):
    return led(grace, own)


def led(by, own, **parent):
    family_id = a_family(own, **parent)
    take_lead(by=by, family_id=family_id)
    return family_id


def away(by, whom, first=0, days=3, cover=None):
    from_on = kernel_clock.today() + timedelta(days=first)
    return plan_absence(
        by=by,
        membership_id=whom.membership_id,
        from_on=from_on,
        until_on=from_on + timedelta(days=days - 1),
        covered_by=cover.membership_id if cover else None,
    )


def told():
    return list(apps.get_model("messages", "Message").objects.order_by("pk"))


def test_who_covers_has_the_families_on_her_day_while_it_lasts(grace, rose, own, family, clock):
    away(grace, grace, first=1, days=2, cover=rose)
    assert led_family_ids(rose) == []
    clock.advance(days=1)
    assert led_family_ids(rose) == [family]
    (row,) = covering(rose)
    assert (row.person.name, row.family_count) == ("Grace Obi", 1)
    clock.advance(days=2)
    assert led_family_ids(rose) == [] == covering(rose)


def test_where_nobody_is_named_each_familys_deputy_covers(grace, rose, own, family):
    other = led(grace, own)
    name_deputy(by=grace, family_id=family, membership_id=rose.membership_id)
    away(grace, grace)
    assert led_family_ids(rose) == [family]
    cover = people_beside(rose, family).cover
    assert cover and cover.person and cover.person.name == "Rose Lee"
    uncovered = people_beside(rose, other).cover
    assert uncovered and uncovered.person is None
    (row,) = absences(grace)
    assert row.without_cover == 1


def test_the_parent_is_told_of_long_cover_only_and_once(grace, rose, own, run_jobs):
    led(grace, own, phone="+447700900004", reads="ro")
    away(grace, grace, days=7, cover=rose)
    run_jobs()
    assert told() == []
    absence = away(grace, grace, first=20, days=8, cover=rose)
    run_jobs()
    assert tell_of_cover(by=KITH, absence_id=absence) == 1
    (message,) = told()
    assert (message.kind, message.language, message.facts["name"]) == ("lead_cover", "ro", "Rose Lee")


def test_days_that_cannot_be_are_refused_and_the_same_days_twice_are_one_absence(grace, rose):
    absence = away(grace, grace, cover=rose)
    assert away(grace, grace, cover=rose) == absence == away(grace, grace)
    for first, days, code in ((2, 3, "absence_overlaps"), (0, 0, "absence_ends_before"), (-9, 2, "absence_over")):
        with pytest.raises(Refusal, match=code):
            away(grace, grace, first=first, days=days)
    for _ in range(2):
        call_off_absence(by=grace, absence_id=absence)
    assert away(grace, grace, first=1) != absence


def test_her_own_days_anybody_enters_and_a_manager_those_of_her_organisation(grace, rose, own):
    with pytest.raises(Forbidden):
        away(rose, grace)
    with pytest.raises(NotFound):
        away(worker(Role.FEEDING_LEAD), grace)
    assert away(worker(Role.FEEDING_LEAD, at=own), grace, cover=rose)
    with pytest.raises(Refusal, match="cannot_cover"):
        away(rose, rose, cover=worker())
    with pytest.raises(Refusal, match="cannot_cover"):
        away(rose, rose, cover=rose)


def notices(kind):
    return Notice.objects.filter(kind=kind)


def watch():
    """Twice, as a job may run: the second time nothing new comes of it."""
    found = watch_breaks(by=KITH)
    before = Notice.objects.count()
    watch_breaks(by=KITH)
    assert Notice.objects.count() == before
    return found


def test_an_absence_without_cover_is_seen_before_it_begins(grace, rose, own, family, clock):
    manager = worker(Role.FEEDING_LEAD, at=own)
    away(grace, grace, first=15)
    assert watch() == 0
    clock.advance(days=1)
    assert watch() == 1
    assert {row.membership_id for row in notices("absence_uncovered")} == {grace.membership_id, manager.membership_id}


def test_a_last_day_ahead_is_seen_while_families_are_led(grace, family):
    until_on = kernel_clock.today() + timedelta(days=10)
    end_membership(by=KITH, membership_id=grace.membership_id, until_on=until_on)
    assert watch() == 1
    assert notices("membership_ending").get().facts["family_count"] == 1


def test_the_end_of_a_service_is_seen_before_the_baby_reaches_it(clock):
    midwife = worker(Role.MIDWIFE)
    (hospital,) = midwife.organisation_ids
    family_id = a_family(hospital, weeks_old=1)
    take_lead(by=midwife, family_id=family_id)
    assert watch() == 0
    clock.advance(days=7)
    assert watch() == 1
    assert notices("service_ending").get().family_id == family_id


def test_who_moves_team_and_families_out_of_the_area_are_seen(own, run_jobs):
    ann = worker(at=own, name="Ann Bell")
    family_id = led(ann, own)
    lives_in(family_id, "E05000001")
    move_membership(by=KITH, membership_id=ann.membership_id, team_id=None, wards=["E05000002"])
    run_jobs()
    assert notices("moved_team").get().facts["outside_count"] == 1
    assert watch() == 1
    assert notices("out_of_area").get().family_id == family_id


def lives_in(family_id, ward_code):
    apps.get_model("families", "Address").objects.create(
        family_id=family_id, ward_code=ward_code, from_on=kernel_clock.today()
    )
