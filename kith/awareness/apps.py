"""The room as a Django application."""

from django.apps import AppConfig


class AwarenessConfig(AppConfig):
    """The room's tables carry the label ``awareness``."""

    name = "kith.awareness"
    label = "awareness"
