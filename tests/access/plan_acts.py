"""The actions of the plan and of events, each done once."""

from collections.abc import Callable
from typing import Any

from kith.awareness.actions import events
from kith.awareness.rules.codes import Channel
from kith.directory.models.listings import Service
from kith.kernel import clock
from kith.kernel.ids import OrganisationId, ServiceId, new_uuid
from kith.kernel.plan import Chapter, PlanStep
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from kith.plans.actions import aims, papers
from kith.plans.actions.watching import look_at_plan, pass_on_plan_work
from kith.plans.rules.codes import Strand
from tests.access.listening_ids import BY, Act, at_work, member
from tests.access.plan_ids import an_aim, an_entry, an_event


def _ends_aim() -> Act:
    aim_id = an_aim()
    return lambda: aims.end_aim(by=at_work("alliance-chair"), aim_id=aim_id)


def _costs() -> Act:
    said: dict[str, Any] = {"strand": Strand.NHS, "yearly_pounds": 9, "from_on": clock.today(), "source": "Budget"}
    service_id = ServiceId(Service.objects.order_by("pk")[0].pk)
    by = at_work("alliance-chair")
    return lambda: papers.cost_service(by=by, service_id=service_id, request_key=new_uuid(), **said)


def _writes() -> Act:
    said: dict[str, Any] = {"chapter": Chapter.LESSONS, "language": "en", "words": "Ask first."}
    return lambda: papers.write_case_text(by=at_work("alliance-chair"), request_key=new_uuid(), **said)


def _leaves() -> Act:
    an_entry(PlanStep.CAMPAIGN)
    end_membership(by=BY, membership_id=member("midwife"), until_on=clock.today())
    return lambda: pass_on_plan_work(MembershipEnded(member("midwife")))


def _calls_off() -> Act:
    event_id = an_event()
    return lambda: events.call_off_event(by=at_work("alliance-chair"), event_id=event_id)


def _asks() -> Act:
    event_id, by = an_event(), at_work("alliance-chair")
    ours = [OrganisationId(each) for each in by.organisation_ids]
    return lambda: events.ask_members(by=by, event_id=event_id, organisation_ids=ours)


def _shares() -> Act:
    event_id = an_event()
    return lambda: events.note_shared(by=at_work("midwife"), event_id=event_id, shared={Channel.POSTER: "Ward 9"})


PLAN_ACTS: dict[str, Callable[[Any], Act]] = {
    "plans.set_aim": lambda _world: an_aim,
    "plans.end_aim": lambda _world: _ends_aim(),
    "plans.note_plan_entry": lambda _world: an_entry,
    "plans.cost_service": lambda _world: _costs(),
    "plans.write_case_text": lambda _world: _writes(),
    "plans.look_at_plan": lambda _world: lambda: look_at_plan(by=BY),
    "plans.pass_on_plan_work": lambda _world: _leaves(),
    "awareness.plan_event": lambda _world: an_event,
    "awareness.call_off_event": lambda _world: _calls_off(),
    "awareness.ask_members": lambda _world: _asks(),
    "awareness.note_shared": lambda _world: _shares(),
}
