"""What of a feeding record is refused, word for word, and the last thing that still can be."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from kith.feeding.rules import assessments, goals, plans, weights
from kith.feeding.rules import statuses as feeding
from kith.feeding.rules.assessments import Choice, FormContent, Mark, Question
from kith.feeding.rules.goals import Hope, HopedUntil
from kith.feeding.rules.statuses import Feeding, FirstFeed, Milestone, SkinToSkin
from kith.feeding.wording.refusals import REFUSALS
from kith.kernel.refusal import Refusal

TODAY = date(2026, 3, 10)
NOW = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
DAY, MOMENT = timedelta(days=1), timedelta(seconds=1)

YES, NO = Choice("yes", {"en": "Yes"}, Mark.URGENT), Choice("no", {"en": "No"})
FEVER = Question("fever", {"en": "A fever?"}, (YES, NO))
FORM = FormContent({"en": "How feeding goes"}, "A leaflet", "The lead", (FEVER,))


def answers(**given):
    return lambda: assessments.check_answers((FEVER,), given)


def publication(**changed):
    return lambda: assessments.check_publication(replace(FORM, **changed))


def question(**changed):
    return lambda: assessments.check_question(replace(FEVER, **changed))


FORMS = [
    (answers(fever=("no",)), None),
    (answers(cough=("no",)), Refusal("answer_not_on_form", question="cough")),
    (answers(fever=("perhaps",)), Refusal("answer_not_on_form", question="fever")),
    (answers(fever=("yes", "no")), Refusal("one_answer_only", question="fever")),
    (answers(fever=()), Refusal("nothing_answered")),
    (publication(), None),
    (publication(title={"ro": "Cum merge"}), Refusal("form_needs_a_title")),
    (publication(source=" "), Refusal("form_needs_source_and_owner")),
    (publication(owner=" "), Refusal("form_needs_source_and_owner")),
    (publication(questions=()), Refusal("form_needs_questions")),
    (publication(questions=(FEVER, replace(FEVER, text={}))), Refusal("question_needs_words", number=2)),
    (publication(questions=(FEVER, replace(FEVER, choices=(YES,)))), Refusal("question_needs_choices", number=2)),
    (
        publication(questions=(replace(FEVER, choices=(YES, Choice("no", {"ro": "Nu"}))),)),
        Refusal("choice_needs_words", number=1),
    ),
    (publication(questions=(replace(FEVER, choices=(NO, NO)),)), Refusal("form_leads_to_nobody")),
    (question(from_day=0, until_day=730), None),
    (question(from_day=5, until_day=5), None),
    (question(from_day=-1), Refusal("ages_out_of_order", oldest=730)),
    (question(until_day=731), Refusal("ages_out_of_order", oldest=730)),
    (question(from_day=6, until_day=5), Refusal("ages_out_of_order", oldest=730)),
    (question(choices=(YES,) * assessments.MOST_CHOICES), None),
    (
        question(choices=(YES,) * (assessments.MOST_CHOICES + 1)),
        Refusal("too_many_choices", most=assessments.MOST_CHOICES),
    ),
]


def asked(milestone, after_days, *, born_on=TODAY - timedelta(days=400)):
    asked_on = born_on + timedelta(days=after_days)
    return lambda: feeding.may_record(milestone, born_on=born_on, asked_on=asked_on, today=TODAY)


def first_feed(milestone, status, told=None, skin=None):
    return lambda: feeding.check_first_feed(milestone, status, told, skin)


BORN = TODAY - timedelta(days=400)
A_FEED = next(feed for feed in FirstFeed if feed.status is not Feeding.UNKNOWN)
FEEDING = [
    (asked(Milestone.FIRST_FEED, 401), Refusal("asked_in_future", today=TODAY)),
    *((asked(milestone, window.opens), None) for milestone, window in feeding.WINDOWS.items()),
    *((asked(milestone, window.closes), None) for milestone, window in feeding.WINDOWS.items()),
    (asked(Milestone.DAYS_10_14, 9), Refusal("window_not_open", opens_on=BORN + timedelta(days=10))),
    (asked(Milestone.WEEKS_6_8, 41), Refusal("window_not_open", opens_on=BORN + timedelta(days=42))),
    (asked(Milestone.MONTHS_6, 167), Refusal("window_not_open", opens_on=BORN + timedelta(days=168))),
    (asked(Milestone.FIRST_FEED, 42), Refusal("window_closed", closed_on=BORN + timedelta(days=41))),
    (asked(Milestone.DISCHARGE, 42), Refusal("window_closed", closed_on=BORN + timedelta(days=41))),
    (asked(Milestone.DAYS_10_14, 42), Refusal("window_closed", closed_on=BORN + timedelta(days=41))),
    (asked(Milestone.WEEKS_6_8, 168), Refusal("window_closed", closed_on=BORN + timedelta(days=167))),
    (asked(Milestone.MONTHS_6, 365), Refusal("window_closed", closed_on=BORN + timedelta(days=364))),
    (first_feed(Milestone.WEEKS_6_8, A_FEED.status), None),
    (first_feed(Milestone.WEEKS_6_8, A_FEED.status, A_FEED), Refusal("not_the_first_feed")),
    (first_feed(Milestone.WEEKS_6_8, A_FEED.status, None, SkinToSkin.YES), Refusal("not_the_first_feed")),
    (first_feed(Milestone.FIRST_FEED, A_FEED.status, A_FEED), None),
    (first_feed(Milestone.FIRST_FEED, A_FEED.status), Refusal("first_feed_contradicts")),
    (first_feed(Milestone.FIRST_FEED, Feeding.UNKNOWN), None),
]


def ended(stopped_on, asked_on=TODAY):
    return lambda: goals.check_end(stopped_on=stopped_on, asked_on=asked_on, born_on=BORN, today=TODAY)


HOPED = next(hope for hope in Hope if hope not in {Hope.UNDECIDED, Hope.FORMULA})
GOALS = [
    (lambda: goals.check_goal(HOPED, None, ""), Refusal("until_missing")),
    (lambda: goals.check_goal(HOPED, HopedUntil.YEAR, "x" * 500), None),
    (lambda: goals.check_goal(Hope.UNDECIDED, None, ""), None),
    (lambda: goals.check_goal(Hope.FORMULA, None, ""), None),
    (lambda: goals.check_goal(HOPED, HopedUntil.YEAR, "x" * 501), Refusal("goal_too_long", longest=500)),
    (ended(None), None),
    (ended(None, TODAY + DAY), Refusal("asked_in_future")),
    (ended(None, BORN), None),
    (ended(None, BORN - DAY), Refusal("asked_before_birth", born_on=BORN)),
    (ended(BORN), None),
    (ended(TODAY), None),
    (ended(BORN - DAY), Refusal("stopped_out_of_range", born_on=BORN)),
    (ended(TODAY, TODAY - DAY), Refusal("stopped_out_of_range", born_on=BORN)),
]


def weighed(grams=3500, *, at=NOW, day=TODAY):
    return lambda: weights.may_weigh(grams, weighed_at=at, born_on=TODAY, now=NOW, day=day)


BOUNDS = {"lightest": 200, "heaviest": 40_000}
NOT_BETWEEN = Refusal("regained_by_out_of_range", earliest=10, latest=21)
WEIGHTS = [
    (weighed(), None),
    (weighed(200), None),
    (weighed(40_000), None),
    (weighed(199), Refusal("not_in_grams", grams=199, **BOUNDS)),
    (weighed(40_001), Refusal("not_in_grams", grams=40_001, **BOUNDS)),
    (weighed(at=NOW + MOMENT), Refusal("weighed_in_future")),
    (weighed(day=TODAY - DAY), Refusal("weighed_before_birth", born_on=TODAY)),
    (lambda: weights.check_step(Decimal("10.5")), None),
    (lambda: weights.check_step(Decimal(25)), None),
    (lambda: weights.check_step(Decimal(10)), Refusal("step_not_above_national", national=Decimal(10))),
    (lambda: weights.check_step(Decimal("25.5")), Refusal("step_too_high", highest=Decimal(25))),
    (lambda: weights.check_regained_by(10), None),
    (lambda: weights.check_regained_by(21), None),
    (lambda: weights.check_regained_by(9), NOT_BETWEEN),
    (lambda: weights.check_regained_by(22), NOT_BETWEEN),
]


def plan(agreed="Try lying back", in_days=0):
    return lambda: plans.check_plan(agreed=agreed, review_on=TODAY + in_days * DAY, today=TODAY)


PLANS = [
    (plan(), None),
    (plan(in_days=92), None),
    (plan(" "), Refusal("plan_empty")),
    (plan(in_days=-1), Refusal("plan_review_in_past")),
    (plan(in_days=93), Refusal("plan_review_too_far", latest=TODAY + timedelta(days=92))),
]


@pytest.mark.parametrize(("asked", "refusal"), [*FORMS, *FEEDING, *GOALS, *WEIGHTS, *PLANS])
def test_each_is_refused_by_exactly_these_words(asked, refusal):
    assert asked() == refusal


WITH_FACTS = [
    (Refusal("confirm_weight", before_g=3500, grams=2340), "Check the weight: the one before it was 3,500 g"),
    (
        Refusal("weighed_then_already", grams=3149),
        "A weight of 3,149 g is written down for this time already; correct that one",
    ),
    (Refusal("weighed_before_birth", born_on=TODAY), "The baby was born on 10 March 2026; enter a day from then on"),
    (Refusal("window_not_open", opens_on=TODAY), "This can be asked from 10 March 2026 on"),
    (Refusal("question_needs_choices", number=2), "Question 2 needs at least two answers"),
    (NOT_BETWEEN, "Enter a day from 10 to 21"),
]


@pytest.mark.parametrize(("refusal", "expected"), WITH_FACTS)
def test_the_words_name_the_facts(refusal, expected):
    assert REFUSALS[refusal.code].words(refusal) == expected


def test_the_words_of_all_that_the_rules_refuse_find_their_facts():
    for refusal in (refusal for _, refusal in [*FORMS, *FEEDING, *GOALS, *WEIGHTS, *PLANS] if refusal):
        if refusal.code in REFUSALS and callable(words := REFUSALS[refusal.code].words):
            assert "%" not in words(refusal)
