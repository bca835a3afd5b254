"""Handing a message to its provider, once.

That sending begins is committed before the provider is asked. If we are cut off in between, the next try first asks the
provider whether it already has a message with our reference. Whether it may still go out is asked last, and
the family is held until the provider has the message: nothing leaves after a death is written down or a consent taken
back.
"""

import logging

from django.db import transaction

from kith.kernel import clock
from kith.kernel.ids import FamilyId, MessageId
from kith.messages import rules
from kith.messages.actions import silence
from kith.messages.actions.settling import settle
from kith.messages.models import Message, MessageState
from kith.messages.providers.choice import provider_for
from kith.messages.providers.letter import Letter, Provider, SendFailed
from kith.messages.rules import Channel, SendingState
from kith.messages.wording import words_of
from kith.platform import steps
from kith.platform.access.viewer import system_actor
from kith.platform.action import action_in_parts

SENDER = system_actor("messages")
LOG = logging.getLogger("kith.messages")


@action_in_parts
def send_message(message_id: MessageId) -> None:
    """Send the message unless that is settled; raises SendFailed where it is worth trying again."""
    provider = _begin(message_id)
    if provider is not None:
        _finish(message_id, *provider)


@transaction.atomic
def _begin(message_id: MessageId) -> tuple[Provider, bool] | None:
    """Write down that sending begins; the flag says that an earlier try may have got through."""
    row = Message.objects.select_for_update().get(pk=message_id)
    states = row.states_so_far()
    if rules.is_settled(states):
        return None
    trying = MessageState(message=row, state=SendingState.SENDING)
    steps.move(SENDER, row, trying, after=states[-1], entry=None)
    return provider_for(row.channel), rules.outcome_is_unknown(states)


def _finish(message_id: MessageId, provider: Provider, may_be_sent: bool) -> None:
    try:
        with transaction.atomic():
            why = _why_not(message_id)
            row = Message.objects.select_for_update().get(pk=message_id)
            states = row.states_so_far()
            if rules.is_settled(states):
                return
            if why:
                settle(row, SendingState.STOPPED, after=states[-1], by=SENDER, why=why)
                return
            letter = _letter(row)
            earlier = provider.find(letter.reference) if may_be_sent else None
            reference = earlier or provider.send(letter)
            settle(row, SendingState.SENT, after=states[-1], by=SENDER, reference=reference)
    except SendFailed as failure:
        LOG.warning("message %s was not sent: %s", message_id, failure.code)
        if not _give_up(message_id, failure):
            raise


@transaction.atomic
def _give_up(message_id: MessageId, failure: SendFailed) -> bool:
    """Whether nothing more is to be done: it has failed for good, or was stopped meanwhile."""
    row = Message.objects.select_for_update().get(pk=message_id)
    states = row.states_so_far()
    if rules.is_settled(states):
        return True
    if failure.is_worth_retrying and not rules.is_last_try(states):
        return False
    settle(row, SendingState.FAILED, after=states[-1], by=SENDER, why=failure.code)
    return True


def _why_not(message_id: MessageId) -> str:
    """Why it may not go out, or nothing; the family is locked before the message, as everywhere."""
    row = Message.objects.get(pk=message_id)
    if rules.is_over(row.facts, now=clock.now()):
        return rules.OVER
    return silence.reason_for(FamilyId(row.family_id), row.word) if row.family_id else ""


def _letter(row: Message) -> Letter:
    words = words_of(row.kind, row.language, row.facts)
    return Letter(
        reference=f"kith-{row.pk}",
        to=row.address,
        language=row.language,
        subject=words.subject,
        body=words.body if row.channel == Channel.EMAIL else words.short,
        calendar=row.calendar,
    )
