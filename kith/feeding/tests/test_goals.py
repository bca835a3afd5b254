"""What parents hope for, and how it ended."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from kith.feeding.actions.goals import Goal, record_feeding_end, say_goal
from kith.feeding.models.goals import FeedingEnd, FeedingGoal
from kith.feeding.queries.babies import feeding_of_baby, goals_of
from kith.feeding.rules.goals import AsWanted, Hope, HopedUntil, check_goal
from kith.feeding.rules.statuses import Source
from kith.feeding.tests.babies import a_family_with_babies, babies_of, own
from kith.kernel import clock as kernel_clock
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.viewer import Viewer
from testing.people import a_family, parent_of, worker

UNTIL_SPRING = Goal(Hope.BREAST, HopedUntil.MONTHS_6, "Until spring", "ro", Source.IN_PERSON)
BOTTLES = Goal(Hope.FORMULA, None, "", "en", Source.PHONE)


@pytest.fixture
def grace(db) -> Viewer:
    return worker()


@given(st.sampled_from(Hope), st.sampled_from(HopedUntil))
def test_no_hope_is_refused(hope, until):
    assert check_goal(hope, until, "") is None


def test_until_when_is_asked_of_whoever_hopes_to_give_breast_milk():
    assert check_goal(Hope.MIXED, None, "").code == "until_missing"
    assert check_goal(Hope.FORMULA, None, "") is None
    assert check_goal(Hope.UNDECIDED, None, "") is None


def test_it_is_asked_in_pregnancy_and_kept_over_time(grace):
    family_id = a_family(own(grace), weeks_old=None)
    for goal in (UNTIL_SPRING, UNTIL_SPRING, BOTTLES):
        say_goal(by=grace, family_id=family_id, goal=goal)
    goals = goals_of(grace, family_id)
    assert [(row.hope, row.is_current) for row in goals] == [(Hope.FORMULA, True), (Hope.BREAST, False)]
    assert (goals[1].words, goals[1].language) == ("Until spring", "ro")


def test_for_one_of_twins_it_stands_before_the_one_for_both(grace):
    family_id = a_family_with_babies(own(grace), names=("Ioan", "Maria"))
    ioan, maria = babies_of(family_id)
    say_goal(by=grace, family_id=family_id, goal=UNTIL_SPRING)
    say_goal(by=grace, family_id=family_id, goal=BOTTLES, baby_id=maria)
    hopes = [feeding_of_baby(grace, family_id, baby).goal.hope for baby in (ioan, maria)]
    assert hopes == [Hope.BREAST, Hope.FORMULA]


def test_a_parent_says_it_herself_and_only_for_her_own_family(grace):
    family_id = a_family(own(grace), phone="+447700900321")
    _, mother = parent_of(family_id)
    say_goal(by=mother, family_id=family_id, goal=BOTTLES)
    assert goals_of(mother, family_id)[0].hope is Hope.FORMULA
    with pytest.raises(NotFound):
        say_goal(by=mother, family_id=a_family(own(grace)), goal=BOTTLES)


def test_nobody_says_it_for_a_family_out_of_reach_or_for_a_baby_of_another(grace):
    family_id, other = a_family_with_babies(own(grace)), a_family_with_babies(own(grace))
    with pytest.raises(NotFound):
        say_goal(by=worker(), family_id=family_id, goal=BOTTLES)
    with pytest.raises(NotFound):
        say_goal(by=grace, family_id=family_id, goal=BOTTLES, baby_id=babies_of(other)[0])
    with pytest.raises(Forbidden):
        say_goal(by=worker(Role.PEER_SUPPORTER, at=own(grace)), family_id=family_id, goal=BOTTLES)


def end(by, baby, as_wanted=AsWanted.SOONER, days_ago=0, **more):
    today = kernel_clock.today()
    said = {"stopped_on": today - timedelta(days=2), "asked_on": today - timedelta(days=days_ago), **more}
    return record_feeding_end(by=by, baby_id=baby, as_wanted=as_wanted, source=Source.PHONE, **said)


def test_how_it_ended_can_be_corrected_and_the_latest_counts(grace):
    family_id = a_family_with_babies(own(grace), days_old=60)
    (baby,) = babies_of(family_id)
    assert end(grace, baby) == end(grace, baby)
    end(grace, baby, AsWanted.YES)
    assert feeding_of_baby(grace, family_id, baby).end.as_wanted is AsWanted.YES
    assert FeedingEnd.objects.count() == 2


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"days_ago": -1}, "asked_in_future"),
        ({"days_ago": 61, "stopped_on": None}, "asked_before_birth"),
        ({"days_ago": 10}, "stopped_out_of_range"),
    ],
)
def test_an_end_that_cannot_be_is_refused(grace, more, code):
    (baby,) = babies_of(a_family_with_babies(own(grace), days_old=60))
    with pytest.raises(Refusal, match=code):
        end(grace, baby, **more)


def test_the_database_refuses_two_goals_that_count_and_a_hope_without_a_name(grace):
    family_id = a_family(own(grace))
    row = {"family_id": family_id, "language": "ro", "source": "phone", "said_at": kernel_clock.now()}
    FeedingGoal.objects.create(hope="formula", **row)
    for wrong in ({"hope": "formula"}, {"hope": "best", "until": "6_weeks", "is_current": False}):
        with pytest.raises(IntegrityError), transaction.atomic():
            FeedingGoal.objects.create(**{**row, **wrong})
