"""What of a handover, a deputy or an absence is refused, word for word, and the last thing that still can be."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kith.caseloads.rules import handover
from kith.caseloads.rules.handover import HandoverFacts
from kith.kernel.refusal import Refusal

TODAY = date(2026, 3, 10)
DAY = timedelta(days=1)
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


@pytest.mark.parametrize(("asked", "refusal"), [*HANDOVERS])
def test_each_is_refused_by_exactly_these_words(asked, refusal):
    assert asked() == refusal
