"""Forgetting where a message went."""

from collections.abc import Collection

from kith.messages import rules
from kith.messages.actions.settling import settle
from kith.messages.models import Message
from kith.messages.rules import SendingState
from kith.platform import audit
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def forget_address(*, by: Actor, dedupe_keys: Collection[str]) -> None:
    """Erase the address of these messages, once what they were about is over; one that still waits is not sent."""
    for row in Message.objects.select_for_update().filter(dedupe_key__in=dedupe_keys).prefetch_related("states"):
        states = row.states_so_far()
        if not rules.is_settled(states):
            settle(row, SendingState.STOPPED, after=states[-1], by=by, why=rules.OVER)
        row.address = rules.ERASED
        row.save(update_fields=["address"])
        audit.record(by, "messages.address_erased", row, kind=row.kind)
