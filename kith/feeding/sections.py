"""What feeding brings to shared pages: milestones, goals, weights and plans, and the babies to ask about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.families.context import FamilyContext, Moment, Section
from kith.families.queries.page import BabyRow, PregnancyRow
from kith.feeding.milestones import MilestoneLine, milestones_of
from kith.feeding.queries.babies import (
    AlertRow,
    FeedingRecord,
    GoalRow,
    PlanRow,
    WeightRow,
    feeding_of_family,
    goals_of,
    plans_of,
)
from kith.feeding.queries.due import DueRow, due_feeding
from kith.feeding.queries.statuses import FeedingRow, answers_of
from kith.feeding.rules.statuses import Source
from kith.feeding.wording.first_feed import status_name
from kith.feeding.wording.goals import HOPES, SOURCES, UNTIL
from kith.feeding.wording.statuses import MILESTONES
from kith.feeding.wording.weights import REASONS, compared_words, grams_words
from kith.kernel.ids import BabyId
from kith.kernel.listed import Listed
from kith.platform.access.permissions import Permission
from kith.platform.ui import formats
from kith.platform.ui.sections import DayContext, DayList

NEWBORN = timedelta(days=28)


@dataclass(frozen=True)
class Babies:
    """What the section shows, and the answers that stand in the timeline."""

    pregnancy: PregnancyRow | None
    babies: tuple[tuple[BabyRow, str, list[MilestoneLine]], ...]
    answers: tuple[FeedingRow, ...]
    names: dict[BabyId, str]
    may_record: bool
    may_register: bool
    may_add_another: bool


def _babies(context: FamilyContext) -> Babies:
    """Each living baby with its age and its milestones, and the pregnancy while it lasts."""
    page, pregnancy = context.page, context.page.pregnancy
    answers = answers_of(context.viewer, context.id, [baby.id for baby in page.babies])
    is_expecting, may_register = bool(pregnancy and not pregnancy.ended_on), context.may(Permission.REGISTER_FAMILY)
    return Babies(
        pregnancy=pregnancy if is_expecting else None,
        babies=tuple(
            (baby, formats.age(baby.born_on, context.today), milestones_of(baby, answers, context.today))
            for baby in page.babies
            if not baby.has_died
        ),
        answers=answers.rows,
        names={baby.id: baby.name for baby in page.babies},
        may_record=context.may(Permission.RECORD_FEEDING),
        may_register=may_register,
        may_add_another=may_register and not is_expecting and _has_newborn(context),
    )


def _has_newborn(context: FamilyContext) -> bool:
    """Whether a twin may still be to be written down: the first birth has ended the pregnancy, and with it its link."""
    return any(not baby.has_died and context.today - baby.born_on < NEWBORN for baby in context.page.babies)


def _answer_moments(it: Babies) -> Iterator[Moment]:
    """The answers on feeding, by baby where there are several."""
    names = it.names
    for row in it.answers:
        yield _answer(row, names)


def _answer(row: FeedingRow, names: dict[BabyId, str]) -> Moment:
    lines = [gettext("Asked on %(day)s") % {"day": formats.date(row.asked_on, "medium")}]
    if row.source is not Source.UNSTATED:
        lines.append(str(SOURCES[row.source]))
    if row.by:
        lines.append(gettext("Recorded by %(name)s") % {"name": row.by.name})
    if len(names) > 1 and (name := names.get(row.baby_id)):
        lines.insert(0, name)
    title = f"{MILESTONES[row.milestone]}: {status_name(row.milestone, row.status)}"
    return Moment(row.recorded_at, title, tuple(lines), is_corrected=not row.is_current)


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


def _feeding(context: FamilyContext) -> Feeding:
    """The record of all babies of the family, in one look."""
    babies = context.page.babies
    record = feeding_of_family(context.viewer, context.id, {baby.id: baby.birth_weight_g for baby in babies})
    goal = next((row for row in record.goals if row.is_current), None)
    return Feeding(
        goal=goal,
        goal_words=_goal_words(goal) if goal else "",
        alerts=tuple((row, str(REASONS[row.reason])) for row in record.alerts if row.is_open),
        babies=tuple(_line(baby, record) for baby in babies),
        may_record=context.may(Permission.RECORD_FEEDING),
        record=record,
        names={baby.id: baby.name for baby in babies if len(babies) > 1},
    )


def _feeding_moments(it: Feeding) -> Iterator[Moment]:
    """Goals, weights, assessments and plans, each at its time."""
    for goal in it.record.goals:
        yield Moment(goal.said_at, gettext("What she hopes for: %(goal)s") % {"goal": _goal_words(goal)}, ())
    for weight in it.record.weights:
        title = gettext("Weight: %(weight)s") % {"weight": _weight_words(weight, it.record)}
        yield Moment(weight.weighed_at, title, _name(it, weight.baby_id), is_corrected=not weight.is_current)
    for assessment in it.record.assessments:
        yield Moment(assessment.assessed_at, gettext("Feeding assessed"), _name(it, assessment.baby_id))
    for plan in it.record.plans:
        again = gettext("To be looked at again on %(day)s") % {"day": formats.date(plan.review_on, "medium")}
        yield Moment(plan.agreed_at, gettext("Feeding plan agreed"), (*_name(it, plan.baby_id), again))


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
    return gettext("%(grams)s; compared with birth: %(difference)s") % {"grams": grams, "difference": against}


@dataclass(frozen=True)
class MyBaby:
    """What people at work wrote down of one baby: weights in words, and how it was fed, each with its day."""

    name: str
    weights: tuple[tuple[datetime, str], ...]
    answers: tuple[tuple[date, str], ...]


@dataclass(frozen=True)
class MyFeeding:
    """What the parent hopes for in feeding, the plans agreed, and what was written down of each baby."""

    goal: GoalRow | None
    hope: str
    until: str
    plans: tuple[tuple[str, PlanRow], ...]
    babies: tuple[MyBaby, ...]


def _mine(context: FamilyContext) -> MyFeeding | None:
    """The parent's goal and plans; nothing of feeding is shown to the bereaved, nor to who is not in the record."""
    if context.bereavements or not any(parent.is_own for parent in context.page.parents):
        return None
    goal = next((row for row in goals_of(context.viewer, context.id) if row.is_current), None)
    plans = plans_of(context.viewer, context.id)
    return MyFeeding(
        goal=goal,
        hope=str(HOPES[goal.hope]) if goal else "",
        until=str(UNTIL[goal.until]) if goal and goal.until else "",
        plans=tuple((baby.name, plans[baby.id]) for baby in context.page.babies if baby.id in plans),
        babies=_written_of_babies(context),
    )


