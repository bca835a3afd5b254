"""How a message ends: sent, failed or stopped, and without what it could have opened."""

from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.messages import rules
from kith.messages.models import Message, MessageState
from kith.messages.rules import SendingState
from kith.platform import audit
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def settle(row: Message, state: SendingState, *, by: Actor, why: str = "", reference: str = "") -> None:
    """Write down how it ended, once; codes and secret links that were in it are kept no longer."""
    MessageState.objects.create(message=row, state=state, at=clock.now(), why=why, provider_reference=reference)
    row.facts, row.calendar = rules.without_secrets(row.facts), ""
    row.save(update_fields=["facts", "calendar"])
    family_id = FamilyId(row.family_id) if row.family_id else None
    audit.record(by, f"messages.message_{state}", row, family_id=family_id, kind=row.kind, why=why)
