"""What the addresses of the alliance name, and a meeting brought as far as an action needs."""

from datetime import timedelta
from typing import Any

from kith.alliance.actions import deciding, meetings, planning
from kith.alliance.models.meetings import AgendaItem, AgreedAction
from kith.alliance.rules.codes import AgendaItemId, AgreedActionId, MeetingId
from kith.alliance.rules.meetings import NewDecision
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from tests.access.listening_ids import Act, at_work, member


def a_decision() -> NewDecision:
    """The midwife buys a heater."""
    return NewDecision("We buy a heater.", "Buy a heater", member("midwife"), clock.today() + timedelta(days=7))


def planned() -> MeetingId:
    """A meeting that is planned."""
    at = clock.now() + timedelta(days=3)
    return planning.plan_meeting(
        by=at_work("alliance-chair"),
        starts_at=at,
        ends_at=at + timedelta(hours=2),
        place="Hub",
        request_key=new_uuid(),
    )


def frozen() -> tuple[MeetingId, AgendaItemId]:
    """A meeting whose papers are out, and one of its points."""
    meeting_id = planned()
    meetings.add_point(by=at_work("alliance-chair"), meeting_id=meeting_id, title="Heaters")
    meetings.freeze_papers(by=at_work("alliance-chair"), meeting_id=meeting_id)
    return meeting_id, AgendaItemId(AgendaItem.objects.filter(meeting_id=meeting_id, title="Heaters").get().pk)


def decided() -> tuple[MeetingId, AgendaItemId, AgreedActionId]:
    """A meeting that has decided something."""
    meeting_id, item_id = frozen()
    deciding.decide(by=at_work("alliance-chair"), meeting_id=meeting_id, item_id=item_id, new=a_decision())
    return meeting_id, item_id, AgreedActionId(AgreedAction.objects.order_by("-pk")[0].pk)


def held() -> MeetingId:
    """A meeting that was held."""
    meeting_id, _, _ = decided()
    attendance(meeting_id)()
    return meeting_id


def attendance(meeting_id: MeetingId) -> Act:
    return lambda: meetings.note_attendance(
        by=at_work("alliance-chair"), meeting_id=meeting_id, present=[member("coordinator")], apologies=[]
    )


def alliance_ids() -> dict[str, Any]:
    """What the addresses of the alliance name: an approved meeting, its point, and what was agreed."""
    meeting_id, item_id, action_id = decided()
    attendance(meeting_id)()
    meetings.approve_minutes(by=at_work("alliance-chair"), meeting_id=meeting_id)
    return {"meeting_id": meeting_id, "item_id": item_id, "action_id": action_id}
