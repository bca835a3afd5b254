"""What the addresses of the plan and of events name."""

from datetime import timedelta
from typing import Any

from kith.awareness.actions.events import NewEvent, plan_event
from kith.awareness.rules.codes import EventId, EventKind
from kith.awareness.rules.known import KnownDay
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.plan import PlanStep
from kith.plans.actions.aims import set_aim
from kith.plans.actions.steps import note_plan_entry
from kith.plans.rules.codes import AimId
from kith.plans.rules.steps import NewEntry
from tests.access.listening_ids import at_work, member


def an_aim() -> AimId:
    """Every family is reached, which the dates to come show."""
    words = {"en": "Every family is reached."}
    return set_aim(by=at_work("alliance-chair"), words=words, evidence=("whats_on.dates",), request_key=new_uuid())


def an_entry(step: PlanStep = PlanStep.HUBS) -> object:
    """The midwife answers for welcoming hubs."""
    new = NewEntry("Chairs stand there.", "No curtain", member("midwife"), clock.today() + timedelta(days=7))
    return note_plan_entry(by=at_work("alliance-chair"), step=step, new=new, request_key=new_uuid())


def an_event() -> EventId:
    """A café opens."""
    texts = {"title": {"en": "A café opens"}, "short": {"en": "Come and see."}, "long": {}}
    day = clock.today() + timedelta(days=9)
    new = NewEvent(EventKind.LAUNCH, **texts, from_on=day, until_on=day, source="Ourselves")
    return plan_event(by=at_work("alliance-chair"), new=new, request_key=new_uuid())


def plan_ids() -> dict[str, Any]:
    """An aim, a step of the midwife's, a chapter, a paper, an event."""
    an_entry()
    return {
        "aim_id": an_aim(),
        "plan_step": PlanStep.HUBS.value,
        "case_chapter": "lessons",
        "case_language": "ro",
        "plan_paper": "briefing",
        "paper_language": "ro",
        "event_id": an_event(),
        "known": KnownDay.BREASTFEEDING_WEEK.value,
    }
