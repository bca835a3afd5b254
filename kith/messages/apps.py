"""The room as a Django application."""

from django.apps import AppConfig


class MessagesConfig(AppConfig):
    """The room's tables carry the label ``messages``."""

    name = "kith.messages"
    label = "messages"
