"""Agreeing a feeding plan."""

from dataclasses import dataclass
from datetime import date

from kith.families.actions.locking import lock_family
from kith.families.queries.cards import family_of_baby
from kith.feeding.models.plans import FeedingPlan
from kith.feeding.rules.plans import check_plan
from kith.feeding.wording.alerts import review_words
from kith.kernel import clock
from kith.kernel.ids import BabyId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.tasks.actions.next_steps import add_next_step


@dataclass(frozen=True)
class Plan:
    """What was agreed, in English and in the parent's language, who with, and the day to look at it again."""

    agreed: str
    agreed_in_her_words: str
    language: str
    agreed_with: str
    review_on: date


@action
def agree_plan(*, by: Actor, baby_id: BabyId, plan: Plan) -> int:
    """Write the plan down; to look at it again is the next step of the worker who agreed it. Sent twice it is one."""
    access.require(by, Permission.RECORD_FEEDING)
    baby = family_of_baby(by, baby_id)
    lock_family(baby.family_id)
    if by.membership_id is None:
        raise Refusal("plan_needs_a_membership")
    if refusal := check_plan(agreed=plan.agreed, review_on=plan.review_on, today=clock.today()):
        raise refusal
    row = FeedingPlan(baby_id=baby_id, **vars(plan), agreed_at=clock.now(), membership_id=by.membership_id)
    before = row.before()
    if before and before.is_same(row):
        return before.pk
    what, due_on, owner = review_words(baby.name), plan.review_on, by.membership_id
    row.next_step_id = add_next_step(by=by, family_id=baby.family_id, what=what, due_on=due_on, owner=owner)
    row.replace(before)
    audit.record(by, "feeding.plan_agreed", row, family_id=baby.family_id)
    return row.pk
