"""The deeds of feeding: goals, weights, assessments and their forms, plans, and whom signs lead to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from kith.care import actions as care
from kith.care.actions.goals import Goal
from kith.care.actions.plans import Plan
from kith.care.actions.routes import Whom
from kith.care.models import FormVersion
from kith.care.rules import AsWanted, Feeding, FormContent, Hope, Milestone, Reason, Source
from kith.care.tests.babies import weighed
from kith.families import actions as families
from kith.families.events import BirthDayCorrected, BirthWeightChanged
from kith.families.rules import BirthDetails, DayOf, DayReason
from kith.kernel import clock
from kith.kernel.ids import BabyId, new_uuid
from tests.access.contact_deeds import at_work
from tests.access.feeding_ids import KEY
from tests.access.world import BY, World

Deed = Callable[[], object]
Prepare = Callable[[World], Deed]


def _baby(world: World) -> BabyId:
    return world.families["own"].babies[0].id


def _goal(world: World) -> Deed:
    goal = Goal(Hope.FORMULA, None, "", "ro", Source.PHONE)
    return lambda: care.say_goal(by=at_work("midwife"), family_id=world.families["own"].id, goal=goal)


def _end(world: World) -> Deed:
    said = {"stopped_on": clock.today(), "as_wanted": AsWanted.YES, "source": Source.PHONE, "asked_on": clock.today()}
    return lambda: care.record_feeding_end(by=at_work("midwife"), baby_id=_baby(world), **said)


def _weight(world: World) -> Deed:
    weighing = weighed(4100, hours_ago=2)
    return lambda: care.record_weight(by=at_work("midwife"), baby_id=_baby(world), weighing=weighing)


def _correction(world: World) -> Deed:
    weight_id = world.feeding["own"].weight_id
    return lambda: care.correct_weight(by=at_work("midwife"), weight_id=weight_id, weighing=weighed(4150))


def _taken_back(world: World) -> Deed:
    return lambda: care.take_back_weight(by=at_work("midwife"), weight_id=world.feeding["own"].weight_id)


def _assessment(world: World) -> Deed:
    version = FormVersion.objects.get(form__key=KEY, number=1)
    return lambda: care.record_assessment(
        by=at_work("midwife"),
        baby_id=_baby(world),
        version_id=version.pk,
        answers={"q1": ["c2"]},
        note="",
        request_key=new_uuid(),
    )


def _plan(world: World) -> Deed:
    plan = Plan("Feed whenever she asks", "", "ro", "Ioana", clock.today())
    return lambda: care.agree_plan(by=at_work("midwife"), baby_id=_baby(world), plan=plan)


def _step(_world: World) -> Deed:
    return lambda: care.change_route(
        by=at_work("feeding-lead"), reason=Reason.LOSS, whom=Whom(), above_percent=Decimal(12)
    )


def _step_removed(world: World) -> Deed:
    _step(world)()
    return lambda: care.remove_step(by=at_work("feeding-lead"), above_percent=Decimal(12))


def _published(_world: World) -> Deed:
    return lambda: care.publish_draft(by=at_work("feeding-lead"), key=KEY)


def _drafted(world: World) -> Deed:
    _published(world)()
    return lambda: care.begin_draft(by=at_work("feeding-lead"), key=KEY)


def _changed(_world: World) -> Deed:
    change = {"change": lambda content: replace(content, owner="Another")}
    return lambda: care.change_draft(by=at_work("feeding-lead"), key=KEY, **change)


def _looked_again(world: World) -> Deed:
    family, heavier = world.families["own"], BirthDetails("Ana", birth_weight_g=4800)  # 12.5 % more than the weight
    care.take_lead(by=at_work("midwife"), family_id=family.id)
    families.change_birth(by=BY, family_id=family.id, baby_id=_baby(world), details=heavier)
    return lambda: care.look_at_weight_again(BirthWeightChanged(family.id, _baby(world)))


def _followed(world: World) -> Deed:
    """An answer on the first feed, and then the baby turns out to be a day older."""
    family, baby = world.families["own"], world.families["own"].babies[0]
    care.take_lead(by=at_work("midwife"), family_id=family.id)
    day = baby.born_on - timedelta(days=1)
    asked = {"milestone": Milestone.FIRST_FEED, "status": Feeding.UNKNOWN, "asked_on": baby.born_on}
    care.record_feeding(by=at_work("midwife"), baby_id=baby.id, **asked)
    families.correct_day(by=BY, family_id=family.id, what=DayOf.BABY, of=baby.id, day=day, reason=DayReason.DOCUMENT)
    return lambda: care.follow_birth_day(BirthDayCorrected(family.id, baby.id, 1))


FEEDING_DEEDS: dict[str, Prepare] = {
    "care.say_goal": _goal,
    "care.record_feeding_end": _end,
    "care.record_weight": _weight,
    "care.correct_weight": _correction,
    "care.take_back_weight": _taken_back,
    "care.look_at_weight_again": _looked_again,
    "care.follow_birth_day": _followed,
    "care.record_assessment": _assessment,
    "care.agree_plan": _plan,
    "care.change_route": _step,
    "care.remove_step": _step_removed,
    "care.begin_form": lambda _: (
        lambda: care.begin_form(by=at_work("feeding-lead"), key="new", content=FormContent({"en": "New"}, "Us", "Lead"))
    ),
    "care.begin_draft": _drafted,
    "care.change_draft": _changed,
    "care.drop_draft": lambda _: lambda: care.drop_draft(by=at_work("feeding-lead"), key=KEY),
    "care.publish_draft": _published,
    "care.withdraw_form": lambda _: lambda: care.withdraw_form(by=at_work("feeding-lead"), key=KEY, is_withdrawn=True),
}
