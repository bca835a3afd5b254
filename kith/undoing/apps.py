"""The room as a Django application."""

from django.apps import AppConfig


class UndoingConfig(AppConfig):
    """It has pages and no tables."""

    name = "kith.undoing"
    label = "undoing"
