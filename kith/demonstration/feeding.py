"""What the invented parents hope for, what their babies weigh, and a few whole feeding records to look at."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import numpy as np

from kith.demonstration.loading import load
from kith.families.rules.entries import NewBaby, NewFamily
from kith.feeding.actions.assessment_forms import publish_draft
from kith.feeding.actions.assessments import record_assessment
from kith.feeding.actions.goals import Goal
from kith.feeding.actions.past import NewGoal, NewWeight
from kith.feeding.actions.plans import Plan, agree_plan
from kith.feeding.actions.routes import Whom, change_route
from kith.feeding.actions.weights import Weighing, record_weight
from kith.feeding.queries.assessments import assessing
from kith.feeding.rules.goals import Hope, HopedUntil
from kith.feeding.rules.statuses import Source
from kith.feeding.rules.weights import Reason, Where
from kith.kernel import clock, ids
from kith.kernel.clock import LONDON
from kith.kernel.ids import AccountId, MembershipId
from kith.organisations.queries.people import viewer_for
from kith.organisations.rules import Role
from kith.platform.access.viewer import Actor
from kith.platform.sign_in.models import Account

STARTER_FORM = "how-feeding-goes"
SHARE_ASKED = 0.62
HOPES = (
    (0.42, Hope.BREAST, HopedUntil.MONTHS_6),
    (0.20, Hope.BREAST, HopedUntil.AS_WE_LIKE),
    (0.16, Hope.MIXED, HopedUntil.MONTHS_3),
    (0.05, Hope.EXPRESSED, HopedUntil.WEEKS_6),
    (0.10, Hope.FORMULA, None),
    (0.07, Hope.UNDECIDED, None),
)
WORDS = {
    Hope.BREAST: "I would like to breastfeed until I go back to work.",
    Hope.MIXED: "The bottle at night, so that we both sleep.",
    Hope.FORMULA: "Bottles from the start, and lots of cuddles.",
}
AGREED = "Feed whenever the baby shows hunger, day and night.\nHold skin to skin before feeds.\nCall us at any time."
EARLIEST_LOW = timedelta(days=4)
# Shares of the birth weight kept at 3, 5 and 12 days: what the demonstration's own families saw on the scales.
USUAL = ((3, 0.945), (5, 0.955), (12, 1.02))


def goal_of(family: NewFamily, rng: np.random.Generator) -> Iterator[NewGoal]:
    """What the family's parent hopes for: six in ten have been asked, one in four of them said it in her own words."""
    asked, which, in_words = rng.random(3).tolist()
    if asked > SHARE_ASKED or family.registered_at is None:
        return
    hope, until = _drawn(which)
    words = WORDS.get(hope, "") if in_words < 0.25 and family.parents[0].speaks == "en" else ""
    goal = Goal(hope, until, words, family.parents[0].speaks, Source.IN_PERSON if asked < 0.5 else Source.PHONE)
    yield NewGoal(family.id, goal, family.registered_at)


def _drawn(luck: float) -> tuple[Hope, HopedUntil | None]:
    for share, hope, until in HOPES:
        luck -= share
        if luck < 0:
            return hope, until
    return Hope.UNDECIDED, None


def weigh(families: Iterable[NewFamily], visitor: MembershipId, *, by: Actor) -> int:
    """Load the usual weights of the babies in the care of the demonstration's health visitor."""
    rows = [row for family in families for baby in family.babies for row in _weights(baby, visitor)]
    return load(by=by, entries=rows)[NewWeight]


def _weights(baby: NewBaby, visitor: MembershipId) -> Iterator[NewWeight]:
    for days, share in USUAL:
        at = datetime.combine(baby.born_on + timedelta(days=days), time(11), LONDON)
        if baby.birth_weight_g and at < clock.now():
            grams = round(baby.birth_weight_g * share / 10) * 10
            yield NewWeight(baby.id, Weighing(grams, at, Where.HOME if days > 3 else Where.HOSPITAL), visitor)


def tell_whole_stories(families: Iterable[NewFamily], accounts: Mapping[str, AccountId]) -> None:
    """One form in use; the youngest baby just above the threshold and led on; an assessment and a plan for another."""
    health_visitor, feeding_lead = _viewer(accounts[Role.HEALTH_VISITOR]), _viewer(accounts[Role.FEEDING_LEAD])
    publish_draft(by=feeding_lead, key=STARTER_FORM)
    ladder = Whom(what_to_do="Call the doctor on call for newborn babies")
    change_route(by=feeding_lead, reason=Reason.LOSS, whom=ladder, above_percent=Decimal(12))
    latest = clock.today() - EARLIEST_LOW
    youngest = sorted(
        (
            each
            for each in families
            if each.babies and each.babies[0].birth_weight_g and each.babies[0].born_on <= latest
        ),
        key=_born_on,
        reverse=True,
    )
    if len(youngest) < 2:
        return
    _weigh_low(health_visitor, youngest[0].babies[0])
    _assess_and_agree(health_visitor, youngest[1])


def _born_on(family: NewFamily) -> date:
    return family.babies[0].born_on


def _viewer(account_id: AccountId) -> Actor:
    """A worker of the demonstration, as they sign in."""
    viewer = viewer_for(Account.objects.get(pk=account_id))
    if viewer is None:
        raise LookupError(f"account {account_id} is not at work in the demonstration")
    return viewer


def _weigh_low(by: Actor, baby: NewBaby) -> None:
    """Record a gram or so more than 10 % lost: it is a worker's next step."""
    assert baby.birth_weight_g  # chosen for it
    at = clock.now() - timedelta(hours=2)
    weighing = Weighing(baby.birth_weight_g * 9 // 10 - 5, at.replace(second=0, microsecond=0), Where.HOME)
    record_weight(by=by, baby_id=baby.id, weighing=weighing, is_confirmed=True)


def _assess_and_agree(by: Actor, family: NewFamily) -> None:
    baby, mother = family.babies[0], family.parents[0]
    asked = assessing(by, family.id, baby.id, STARTER_FORM)
    record_assessment(
        by=by,
        baby_id=baby.id,
        version_id=asked.version_id,
        answers={question.key: [question.choices[0].key] for question in asked.questions},
        note="",
        request_key=ids.new_uuid(),
    )
    plan = Plan(
        agreed=AGREED,
        agreed_in_her_words="",
        language=mother.reads,
        agreed_with=f"{mother.given_name} {mother.family_name}",
        review_on=clock.today() + timedelta(days=5),
    )
    agree_plan(by=by, baby_id=baby.id, plan=plan)
