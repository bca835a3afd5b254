"""Weights: written down, corrected, and led on to a named person."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from kith.caseloads.actions.leading import take_lead
from kith.caseloads.actions.past import NewDeputy
from kith.families.actions.birth import change_birth
from kith.families.rules.changes import BirthDetails
from kith.feeding.actions import weights as weight_actions
from kith.feeding.actions.routes import Whom, change_route, remove_step
from kith.feeding.actions.weights import correct_weight, record_weight, take_back_weight
from kith.feeding.models.weights import FeedingAlert, Weight
from kith.feeding.queries.babies import feeding_of_baby
from kith.feeding.rules.weights import Reason, Where
from kith.feeding.tests.babies import a_family_with_babies, babies_of, own, weighed
from kith.kernel import clock as kernel_clock
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.viewer import ANONYMOUS, Viewer
from kith.platform.audit.models import AuditEntry
from kith.tasks.actions.next_steps import finish_step
from testing.past import load
from testing.people import KITH, at_the_same_moment, look_together, worker
from testing.tasks import NextStep, Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def grace(db) -> Viewer:
    return worker()


def record(by: Viewer, baby_id, grams: int, **more):
    confirmed = more.pop("is_confirmed", True)
    return record_weight(by=by, baby_id=baby_id, weighing=weighed(grams, **more), is_confirmed=confirmed)


def a_baby(by: Viewer, **more):
    family_id = a_family_with_babies(own(by), **more)
    return family_id, babies_of(family_id)[0]


def test_ten_per_cent_exactly_leads_to_nobody(grace):
    _, baby = a_baby(grace)
    assert not record(grace, baby, 3150).led_on
    assert not FeedingAlert.objects.exists()
    assert not NextStep.objects.exists()


def test_a_gram_more_is_somebodys_next_step_today(grace):
    family_id, baby = a_baby(grace)
    assert record(grace, baby, 3149).led_on
    step = NextStep.objects.get()
    assert (step.owner_id, step.due_on) == (grace.membership_id, kernel_clock.today())
    assert step.what == "Ioan. Weighs 10.03% less than at birth: 3500 g then, 3149 g now"
    alert = FeedingAlert.objects.get()
    assert (alert.reason, alert.above_percent, alert.owner_id) == ("loss", Decimal(10), grace.membership_id)
    record_page = feeding_of_baby(grace, family_id, baby)
    assert [row.is_open for row in record_page.alerts] == [True]


def test_it_leads_to_the_lead_rather_than_to_whoever_weighs(grace):
    family_id, baby = a_baby(grace)
    lead = worker(at=own(grace), name="Rose Lee")
    take_lead(by=lead, family_id=family_id)
    record(grace, baby, 3100)
    assert NextStep.objects.get().owner_id == lead.membership_id
    assert Notice.objects.filter(membership_id=lead.membership_id).count() == 1


def test_without_a_lead_at_work_the_deputy_comes_next(grace):
    family_id, baby = a_baby(grace)
    deputy = worker(at=own(grace), name="Rose Lee")
    load(by=KITH, entries=[NewDeputy(family_id, deputy.membership_id, kernel_clock.now())])
    record(grace, baby, 3100)
    assert NextStep.objects.get().owner_id == deputy.membership_id


def test_without_lead_and_deputy_a_manager_comes_next(grace):
    manager = worker(Role.FEEDING_LEAD, at=own(grace), name="Mina Rao")
    _, baby = a_baby(grace)
    record(grace, baby, 3100)
    assert NextStep.objects.get().owner_id == manager.membership_id


def test_the_place_names_whom_a_step_leads_to_and_the_lead_is_told(grace):
    feeding_lead = worker(Role.FEEDING_LEAD, at=own(grace), name="Mina Rao")
    midwife = worker(Role.MIDWIFE, at=own(grace), name="Grace Danso")
    family_id, baby = a_baby(grace)
    take_lead(by=grace, family_id=family_id)
    whom = Whom(membership_id=midwife.membership_id, what_to_do="Call the ward")
    change_route(by=feeding_lead, reason=Reason.LOSS, whom=whom, above_percent=Decimal(12))
    record(feeding_lead, baby, 3080)
    assert FeedingAlert.objects.get().owner_id == grace.membership_id  # 12 % exactly is not more than 12 %
    record(feeding_lead, baby, 3079, hours_ago=0)
    alert = FeedingAlert.objects.latest("pk")
    assert (alert.owner_id, alert.above_percent) == (midwife.membership_id, Decimal(12))
    assert NextStep.objects.latest("pk").what.endswith("Call the ward")
    assert Notice.objects.filter(membership_id=grace.membership_id, kind="feeding_sign").count() == 1


def test_a_named_person_whom_the_family_has_not_let_in_is_passed_over(grace):
    stranger = worker(Role.MIDWIFE)
    feeding_lead = worker(Role.FEEDING_LEAD)
    _, baby = a_baby(grace)
    change_route(
        by=feeding_lead,
        reason=Reason.LOSS,
        whom=Whom(membership_id=stranger.membership_id),
        above_percent=Decimal(10),
    )
    record(grace, baby, 3100)
    assert NextStep.objects.get().owner_id == grace.membership_id


def test_the_national_step_stays_and_no_local_one_lies_below_it():
    feeding_lead = worker(Role.FEEDING_LEAD)
    with pytest.raises(Refusal, match="national_step_stays"):
        remove_step(by=feeding_lead, above_percent=Decimal(10))
    for below in ("8", "9.99"):
        with pytest.raises(Refusal, match="step_not_above_national"):
            change_route(by=feeding_lead, reason=Reason.LOSS, whom=Whom(), above_percent=Decimal(below))
    with pytest.raises(Refusal, match="regained_by_out_of_range"):
        change_route(by=feeding_lead, reason=Reason.REGAIN, whom=Whom(), by_day=22)
    with pytest.raises(Forbidden):
        remove_step(by=worker(), above_percent=Decimal(12))


def test_not_back_at_the_birth_weight_is_one_question_while_it_is_open(grace):
    _, baby = a_baby(grace, days_old=22)
    assert record(grace, baby, 3450, hours_ago=25).led_on
    assert not record(grace, baby, 3460, hours_ago=1).led_on
    (step,) = NextStep.objects.all()
    assert step.what == "Ioan. Is not back at the birth weight: 3500 g then, 3450 g now"
    finish_step(by=grace, step_id=step.pk, outcome="Weighed again")
    assert record(grace, baby, 3470, hours_ago=0).led_on


def test_without_a_birth_weight_nothing_is_compared(grace):
    _, baby = a_baby(grace, grams=None)
    assert not record(grace, baby, 2500).led_on


def test_a_slip_of_the_finger_is_asked_about_and_then_taken(grace):
    _, baby = a_baby(grace)
    with pytest.raises(Refusal, match="confirm_weight") as asked:
        record(grace, baby, 2340, is_confirmed=False)
    assert asked.value.facts == {"before_g": 3500, "grams": 2340}
    assert not Weight.objects.exists()
    assert record(grace, baby, 2340).led_on


def test_sent_twice_it_is_one_weight_and_another_at_the_same_time_is_refused(grace):
    _, baby = a_baby(grace)
    assert record(grace, baby, 3149) == record(grace, baby, 3149)
    assert (Weight.objects.count(), FeedingAlert.objects.count()) == (1, 1)
    with pytest.raises(Refusal, match="weighed_then_already"):
        record(grace, baby, 3200)


def test_a_correction_is_a_new_row_and_whoever_was_led_to_is_told(grace):
    family_id, baby = a_baby(grace)
    lead = worker(at=own(grace), name="Rose Lee")
    take_lead(by=lead, family_id=family_id)
    wrong = record(grace, baby, 3040)
    done = correct_weight(by=grace, weight_id=wrong.weight_id, weighing=weighed(3400))
    again = correct_weight(by=grace, weight_id=wrong.weight_id, weighing=weighed(3400))
    assert (done, done.led_on) == (again, False)
    rows = feeding_of_baby(grace, family_id, baby).weights
    assert sorted((row.grams, row.is_current) for row in rows) == [(3040, False), (3400, True)]
    assert NextStep.objects.get().ended_at is None  # a person ends it, not the software
    assert Notice.objects.filter(membership_id=lead.membership_id, kind="weight_corrected").count() == 1
    with pytest.raises(Refusal, match="weight_corrected_already"):
        correct_weight(by=grace, weight_id=wrong.weight_id, weighing=weighed(3410))


def test_a_weight_of_the_other_twin_is_taken_back(grace):
    family_id = a_family_with_babies(own(grace), names=("Ioan", "Maria"))
    one, other = babies_of(family_id)
    done = record(grace, one, 3100)
    for _ in range(2):
        take_back_weight(by=grace, weight_id=done.weight_id)
    record(grace, other, 3100)
    assert [row.is_taken_back for row in feeding_of_baby(grace, family_id, one).weights] == [True]
    assert [row.is_current for row in feeding_of_baby(grace, family_id, other).weights] == [True]


def test_nobody_weighs_beyond_her_role_or_reach(grace):
    _, baby = a_baby(grace)
    done = record(grace, baby, 3300)
    with pytest.raises(NotFound):
        record(worker(), baby, 3300)
    with pytest.raises(NotFound):
        correct_weight(by=worker(), weight_id=done.weight_id, weighing=weighed(3310))
    for somebody in (worker(Role.PEER_SUPPORTER, at=own(grace)), ANONYMOUS):
        with pytest.raises(Forbidden):
            record(somebody, baby, 3300)


def test_the_audit_says_that_it_was_led_on_and_no_numbers(grace):
    _, baby = a_baby(grace)
    record(grace, baby, 3149)
    written = AuditEntry.objects.filter(action__startswith="feeding.")
    assert "feeding.feeding_led_on" in written.values_list("action", flat=True)
    assert not [entry for entry in written if "3149" in str(entry.facts)]


@pytest.mark.parametrize(
    "wrong", [{"grams": 34}, {"where": "moon"}, {"taken_back": True}], ids=["grams", "where", "taken back and current"]
)
def test_the_database_refuses_a_weight_that_cannot_be(grace, wrong):
    _, baby = a_baby(grace)
    now = kernel_clock.now()
    row = {"grams": 3400, "where": Where.HOME, "weighed_at": now, "recorded_at": now}
    row |= {"taken_back_at": now} if wrong.pop("taken_back", False) else wrong
    with pytest.raises(IntegrityError), transaction.atomic():
        Weight.objects.create(baby_id=baby, **row)


@pytest.mark.django_db(transaction=True)
def test_two_weights_for_one_moment_leave_one_that_counts():
    grace = worker()
    _, baby = a_baby(grace)
    at = weighed(3300)
    found = at_the_same_moment(
        *[
            lambda grams=grams: record_weight(
                by=grace, baby_id=baby, weighing=weight_actions.Weighing(grams, at.weighed_at, at.where)
            )
            for grams in (3300, 3310, 3320)
        ]
    )
    assert found.count("Refusal") == 2
    assert Weight.objects.current().count() == 1


@pytest.mark.django_db(transaction=True)
def test_without_locking_the_family_the_database_still_refuses_the_second(monkeypatch):
    grace = worker()
    _, baby = a_baby(grace)
    at = weighed(3300)
    monkeypatch.setattr(weight_actions, "lock_family", lambda _: None)
    monkeypatch.setattr(weight_actions, "may_weigh", look_together(3, weight_actions.may_weigh))
    found = at_the_same_moment(
        *[
            lambda grams=grams: record_weight(
                by=grace, baby_id=baby, weighing=weight_actions.Weighing(grams, at.weighed_at, at.where)
            )
            for grams in (3300, 3310, 3320)
        ]
    )
    assert found.count("IntegrityError") == 2
    assert Weight.objects.current().count() == 1


def test_a_birth_weight_written_down_later_leads_the_last_weight_on_once(grace, run_jobs):
    family_id, baby = a_baby(grace, grams=None)
    assert not record(grace, baby, 3100).led_on
    for grams in (3400, 3500, 3600):
        change_birth(by=KITH, family_id=family_id, baby_id=baby, details=BirthDetails("Ioan", birth_weight_g=grams))
        run_jobs()
    alert = FeedingAlert.objects.get()
    assert (alert.reason, alert.owner_id) == ("loss", grace.membership_id)


def test_a_system_without_anybody_beside_the_family_is_told_to_call(grace):
    family_id = a_family_with_babies()
    with pytest.raises(Refusal, match="nobody_to_lead_on_to"):
        record(KITH, babies_of(family_id)[0], 3100)
