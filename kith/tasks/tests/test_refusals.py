"""What of a next step is refused, word for word, and the last thing that still can be."""

from datetime import date, timedelta

import pytest

from kith.kernel.refusal import Refusal
from kith.tasks.rules import next_steps
from kith.tasks.rules.next_steps import StepFacts

TODAY = date(2026, 3, 10)
DAY = timedelta(days=1)


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


@pytest.mark.parametrize(("asked", "refusal"), [*STEPS])
def test_each_is_refused_by_exactly_these_words(asked, refusal):
    assert asked() == refusal
