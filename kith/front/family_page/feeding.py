"""Feeding beside the milestones: what she hopes for, what has led to a person, the last weights and plans."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.families.queries.page import BabyRow
from kith.feeding.queries.babies import AlertRow, FeedingRecord, GoalRow, PlanRow, WeightRow, feeding_of_family
from kith.feeding.wording.goals import HOPES, UNTIL
from kith.feeding.wording.weights import REASONS, compared_words, grams_words
from kith.front.family_page.opened import Opened
from kith.front.timeline import Moment
from kith.kernel.ids import BabyId
from kith.platform.access.permissions import Permission
from kith.platform.ui import formats


@dataclass(frozen=True)
class BabyLine:
    """One baby in a line: its last weight in words, and the plan that holds."""

    baby: BabyRow
    weight: WeightRow | None
    weight_words: str
    plan: PlanRow | None


@dataclass(frozen=True)
class Feeding:
    """What the section shows, and what stands in the timeline."""

    goal: GoalRow | None
    goal_words: str
    alerts: tuple[tuple[AlertRow, str], ...]
    babies: tuple[BabyLine, ...]
    may_record: bool
    record: FeedingRecord
    names: dict[BabyId, str]


def read(opened: Opened) -> Feeding:
    """The record of all babies of the family, in one look."""
    babies = opened.page.babies
    record = feeding_of_family(opened.viewer, opened.id, {baby.id: baby.birth_weight_g for baby in babies})
    goal = next((row for row in record.goals if row.is_current), None)
    return Feeding(
        goal=goal,
        goal_words=_goal_words(goal) if goal else "",
        alerts=tuple((row, str(REASONS[row.reason])) for row in record.alerts if row.is_open),
        babies=tuple(_line(baby, record) for baby in babies),
        may_record=opened.may(Permission.RECORD_FEEDING),
        record=record,
        names={baby.id: baby.name for baby in babies if len(babies) > 1},
    )


def moments(it: Feeding) -> Iterator[Moment]:
    """Goals, weights, assessments and plans, each at its time."""
    for goal in it.record.goals:
        yield Moment(goal.said_at, _("What she hopes for: %(goal)s") % {"goal": _goal_words(goal)}, ())
    for weight in it.record.weights:
        title = _("Weight: %(weight)s") % {"weight": _weight_words(weight, it.record)}
        yield Moment(weight.weighed_at, title, _name(it, weight.baby_id), is_corrected=not weight.is_current)
    for assessment in it.record.assessments:
        yield Moment(assessment.assessed_at, _("Feeding assessed"), _name(it, assessment.baby_id))
    for plan in it.record.plans:
        again = _("To be looked at again on %(day)s") % {"day": formats.date(plan.review_on, "medium")}
        yield Moment(plan.agreed_at, _("Feeding plan agreed"), (*_name(it, plan.baby_id), again))


def _name(it: Feeding, baby_id: BabyId) -> tuple[str, ...]:
    """The baby's name, where there are several."""
    name = it.names.get(baby_id)
    return (name,) if name else ()


def _goal_words(goal: GoalRow) -> str:
    hope = str(HOPES[goal.hope])
    return f"{hope}: {UNTIL[goal.until]}" if goal.until else hope


def _line(baby: BabyRow, record: FeedingRecord) -> BabyLine:
    weight = next((row for row in record.weights if row.baby_id == baby.id and row.is_current), None)
    plan = next((row for row in record.plans if row.baby_id == baby.id and row.is_current), None)
    return BabyLine(baby, weight, _weight_words(weight, record) if weight else "", plan)


def _weight_words(row: WeightRow, record: FeedingRecord) -> str:
    grams = grams_words(row.grams)
    if row.compared is None:
        return grams
    against = compared_words(row.compared, record.steps)
    return _("%(grams)s; compared with birth: %(difference)s") % {"grams": grams, "difference": against}
