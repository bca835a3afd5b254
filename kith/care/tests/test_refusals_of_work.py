"""What cannot be done for a family, word for word, and the last thing that still can."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kith.care.rules import handover, plans, programmes, referrals, safety
from kith.care.rules.handover import HandoverFacts
from kith.care.rules.programmes import Communities
from kith.care.rules.referrals import Move, Party, ReferralFacts, ReferralReason, ReferralState
from kith.care.rules.safety import Precaution
from kith.kernel.refusal import Refusal
from kith.tasks.rules import next_steps
from kith.tasks.rules.next_steps import StepFacts

TODAY = date(2026, 3, 10)
NOW = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
DAY, HOUR, MOMENT = timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)
ANA, BEA, CLEO = 1, 2, 3


def proposed(*, lead=ANA, to=BEA, by=ANA, is_manager=False, has_open=False):
    return lambda: handover.may_propose(lead=lead, to=to, by=by, is_manager=is_manager, has_open=has_open)


def deputy(*, lead=ANA, named=BEA, by=ANA, is_manager=False, may_stand=True):
    return lambda: handover.may_name_deputy(lead=lead, deputy=named, by=by, is_manager=is_manager, may_stand=may_stand)


ASKED = HandoverFacts(from_membership=ANA, to_membership=BEA, to_team=7, accepted_by=None, is_open=True)


def answered(by, teams=(), **changed):
    return lambda: handover.may_answer(replace(ASKED, **changed), by=by, teams=teams)


def introduced(by, **changed):
    return lambda: handover.may_introduce(replace(ASKED, **{"accepted_by": BEA} | changed), by=by)


def away(from_day, until_day):
    days = {"from_on": TODAY + from_day * DAY, "until_on": TODAY + until_day * DAY}
    return lambda: handover.may_be_absent(**days, today=TODAY)


HANDOVERS = [
    (proposed(), None),
    (proposed(has_open=True), Refusal("handover_open")),
    (proposed(to=ANA), Refusal("leads_already")),
    (proposed(by=CLEO), Refusal("not_yours_to_hand_over")),
    (proposed(by=CLEO, is_manager=True), None),
    (proposed(lead=None, to=None, by=CLEO), None),
    (deputy(), None),
    (deputy(named=None), None),
    (deputy(lead=None, is_manager=True), Refusal("nobody_leads")),
    (deputy(by=CLEO), Refusal("not_yours_to_hand_over")),
    (deputy(by=CLEO, is_manager=True), None),
    (deputy(named=ANA), Refusal("leads_already")),
    (deputy(may_stand=False), Refusal("cannot_lead_this_family")),
    (answered(BEA), None),
    (answered(CLEO, teams=[7]), None),
    (answered(CLEO, teams=[8]), Refusal("handover_for_another")),
    (answered(None, teams=[7]), Refusal("handover_for_another")),
    (answered(BEA, is_open=False), Refusal("handover_closed")),
    (answered(BEA, accepted_by=CLEO), Refusal("handover_accepted", by=CLEO)),
    (introduced(BEA), None),
    (introduced(ANA), None),
    (introduced(CLEO), Refusal("handover_for_another")),
    (introduced(BEA, is_open=False), Refusal("handover_closed")),
    (introduced(BEA, accepted_by=None), Refusal("handover_not_accepted")),
    (away(0, 0), None),
    (away(2, 1), Refusal("absence_ends_before_it_begins")),
    (away(-3, -1), Refusal("absence_over")),
]


def step(what="Ring her", *, in_days=1, works=True, may_open=True):
    due_on = TODAY + in_days * DAY
    return lambda: next_steps.may_add_step(what, due_on=due_on, today=TODAY, owner_works=works, owner_may_open=may_open)


def handed_on(*, is_open=True, same=False, works=True, may_open=True):
    facts = StepFacts(is_open, TODAY)
    return lambda: next_steps.may_hand_on(facts, is_same_owner=same, owner_works=works, owner_may_open=may_open)


STEPS = [
    (step(in_days=0), None),
    (step(in_days=730), None),
    (step("x" * 200), None),
    (step(" "), Refusal("step_says_nothing")),
    (step("x" * 201), Refusal("step_too_long", most=200)),
    (step(in_days=-1), Refusal("step_due_in_past")),
    (step(in_days=731), Refusal("step_due_too_far")),
    (step(works=False), Refusal("owner_has_left")),
    (step(may_open=False), Refusal("owner_may_not_open")),
    (handed_on(), None),
    (handed_on(is_open=False), Refusal("step_is_over")),
    (handed_on(same=True), Refusal("step_is_hers_already")),
    (handed_on(works=False), Refusal("owner_has_left")),
    (handed_on(may_open=False), Refusal("owner_may_not_open")),
]


def plan(agreed="Try lying back", in_days=0):
    return lambda: plans.check_plan(agreed=agreed, review_on=TODAY + in_days * DAY, today=TODAY)


def programme(name="Together", before=True, after=False, **communities):
    of = Communities(**communities)
    return lambda: programmes.check_programme(name, of, before_birth=before, after_birth=after)


FITS = {"is_over": False, "may_open": True, "works_in_it": True, "before": True, "after": False}


def enrolled(*, is_expecting=True, has_baby=False, **changed):
    return lambda: programmes.may_enrol(is_expecting=is_expecting, has_baby=has_baby, **FITS | changed)


PLANS = [
    (plan(), None),
    (plan(in_days=92), None),
    (plan(" "), Refusal("plan_empty")),
    (plan(in_days=-1), Refusal("review_in_past")),
    (plan(in_days=93), Refusal("review_too_far", latest=TODAY + timedelta(days=92))),
    (programme(languages=("ro",)), None),
    (programme(ethnicities=("N",), before=False, after=True), None),
    (programme(" ", languages=("ro",)), Refusal("programme_without_name")),
    (programme(wards=("W1",)), Refusal("programme_without_community")),
    (programme(languages=("ro",), before=False), Refusal("programme_without_time")),
    (enrolled(), None),
    (enrolled(before=False, after=True, is_expecting=False, has_baby=True), None),
    (enrolled(is_over=True), Refusal("programme_over")),
    (enrolled(works_in_it=False), Refusal("not_a_worker_of_it")),
    (enrolled(may_open=False), Refusal("enrolment_needs_consent")),
    (enrolled(is_expecting=False, has_baby=True), Refusal("programme_for_another_time")),
    (enrolled(before=False, after=True), Refusal("programme_for_another_time")),
]

BOTH = frozenset({Party.REFERRER, Party.RECEIVER})


def moved(state, to, *, facts=None, parties=BOTH, **said):
    before = ReferralFacts(state, **(facts or {}))
    return lambda: referrals.may_move(before, Move(to, **said), parties=parties, today=TODAY)


IN_90_DAYS = TODAY + timedelta(days=90)
WAIT = {"reason": ReferralReason.PARENT_ASKED}
REFERRALS = [
    (
        moved(ReferralState.DONE, ReferralState.SENT),
        Refusal("referral_closed", state=ReferralState.DONE),
    ),
    (
        moved(ReferralState.SENT, ReferralState.DONE, reason=ReferralReason.HELPED),
        Refusal("referral_not_from_here", state=ReferralState.SENT),
    ),
    (
        moved(ReferralState.SENT, ReferralState.RECEIVED, parties=frozenset()),
        Refusal("referral_not_from_here", state=ReferralState.SENT),
    ),
    (moved(ReferralState.SENT, ReferralState.WITHDRAWN), Refusal("referral_reason_missing")),
    (
        moved(ReferralState.SENT, ReferralState.WITHDRAWN, reason=ReferralReason.HELPED),
        Refusal("referral_reason_missing"),
    ),
    (moved(ReferralState.SENT, ReferralState.WITHDRAWN, reason=ReferralReason.PARENT_CHOSE), None),
    (
        moved(ReferralState.ACCEPTED, ReferralState.WAITING, **WAIT),
        Refusal("referral_wait_needs_a_day", latest=IN_90_DAYS),
    ),
    (
        moved(ReferralState.ACCEPTED, ReferralState.WAITING, until_on=TODAY, **WAIT),
        Refusal("referral_wait_needs_a_day", latest=IN_90_DAYS),
    ),
    (
        moved(ReferralState.ACCEPTED, ReferralState.WAITING, until_on=IN_90_DAYS + DAY, **WAIT),
        Refusal("referral_wait_needs_a_day", latest=IN_90_DAYS),
    ),
    (moved(ReferralState.ACCEPTED, ReferralState.WAITING, until_on=IN_90_DAYS, **WAIT), None),
    (moved(ReferralState.TRIED, ReferralState.NO_CONTACT, facts={"tries": 3}), None),
    (
        moved(ReferralState.TRIED, ReferralState.NO_CONTACT, facts={"tries": 1, "tries_before_return": 4}),
        Refusal("referral_try_again", left=3),
    ),
]


def out(where="Station road", *, back=HOUR, buddy=True):
    return lambda: safety.may_set_out(where, back_at=NOW + back, now=NOW, buddy_works=buddy)


def minded(*precautions, in_days=1):
    of = frozenset(precautions)
    return lambda: safety.may_note_precautions(of, review_on=TODAY + in_days * DAY, today=TODAY)


SAFETY = [
    (out(), None),
    (out(back=MOMENT), None),
    (out(back=12 * HOUR), None),
    (out(" "), Refusal("where_missing")),
    (out(back=0 * HOUR), Refusal("back_in_past")),
    (out(back=12 * HOUR + MOMENT), Refusal("back_too_late")),
    (out(buddy=False), Refusal("nobody_to_alert")),
    (minded(Precaution.IN_PAIRS), None),
    (minded(Precaution.IN_PAIRS, in_days=366), None),
    (minded(), Refusal("no_precaution")),
    (minded(Precaution.IN_PAIRS, in_days=0), Refusal("review_in_past")),
    (minded(Precaution.IN_PAIRS, in_days=367), Refusal("review_too_far")),
]


@pytest.mark.parametrize(("asked", "refusal"), [*HANDOVERS, *STEPS, *PLANS, *REFERRALS, *SAFETY])
def test_steps_of_work_are_refused_by_exactly_these_words(asked, refusal):
    assert asked() == refusal
