"""The room as a Django application."""

from django.apps import AppConfig


class PanelsConfig(AppConfig):
    """The room's tables carry the label ``panels``."""

    name = "kith.panels"
    label = "panels"
