"""How a message ends: sent, failed or stopped, and without what it could have opened."""

from kith.kernel.ids import FamilyId
from kith.messages import rules
from kith.messages.models import Message, MessageState
from kith.messages.rules import SendingState
from kith.platform import steps
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def settle(
    row: Message, state: SendingState, *, after: SendingState | None, by: Actor, why: str = "", reference: str = ""
) -> None:
    """Write down how it ended, once; codes and private links that were in it are kept no longer."""
    ended = MessageState(message=row, state=state, why=why, provider_reference=reference)
    family_id = FamilyId(row.family_id) if row.family_id else None
    entry = f"messages.message_{state}"
    steps.move(by, row, ended, after=after, entry=entry, family_id=family_id, kind=row.kind, why=why)
    row.facts, row.calendar = rules.without_secrets(row.facts), ""
    row.save(update_fields=["facts", "calendar"])
