"""Queueing a message in the transaction of the action it is about."""

from collections.abc import Mapping

from kith.kernel import clock
from kith.kernel.ids import FamilyId, MessageId
from kith.kernel.refusal import Refusal
from kith.messages import rules
from kith.messages.actions import silence
from kith.messages.actions.settling import settle
from kith.messages.models import Message, MessageState
from kith.messages.rules import SendingState, Word
from kith.platform import steps
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.jobs import enqueue


@action
def queue_message(
    *,
    by: Actor,
    kind: str,
    language: str,
    facts: Mapping[str, object],
    dedupe_key: str,
    family_id: FamilyId | None = None,
    to_email: str | None = None,
    to_phone: str | None = None,
    calendar: str = "",
    word: Word | None = None,
) -> MessageId:
    """Queue one message; the same ``dedupe_key`` never queues a second. ``facts`` fill in the kind's text.

    To a family that is bereaved, or that has not given the ``word`` by which it would go, nothing is queued: the
    message is written down as stopped.
    """
    channel = rules.channel_for(to_email, to_phone)
    if isinstance(channel, Refusal):
        raise channel
    if word and family_id is None:
        raise ValueError("a message goes by the word of a family: say whose")
    why = silence.reason_for(family_id, word) if family_id else ""
    row, is_new = Message.objects.get_or_create(
        dedupe_key=dedupe_key,
        defaults={
            "kind": kind,
            "channel": channel,
            "address": to_email or to_phone or "",
            "language": language,
            "family_id": family_id,
            "facts": dict(facts),
            "calendar": calendar,
            "agreed_organisation_id": word.organisation_id if word else None,
            "agreed_purpose": word.purpose if word else "",
            "queued_at": clock.now(),
        },
    )
    message_id = MessageId(row.pk)
    if not is_new:
        return message_id
    if why:
        settle(row, SendingState.STOPPED, after=None, by=by, why=why)
        return message_id
    queued, entry = MessageState(message=row, state=SendingState.QUEUED), "messages.message_queued"
    steps.move(by, row, queued, after=None, entry=entry, family_id=family_id, kind=kind, channel=channel)
    enqueue("messages.send", message_id=message_id)
    return message_id
