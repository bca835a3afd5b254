"""Queueing one kind of message to many families together, for what concerns a thousand of them within minutes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kith.families.actions.locking import lock_family
from kith.families.queries.cards import Contact, family_cards
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.kernel.refusal import Refusal
from kith.messages import rules
from kith.messages.actions.settling import settle
from kith.messages.models import Message
from kith.messages.rules import SendingState
from kith.platform import audit
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.jobs import enqueue_for_each

QUEUED = """
    INSERT INTO messages_messagestate (message_id, at, state, why, provider_reference)
    SELECT queued, %s, 'queued', '', '' FROM unnest(%s::bigint[]) AS queued RETURNING message_id
"""


@dataclass(frozen=True)
class ToFamily:
    """What is written to one family: where to, in whose language, and what fills in the kind's text."""

    family_id: FamilyId
    contact: Contact
    facts: Mapping[str, object]
    dedupe_key: str


@action
def queue_messages(*, by: Actor, kind: str, letters: Sequence[ToFamily]) -> int:
    """Queue the message to each family and say how many were; the same ``dedupe_key`` never queues a second.

    The families are locked first, as for a single message: to one that is bereaved nothing is queued, and the message
    is written down as stopped.
    """
    for family_id in sorted({each.family_id for each in letters}):
        lock_family(family_id)
    known = Message.objects.filter(dedupe_key__in=[each.dedupe_key for each in letters])
    there = set(known.values_list("dedupe_key", flat=True))
    cards = family_cards(by, [each.family_id for each in letters])
    rows = Message.objects.bulk_create(_row(kind, each) for each in letters if each.dedupe_key not in there)
    queued = [row for row in rows if row.family_id and not cards[FamilyId(row.family_id)].is_bereaved]
    if queued:
        enqueue_for_each("messages.send", QUEUED, [clock.now(), [row.pk for row in queued]])
    for row in queued:
        to = FamilyId(row.family_id) if row.family_id else None
        audit.record(by, "messages.message_queued", row, family_id=to, kind=kind)
    for row in rows:
        if row not in queued:
            settle(row, SendingState.STOPPED, after=None, by=by, why=rules.BEREAVED)
    return len(queued)


def _row(kind: str, letter: ToFamily) -> Message:
    contact = letter.contact
    channel = rules.channel_for(contact.email, contact.phone)
    if isinstance(channel, Refusal):
        raise channel
    return Message(
        kind=kind,
        channel=channel,
        address=contact.email or contact.phone,
        language=contact.reads,
        family_id=letter.family_id,
        facts=dict(letter.facts),
        dedupe_key=letter.dedupe_key,
        queued_at=clock.now(),
    )