def _written_of_babies(context: FamilyContext) -> tuple[MyBaby, ...]:
    """The weights and the answers on feeding that count, the latest first; babies of which nothing is written left out.

    Notes, alerts and assessments stand in the parent's copy, with a person to explain them; not here.
    """
    babies = [baby for baby in context.page.babies if not baby.has_died]
    record = feeding_of_family(context.viewer, context.id, {baby.id: baby.birth_weight_g for baby in babies})
    answers = answers_of(context.viewer, context.id, [baby.id for baby in babies]).rows
    found = (
        MyBaby(
            name=baby.name,
            weights=tuple(
                (row.weighed_at, _weight_words(row, record))
                for row in record.weights
                if row.baby_id == baby.id and row.is_current
            ),
            answers=tuple(
                (row.asked_on, f"{MILESTONES[row.milestone]}: {status_name(row.milestone, row.status)}")
                for row in answers
                if row.baby_id == baby.id and row.is_current
            ),
        )
        for baby in babies
    )
    return tuple(each for each in found if each.weights or each.answers)


def _due(context: DayContext) -> Listed[DueRow]:
    """The babies of the families the viewer leads who are to be asked about."""
    return due_feeding(context.viewer)


DUE = DayList("feeding/today/feeding.jinja", _due, is_shown_empty=True)
BABIES = Section(_babies, "feeding/family/babies.jinja", _answer_moments)
FEEDING = Section(_feeding, "feeding/family/feeding.jinja", _feeding_moments)
MY_FEEDING = Section(_mine, "feeding/my/feeding.jinja")
CONFIRMATIONS = {
    "feeding": _("Recorded. Thank you."),
    "goal": _("Recorded: what she hopes for."),
}
MY_CONFIRMATIONS = {
    "goal": _("Saved. Thank you. The people around you see it, and you can change it at any time."),
}
