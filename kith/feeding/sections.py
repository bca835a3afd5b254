"""What feeding brings to shared pages: milestones, goals, weights and plans, and the babies to ask about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.caseloads.wording.babies import baby_names
from kith.families.context import FamilyContext, Moment, Section
from kith.families.queries.page import BabyRow, PregnancyRow
from kith.feeding.milestones import MilestoneLine, milestones_of
from kith.feeding.queries.alerts import AlertRow
from kith.feeding.queries.babies import (
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
from kith.feeding.rules.statuses import Milestone, Source
from kith.feeding.wording.first_feed import status_name
from kith.feeding.wording.goals import HOPES, SOURCES, UNTIL
from kith.feeding.wording.statuses import MILESTONES
from kith.feeding.wording.weights import REASONS, compared_words, grams_words
from kith.kernel.ids import BabyId
from kith.kernel.listed import Listed
from kith.organisations.rules import Role
from kith.platform.access.permissions import Permission
from kith.platform.ui import formats
from kith.platform.ui.sections import DayContext, DayList
from kith.tasks.diary import DiaryEntry, DiaryPart

T = TypeVar("T")
NEWBORN = timedelta(days=28)
WEIGHTS_SHOWN = 3
REGISTER = Permission.REGISTER_FAMILY


@dataclass(frozen=True)
class BabyBlock:
    """One living baby: what it is called, its age and milestones, its last weights, and the plan that holds."""

    baby: BabyRow
    name: str
    age: str
    milestones: list[MilestoneLine]
    weights: tuple[tuple[str, datetime], ...]
    plan: PlanRow | None


@dataclass(frozen=True)
class Feeding:
    """The pregnancy, what she hopes for, what led to a person, a block for each baby; and what is in the timeline."""

    pregnancy: PregnancyRow | None
    goal: GoalRow | None
    goal_words: str
    alerts: tuple[tuple[AlertRow, str], ...]
    babies: tuple[BabyBlock, ...]
    names: dict[BabyId, str]
    answers: tuple[FeedingRow, ...]
    record: FeedingRecord
    may_record: bool
    may_register: bool
    may_add_another: bool
    is_shown: bool
    is_quiet: bool


def _feeding(context: FamilyContext) -> Feeding:
    """The pregnancy while it lasts, and the record of all babies; of one who has died nothing is offered any more."""
    page, babies, living = context.page, context.page.babies, tuple(_living(context))
    answers = answers_of(context.viewer, context.id, [baby.id for baby in babies])
    record = feeding_of_family(context.viewer, context.id, {baby.id: baby.birth_weight_g for baby in babies})
    goal = next((row for row in record.goals if row.is_current), None)
    is_expecting, may_register = bool(page.pregnancy and not page.pregnancy.ended_on), context.may(REGISTER)
    names = baby_names(living)
    return Feeding(
        pregnancy=page.pregnancy if is_expecting else None,
        goal=goal,
        goal_words=_goal_words(goal) if goal else "",
        alerts=tuple((row, str(REASONS[row.reason])) for row in record.alerts if row.is_open),
        babies=tuple(
            _block(baby, names[baby.id], milestones_of(baby, answers, context.today), record, context.today)
            for baby in living
        ),
        names={baby.id: names.get(baby.id, baby.name) for baby in babies} if len(babies) > 1 else {},
        answers=answers.rows,
        record=record,
        may_record=context.may(Permission.RECORD_FEEDING),
        may_register=may_register,
        may_add_another=may_register and not is_expecting and _has_newborn(context),
        is_shown=bool(living) or not context.bereavements,
        is_quiet=bool(context.bereavements),
    )


def _block(baby: BabyRow, name: str, milestones: list[MilestoneLine], record: FeedingRecord, today: date) -> BabyBlock:
    weights = [row for row in record.weights if row.baby_id == baby.id and row.is_current]
    return BabyBlock(
        baby=baby,
        name=name,
        age=formats.age(baby.born_on, today),
        milestones=milestones,
        weights=tuple((_weight_words(row, record), row.weighed_at) for row in weights[:WEIGHTS_SHOWN]),
        plan=next((row for row in record.plans if row.baby_id == baby.id and row.is_current), None),
    )


def _has_newborn(context: FamilyContext) -> bool:
    """Whether a twin may still be to be written down: the first birth has ended the pregnancy, and with it its link."""
    return any(context.today - baby.born_on < NEWBORN for baby in _living(context))


def _living(context: FamilyContext) -> Iterator[BabyRow]:
    return (baby for baby in context.page.babies if not baby.has_died)


def _answer(row: FeedingRow, names: dict[BabyId, str]) -> Moment:
    lines = [gettext("Asked on %(day)s") % {"day": formats.date(row.asked_on, "medium")}]
    if row.source is not Source.UNSTATED:
        lines.append(str(SOURCES[row.source]))
    if row.by:
        lines.append(gettext("Recorded by %(name)s") % {"name": row.by.name})
    if name := names.get(row.baby_id):
        lines.insert(0, name)
    return Moment(row.recorded_at, _fed(row), tuple(lines), is_corrected=not row.is_current)


def _feeding_moments(it: Feeding) -> Iterator[Moment]:
    """Answers, goals, weights, assessments and plans, each at its time; by baby where there are several."""
    for answer in it.answers:
        yield _answer(answer, it.names)
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
    plans, names = plans_of(context.viewer, context.id), baby_names(context.page.babies)
    return MyFeeding(
        goal=goal,
        hope=str(HOPES[goal.hope]) if goal else "",
        until=str(UNTIL[goal.until]) if goal and goal.until else "",
        plans=tuple((names[baby.id], plans[baby.id]) for baby in context.page.babies if baby.id in plans),
        babies=_written_of_babies(context),
    )


def _written_of_babies(context: FamilyContext) -> tuple[MyBaby, ...]:
    """The weights and the answers on feeding that count, the latest first; babies of which nothing is written left out.

    Notes, alerts and assessments stand in the parent's copy, with a person to explain them; not here.
    """
    babies = tuple(_living(context))
    names = baby_names(babies)
    record = feeding_of_family(context.viewer, context.id, {baby.id: baby.birth_weight_g for baby in babies})
    answers = answers_of(context.viewer, context.id, [baby.id for baby in babies]).rows
    weights = [(row.baby_id, (row.weighed_at, _weight_words(row, record))) for row in record.weights if row.is_current]
    fed = [(row.baby_id, (row.asked_on, _fed(row))) for row in answers if row.is_current]
    found = (MyBaby(names[each.id], _of(weights, each.id), _of(fed, each.id)) for each in babies)
    return tuple(each for each in found if each.weights or each.answers)


def _of(rows: Sequence[tuple[BabyId, T]], baby_id: BabyId) -> tuple[T, ...]:
    return tuple(what for whose, what in rows if whose == baby_id)


def _fed(row: FeedingRow) -> str:
    return f"{MILESTONES[row.milestone]}: {status_name(row.milestone, row.status)}"


def _due(context: DayContext) -> Listed[DueRow]:
    """The babies of the families the viewer leads who are to be asked about, but for those of the day."""
    found = due_feeding(context.viewer)
    return Listed(tuple(row for row in found.rows if row.days_overdue), found.has_more)


def _asked(context: DayContext, until: date) -> Iterator[DiaryEntry]:
    """On which day to come each is to be asked about at the latest."""
    if Permission.SEE_TODAY in context.viewer.permissions:
        for row in due_feeding(context.viewer).rows:
            if context.day <= row.due_on < until:
                yield DiaryEntry(row.due_on, row)


def _leaving(context: DayContext) -> Listed[DueRow]:
    """The newborn of a midwife's families whose feeding on leaving hospital is not written down."""
    return due_feeding(context.viewer, Milestone.DISCHARGE) if context.viewer.role == Role.MIDWIFE else Listed(())


DUE = DayList("feeding/today/feeding.jinja", _due, _("To ask"), "due", is_shown_empty=True)
ASKED = DiaryPart("feeding/due_row.jinja", _asked, words={"what": _("Ask how the baby is fed")})
LEAVING = DayList("feeding/today/leaving.jinja", _leaving, _("Left hospital"), "leaving")
FEEDING = Section(
    _feeding,
    "feeding/family/feeding.jinja",
    _feeding_moments,
    alerts=lambda it: [reason for _, reason in it.alerts],
)
MY_FEEDING = Section(_mine, "feeding/my/feeding.jinja")
CONFIRMATIONS = {
    "feeding": _("Recorded. Thank you."),
    "goal": _("Recorded: what she hopes for."),
}
MY_CONFIRMATIONS = {
    "goal": _("Saved. Thank you. The people around you see it, and you can change it at any time."),
}
