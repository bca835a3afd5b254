"""The actions of feeding: goals, weights, assessments and their forms, plans, and who signs lead to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from kith.caseloads.actions.leading import take_lead
from kith.families.actions.birth import change_birth
from kith.families.actions.days import correct_day
from kith.families.events import BirthDayCorrected, BirthWeightChanged
from kith.families.rules.changes import BirthDetails
from kith.families.rules.days import DayOf, DayReason
from kith.feeding.actions.assessment_forms import (
    begin_draft,
    begin_form,
    change_draft,
    drop_draft,
    publish_draft,
    withdraw_form,
)
from kith.feeding.actions.assessments import record_assessment
from kith.feeding.actions.birth_days import follow_birth_day
from kith.feeding.actions.goals import Goal, record_feeding_end, say_goal
from kith.feeding.actions.plans import Plan, agree_plan
from kith.feeding.actions.routes import Whom, change_route, remove_step
from kith.feeding.actions.statuses import record_feeding
from kith.feeding.actions.weights import correct_weight, look_at_weight_again, record_weight, take_back_weight
from kith.feeding.models.assessments import FormVersion
from kith.feeding.rules.assessments import FormContent
from kith.feeding.rules.goals import AsWanted, Hope
from kith.feeding.rules.statuses import Feeding, Milestone, Source
from kith.feeding.rules.weights import Reason
from kith.feeding.tests.babies import weighed
from kith.kernel import clock
from kith.kernel.ids import BabyId, new_uuid
from tests.access.contact_acts import at_work
from tests.access.feeding_ids import KEY
from tests.access.world import BY, World

Act = Callable[[], object]
Prepare = Callable[[World], Act]


def _baby(world: World) -> BabyId:
    return world.families["own"].babies[0].id


def _goal(world: World) -> Act:
    goal = Goal(Hope.FORMULA, None, "", "ro", Source.PHONE)
    return lambda: say_goal(by=at_work("midwife"), family_id=world.families["own"].id, goal=goal)


def _end(world: World) -> Act:
    said = {"stopped_on": clock.today(), "as_wanted": AsWanted.YES, "source": Source.PHONE, "asked_on": clock.today()}
    return lambda: record_feeding_end(by=at_work("midwife"), baby_id=_baby(world), **said)


def _weight(world: World) -> Act:
    weighing = weighed(4100, hours_ago=2)
    return lambda: record_weight(by=at_work("midwife"), baby_id=_baby(world), weighing=weighing)


def _correction(world: World) -> Act:
    weight_id = world.feeding["own"].weight_id
    return lambda: correct_weight(by=at_work("midwife"), weight_id=weight_id, weighing=weighed(4150))


def _taken_back(world: World) -> Act:
    return lambda: take_back_weight(by=at_work("midwife"), weight_id=world.feeding["own"].weight_id)


def _assessment(world: World) -> Act:
    version = FormVersion.objects.get(form__key=KEY, number=1)
    return lambda: record_assessment(
        by=at_work("midwife"),
        baby_id=_baby(world),
        version_id=version.pk,
        answers={"q1": ["c2"]},
        note="",
        request_key=new_uuid(),
    )


def _plan(world: World) -> Act:
    plan = Plan("Feed whenever she asks", "", "ro", "Ioana", clock.today())
    return lambda: agree_plan(by=at_work("midwife"), baby_id=_baby(world), plan=plan)


def _step(_world: World) -> Act:
    return lambda: change_route(by=at_work("feeding-lead"), reason=Reason.LOSS, whom=Whom(), above_percent=Decimal(12))


def _step_removed(world: World) -> Act:
    _step(world)()
    return lambda: remove_step(by=at_work("feeding-lead"), above_percent=Decimal(12))


def _published(_world: World) -> Act:
    return lambda: publish_draft(by=at_work("feeding-lead"), key=KEY)


def _drafted(world: World) -> Act:
    _published(world)()
    return lambda: begin_draft(by=at_work("feeding-lead"), key=KEY)


def _changed(_world: World) -> Act:
    change = {"change": lambda content: replace(content, owner="Another")}
    return lambda: change_draft(by=at_work("feeding-lead"), key=KEY, **change)


def _looked_again(world: World) -> Act:
    family, heavier = world.families["own"], BirthDetails("Ana", birth_weight_g=4800)  # 12.5 % more than the weight
    take_lead(by=at_work("midwife"), family_id=family.id)
    change_birth(by=BY, family_id=family.id, baby_id=_baby(world), details=heavier)
    return lambda: look_at_weight_again(BirthWeightChanged(family.id, _baby(world)))


def _followed(world: World) -> Act:
    """An answer on the first feed, and then the baby turns out to be a day older."""
    family, baby = world.families["own"], world.families["own"].babies[0]
    take_lead(by=at_work("midwife"), family_id=family.id)
    day = baby.born_on - timedelta(days=1)
    asked = {"milestone": Milestone.FIRST_FEED, "status": Feeding.UNKNOWN, "asked_on": baby.born_on}
    record_feeding(by=at_work("midwife"), baby_id=baby.id, **asked)
    correct_day(by=BY, family_id=family.id, what=DayOf.BABY, of=baby.id, day=day, reason=DayReason.DOCUMENT)
    return lambda: follow_birth_day(BirthDayCorrected(family.id, baby.id, 1))


FEEDING_ACTS: dict[str, Prepare] = {
    "feeding.say_goal": _goal,
    "feeding.record_feeding_end": _end,
    "feeding.record_weight": _weight,
    "feeding.correct_weight": _correction,
    "feeding.take_back_weight": _taken_back,
    "feeding.look_at_weight_again": _looked_again,
    "feeding.follow_birth_day": _followed,
    "feeding.record_assessment": _assessment,
    "feeding.agree_plan": _plan,
    "feeding.change_route": _step,
    "feeding.remove_step": _step_removed,
    "feeding.begin_form": lambda _: (
        lambda: begin_form(by=at_work("feeding-lead"), key="new", content=FormContent({"en": "New"}, "Us", "Lead"))
    ),
    "feeding.begin_draft": _drafted,
    "feeding.change_draft": _changed,
    "feeding.drop_draft": lambda _: lambda: drop_draft(by=at_work("feeding-lead"), key=KEY),
    "feeding.publish_draft": _published,
    "feeding.withdraw_form": lambda _: lambda: withdraw_form(by=at_work("feeding-lead"), key=KEY, is_withdrawn=True),
}
