"""The actions of the alliance, each done once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from kith.alliance.actions import bringing, deciding, interests, meetings, planning
from kith.alliance.actions.leaving import pass_on_alliance_work
from kith.alliance.models.meetings import DeclaredInterest
from kith.kernel import clock
from kith.organisations.actions.people import end_membership
from kith.organisations.events import IndicatorMoved, MembershipEnded, StandardGap
from tests.access.alliance_ids import a_decision, attendance, decided, frozen, held, planned
from tests.access.listening_ids import BY, Act, at_work, member


def _point() -> Act:
    meeting_id = planned()
    return lambda: meetings.add_point(by=at_work("alliance-chair"), meeting_id=meeting_id, title="Tea")


def _freezes() -> Act:
    meeting_id = planned()
    return lambda: meetings.freeze_papers(by=at_work("alliance-chair"), meeting_id=meeting_id)


def _moves() -> Act:
    meeting_id, at = planned(), clock.now() + timedelta(days=4)
    when = {"starts_at": at, "ends_at": at + timedelta(hours=1)}
    return lambda: planning.move_meeting(by=at_work("alliance-chair"), meeting_id=meeting_id, place="Hall", **when)


def _calls_off() -> Act:
    meeting_id = planned()
    return lambda: planning.call_off_meeting(by=at_work("alliance-chair"), meeting_id=meeting_id)


def _declares() -> None:
    interests.declare_interest(by=at_work("parent-rep"), membership_id=member("parent-rep"), words="My own group")


def _ends() -> Act:
    _declares()
    interest_id = DeclaredInterest.objects.order_by("-pk")[0].pk
    return lambda: interests.end_interest(by=at_work("parent-rep"), interest_id=interest_id)


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
    "alliance.move_meeting": lambda _world: _moves(),
    "alliance.call_off_meeting": lambda _world: _calls_off(),
    "alliance.declare_interest": lambda _world: _declares,
    "alliance.end_interest": lambda _world: _ends(),
    "alliance.bring_indicator": lambda _world: (
        lambda: bringing.bring_indicator(IndicatorMoved("acts", "Fewer at six weeks", "", clock.today()))
    ),
    "alliance.bring_gap": lambda _world: lambda: bringing.bring_gap(StandardGap("acts", "No audit", "", clock.today())),
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
