"""After a day of birth is put right, the answers on feeding count by the right day."""

from datetime import timedelta

import pytest

from kith.caseloads.actions.leading import take_lead
from kith.families.actions.days import correct_day
from kith.families.events import BirthDayCorrected
from kith.families.queries.cards import family_of_baby
from kith.families.queries.page import family_page
from kith.families.rules.days import DayOf, DayReason
from kith.feeding.actions.birth_days import follow_birth_day
from kith.feeding.actions.statuses import record_feeding
from kith.feeding.models.statuses import FeedingStatus
from kith.feeding.queries.due import due_feeding
from kith.feeding.rules.statuses import Feeding, Milestone, due_on
from kith.kernel import clock
from testing.people import KITH, a_family, worker
from testing.tasks import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor(db):
    return worker()


@pytest.fixture
def baby(visitor):
    family_id = a_family(*visitor.organisation_ids, weeks_old=8)
    take_lead(by=visitor, family_id=family_id)
    return family_page(KITH, family_id).babies[0]


def record(visitor, baby, milestone, days_old):
    asked_on = baby.born_on + timedelta(days=days_old)
    record_feeding(by=visitor, baby_id=baby.id, milestone=milestone, status=Feeding.PARTIALLY, asked_on=asked_on)


def correct(visitor, baby, run_jobs, days):
    family_id = family_of_baby(KITH, baby.id).family_id
    day = baby.born_on + timedelta(days=days)
    correct_day(by=visitor, family_id=family_id, what=DayOf.BABY, of=baby.id, day=day, reason=DayReason.SLIP)
    run_jobs()
    return day


def test_due_days_follow_and_what_stood_before_is_kept(visitor, baby, run_jobs):
    record(visitor, baby, Milestone.DAYS_10_14, 12)
    record(visitor, baby, Milestone.WEEKS_6_8, 50)
    day = correct(visitor, baby, run_jobs, -1)
    for milestone, days_old in ((Milestone.DAYS_10_14, 12), (Milestone.WEEKS_6_8, 50)):
        before, now = FeedingStatus.objects.filter(milestone=milestone).order_by("pk")
        assert (before.is_current, before.due_on) == (False, due_on(milestone, baby.born_on))
        assert (now.is_current, now.due_on) == (True, due_on(milestone, day))
        assert (now.status, now.asked_on) == ("partially", baby.born_on + timedelta(days=days_old))
        assert now.membership_id == visitor.membership_id


def test_an_answer_that_came_too_early_by_the_right_day_counts_no_more_and_is_asked_again(visitor, baby, run_jobs):
    record(visitor, baby, Milestone.WEEKS_6_8, 42)
    correct(visitor, baby, run_jobs, 3)
    assert not FeedingStatus.objects.current().exists()
    assert FeedingStatus.objects.count() == 1
    assert any(each.baby.id == baby.id for each in due_feeding(visitor).rows)


def test_the_lead_hears_of_it_once_and_a_second_delivery_changes_nothing(visitor, baby, run_jobs):
    record(visitor, baby, Milestone.DAYS_10_14, 12)
    correct(visitor, baby, run_jobs, -1)
    rows = FeedingStatus.objects.count()
    notice = Notice.objects.get(kind="birth_day_corrected")
    assert notice.membership_id == visitor.membership_id
    family_id = family_of_baby(KITH, baby.id).family_id
    follow_birth_day(BirthDayCorrected(family_id, baby.id, int(notice.dedupe_key.rpartition("-")[2])))
    assert FeedingStatus.objects.count() == rows
    assert Notice.objects.filter(kind="birth_day_corrected").count() == 1
    assert clock.today() >= notice.raised_at.date()
