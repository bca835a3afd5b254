"""The room as a Django application."""

from django.apps import AppConfig


class ListeningConfig(AppConfig):
    """The room's tables carry the label ``listening``."""

    name = "kith.listening"
    label = "listening"
