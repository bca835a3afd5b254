"""Recording how a baby is fed, and counting it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from kith.caseloads.actions.past import NewLead
from kith.caseloads.queries.leading import led_family_ids
from kith.families.actions.deaths import record_bereavement
from kith.families.queries.page import family_page
from kith.families.rules.bereavement import Loss, NewBereavement
from kith.feeding.actions import statuses as feeding
from kith.feeding.actions.past import NewFeeding
from kith.feeding.actions.statuses import record_feeding
from kith.feeding.models.statuses import FeedingStatus
from kith.feeding.queries.counting import feeding_by_quarter
from kith.feeding.queries.statuses import answers_of
from kith.feeding.rules.statuses import Feeding, Milestone
from kith.kernel import clock as kernel_clock
from kith.kernel.ids import BabyId, FamilyId
from kith.kernel.quarter import Quarter
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform import freshness
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.viewer import ANONYMOUS, Viewer
from kith.platform.audit.models import AuditEntry
from testing.past import load
from testing.people import KITH, a_family, at_the_same_moment, look_together, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def grace(db) -> Viewer:
    return worker()


def family_of(viewer: Viewer, **more) -> FamilyId:
    (own,) = viewer.organisation_ids
    return a_family(own, **more)


def baby_of(family_id: FamilyId) -> BabyId:
    return family_page(KITH, family_id).babies[0].id


def record(viewer: Viewer, baby_id: BabyId, status=Feeding.TOTALLY, days_ago: int = 0):
    return record_feeding(
        by=viewer,
        baby_id=baby_id,
        milestone=Milestone.WEEKS_6_8,
        status=status,
        asked_on=kernel_clock.today() - timedelta(days=days_ago),
    )


def counts(viewer: Viewer = ANONYMOUS):
    this = Quarter.of(kernel_clock.today())
    (row,) = feeding_by_quarter(viewer, Milestone.WEEKS_6_8, this, this)
    return row.due, row.totally, row.partially, row.not_at_all, row.unknown


def test_an_answer_counts_and_unknown_is_everybody_else(grace):
    babies = [baby_of(family_of(grace)) for _ in range(5)]
    assert counts() == (5, 0, 0, 0, 5)
    for baby, status in zip(babies, Feeding, strict=False):
        record(grace, baby, status)
    assert counts() == (5, 1, 1, 1, 2)


def test_a_baby_not_yet_due_counts_in_no_quarter(grace):
    record(grace, baby_of(family_of(grace, weeks_old=7)))
    assert counts() == (0, 0, 0, 0, 0)


def test_a_correction_is_a_new_row_and_the_latest_counts(grace):
    family_id = family_of(grace)
    baby = baby_of(family_id)
    record(grace, baby, Feeding.UNKNOWN)
    record(grace, baby, Feeding.PARTIALLY)
    assert counts() == (1, 0, 1, 0, 0)
    followed = answers_of(grace, family_id, [baby])
    assert [(row.status, row.is_current) for row in followed.rows] == [("partially", True), ("unknown", False)]
    written = AuditEntry.objects.filter(action__startswith="feeding.").values_list("action", flat=True).order_by("pk")
    assert list(written) == ["feeding.feeding_recorded", "feeding.feeding_corrected"]


def test_the_same_answer_sent_twice_is_one_row(grace):
    baby = baby_of(family_of(grace))
    assert record(grace, baby) == record(grace, baby)
    assert FeedingStatus.objects.count() == 1


def test_asked_but_not_known_is_not_the_same_as_not_asked(grace):
    family_id = family_of(grace)
    baby = baby_of(family_id)
    assert answers_of(grace, family_id, [baby]).current(baby, Milestone.WEEKS_6_8) is None
    record(grace, baby, Feeding.UNKNOWN)
    known = answers_of(grace, family_id, [baby]).current(baby, Milestone.WEEKS_6_8)
    assert known and known.status is Feeding.UNKNOWN


@pytest.mark.parametrize(
    ("weeks_old", "days_ago", "code"),
    [(5, 0, "window_not_open"), (8, -1, "asked_in_future"), (8, 15, "window_not_open"), (25, 0, "window_closed")],
)
def test_outside_its_window_nothing_is_recorded(grace, weeks_old, days_ago, code):
    with pytest.raises(Refusal, match=code):
        record(grace, baby_of(family_of(grace, weeks_old=weeks_old)), days_ago=days_ago)
    assert not FeedingStatus.objects.exists()


def test_nobody_records_beyond_her_role_or_reach(grace):
    baby = baby_of(family_of(grace))
    (own,) = grace.organisation_ids
    with pytest.raises(NotFound):
        record(worker(), baby)
    with pytest.raises(Forbidden):
        record(worker(Role.PEER_SUPPORTER, at=own), baby)
    with pytest.raises(Forbidden):
        record(ANONYMOUS, baby)


def test_recording_makes_the_public_pages_new(grace, django_capture_on_commit_callbacks):
    baby = baby_of(family_of(grace))
    connection.run_on_commit.clear()  # as if the family's registration had committed
    before = freshness.stamp()
    with django_capture_on_commit_callbacks(execute=True):
        record(grace, baby)
    assert freshness.stamp() != before


def test_quarters_stand_in_order_with_nobody_counted_twice(grace, clock):
    clock.advance(days=-100)
    record(grace, baby_of(family_of(grace)))
    clock.advance(days=100)
    record(grace, baby_of(family_of(grace)), Feeding.NOT_AT_ALL)
    last = Quarter.of(kernel_clock.today())
    rows = feeding_by_quarter(ANONYMOUS, Milestone.WEEKS_6_8, last.previous().previous(), last)
    assert [(row.quarter.label, row.due, row.totally, row.not_at_all) for row in rows] == [
        ("Q2 2025-26", 0, 0, 0),
        ("Q3 2025-26", 1, 1, 0),
        ("Q4 2025-26", 1, 0, 1),
    ]


@pytest.mark.parametrize(
    ("died_after", "counted"), [(30, (0, 0, 0, 0, 0)), (56, (0, 0, 0, 0, 0)), (57, (1, 1, 0, 0, 0))]
)
def test_a_baby_who_died_by_the_due_day_counts_nowhere(grace, clock, died_after, counted):
    family_id = family_of(grace)
    baby = family_page(KITH, family_id).babies[0]
    record(grace, baby.id)
    clock.advance(days=2)
    died_on = baby.born_on + timedelta(days=died_after)
    death = NewBereavement(Loss.BABY, baby.id, grace.membership_id, kernel_clock.today(), died_on)
    record_bereavement(by=grace, family_id=family_id, new=death)
    assert counts() == counted


def test_counting_takes_three_statements_however_many_babies(grace, django_assert_num_queries):
    for _ in range(3):
        record(grace, baby_of(family_of(grace)))
    with django_assert_num_queries(3):
        counts()


def test_leads_and_answers_are_loaded_together(grace):
    families = [family_of(grace) for _ in range(3)]
    born_on = kernel_clock.today() - timedelta(weeks=8)
    assert grace.membership_id
    leads = [NewLead(each, grace.membership_id, kernel_clock.now()) for each in families]
    feeding = [
        NewFeeding(baby_of(each), born_on, Milestone.WEEKS_6_8, Feeding.TOTALLY, kernel_clock.today())
        for each in families
    ]
    assert load(by=KITH, entries=[*leads, *feeding]) == {NewLead: 3, NewFeeding: 3}
    assert counts() == (3, 3, 0, 0, 0)
    assert set(led_family_ids(grace)) == set(families)


def test_a_load_with_an_answer_outside_its_window_loads_nothing(grace):
    baby = baby_of(family_of(grace))
    today = kernel_clock.today()
    with pytest.raises(Refusal, match="window_not_open"):
        load(by=KITH, entries=[NewFeeding(baby, today, Milestone.WEEKS_6_8, Feeding.TOTALLY, today)])
    assert not FeedingStatus.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "mostly"},
        {"milestone": "birthday"},
        {"asked_on": timedelta(days=-15)},
        {"asked_on": timedelta(days=1)},
        {"due_on": timedelta(days=-200)},
    ],
    ids=["status", "milestone", "before it opens", "after it was recorded", "long past"],
)
def test_the_database_refuses_an_answer_that_cannot_be(grace, wrong):
    today = kernel_clock.today()
    row = {"milestone": "6_8_weeks", "status": "totally", "due_on": today, "asked_on": today}
    row |= {name: today + each if isinstance(each, timedelta) else each for name, each in wrong.items()}
    baby = baby_of(family_of(grace))
    with pytest.raises(IntegrityError), transaction.atomic():
        FeedingStatus.objects.create(baby_id=baby, recorded_at=kernel_clock.now(), **row)


@pytest.mark.django_db(transaction=True)
def test_two_answers_at_the_same_moment_leave_one_that_counts():
    grace = worker()
    baby = baby_of(family_of(grace))
    answers = [Feeding.TOTALLY, Feeding.PARTIALLY, Feeding.TOTALLY, Feeding.NOT_AT_ALL]
    found = at_the_same_moment(*[lambda status=status: record(grace, baby, status) for status in answers])
    assert all(isinstance(each, int) for each in found), found
    assert FeedingStatus.objects.current().count() == 1


@pytest.mark.django_db(transaction=True)
def test_without_locking_the_family_the_database_still_refuses_a_second_that_counts(monkeypatch):
    grace = worker()
    baby = baby_of(family_of(grace))
    monkeypatch.setattr(feeding, "lock_family", lambda _: None)
    monkeypatch.setattr(FeedingStatus, "before", look_together(4, FeedingStatus.before))
    found = at_the_same_moment(*[lambda status=status: record(grace, baby, status) for status in list(Feeding)])
    assert found.count("IntegrityError") == 3
    assert FeedingStatus.objects.current().count() == 1
