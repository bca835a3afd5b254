"""Queueing and sending messages."""

from kith.messages.actions.queueing import queue_message
from kith.messages.actions.sending import send_message
from kith.messages.actions.stopping import stop_for_bereavement, stop_messages

__all__ = ["queue_message", "send_message", "stop_for_bereavement", "stop_messages"]
