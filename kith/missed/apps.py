"""The room as a Django application."""

from django.apps import AppConfig


class MissedConfig(AppConfig):
    """The room's tables carry the label ``missed``."""

    name = "kith.missed"
    label = "missed"
