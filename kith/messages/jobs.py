"""The background job that sends."""

from kith.kernel.ids import MessageId
from kith.messages.actions.sending import send_message
from kith.platform.jobs import job


@job("messages.send", queue="messages")
def send(message_id: int) -> None:
    """Send one message; safe to run twice."""
    send_message(MessageId(message_id))
