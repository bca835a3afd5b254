"""The actions of the alliance, each done once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from kith.alliance.actions import deciding, meetings
from kith.alliance.actions.leaving import pass_on_alliance_work
from kith.kernel import clock
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from tests.access.alliance_ids import a_decision, attendance, decided, frozen, held, planned
from tests.access.listening_ids import BY, Act, at_work, member


def _point() -> Act:
    meeting_id = planned()
    return lambda: meetings.add_point(by=at_work("alliance-chair"), meeting_id=meeting_id, title="Tea")


def _freezes() -> Act:
    meeting_id = planned()
    return lambda: meetings.freeze_papers(by=at_work("alliance-chair"), meeting_id=meeting_id)


def _minutes() -> Act:
    meeting_id, item_id = frozen()
    by = at_work("alliance-chair")
    return lambda: meetings.write_minutes(by=by, meeting_id=meeting_id, item_id=item_id, words="Agreed.")


def _approves() -> Act:
    meeting_id = held()
    return lambda: meetings.approve_minutes(by=at_work("alliance-chair"), meeting_id=meeting_id)


def _decides() -> Act:
    meeting_id, item_id = frozen()
    by = at_work("alliance-chair")
    return lambda: deciding.decide(by=by, meeting_id=meeting_id, item_id=item_id, new=a_decision())


def _finishes() -> Act:
    _, _, action_id = decided()
    return lambda: deciding.finish_action(by=at_work("midwife"), action_id=action_id, evidence="It stands there.")


def _puts_off() -> Act:
    _, _, action_id = decided()
    later = clock.today() + timedelta(days=30)
    return lambda: deciding.put_off_action(by=at_work("midwife"), action_id=action_id, due_on=later)


def _gives() -> Act:
    _, _, action_id = decided()
    to = member("coordinator")
    return lambda: deciding.give_action_to(by=at_work("alliance-chair"), action_id=action_id, owner=to)


def _leaves() -> Act:
    decided()
    end_membership(by=BY, membership_id=member("midwife"), until_on=clock.today())
    return lambda: pass_on_alliance_work(MembershipEnded(member("midwife")))


ALLIANCE_ACTS: dict[str, Callable[[Any], Act]] = {
    "alliance.plan_meeting": lambda _world: planned,
    "alliance.add_point": lambda _world: _point(),
    "alliance.freeze_papers": lambda _world: _freezes(),
    "alliance.note_attendance": lambda _world: attendance(frozen()[0]),
    "alliance.write_minutes": lambda _world: _minutes(),
    "alliance.approve_minutes": lambda _world: _approves(),
    "alliance.decide": lambda _world: _decides(),
    "alliance.finish_action": lambda _world: _finishes(),
    "alliance.put_off_action": lambda _world: _puts_off(),
    "alliance.give_action_to": lambda _world: _gives(),
    "alliance.pass_on_alliance_work": lambda _world: _leaves(),
}
