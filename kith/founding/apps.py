"""The room as a Django application."""

from django.apps import AppConfig


class FoundingConfig(AppConfig):
    """Its table carries the label ``founding``."""

    name = "kith.founding"
    label = "founding"
