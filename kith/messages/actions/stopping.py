"""Stopping what has not gone out yet."""

from kith.families.events import FamilyBereaved
from kith.kernel.ids import FamilyId
from kith.messages import rules
from kith.messages.actions.settling import settle
from kith.messages.models import Message
from kith.messages.rules import SendingState
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action, action_in_parts


@action_in_parts
def stop_for_bereavement(event: FamilyBereaved) -> None:
    """Stop all that waits to go out to the family; safe to run twice."""
    stop_messages(by=system_actor("messages"), family_id=event.family_id, why=rules.BEREAVED)


@action
def stop_messages(*, by: Actor, family_id: FamilyId, why: str) -> int:
    """Stop every message to this family that has not gone out, and say how many. ``why`` is a code."""
    stopped = 0
    for row in Message.objects.select_for_update().filter(family_id=family_id).prefetch_related("states"):
        states = row.states_so_far()
        if not rules.is_settled(states):
            settle(row, SendingState.STOPPED, after=states[-1], by=by, why=why)
            stopped += 1
    return stopped
